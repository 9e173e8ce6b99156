"""YAML into the frozen model it is handed, by the core schema of YAML 1.2.

As PyYAML ships, it reads by YAML 1.1: `no` would be false and 12:30 the number 750. Here only
true/false, null, whole numbers and decimals mean something; everything else is a string.
"""

import re
from collections.abc import Hashable
from functools import cache
from pathlib import Path as FilePath
from typing import Any, ClassVar, TypeVar

from pydantic import TypeAdapter, ValidationError

from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.library.faults import Fault, FaultyFileError, Path, dotted, paths_of
from convoguide.library.prepared import read_prepared

T = TypeVar("T")


class _DuplicateKeyError(Exception):
    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key, self.line = key, line


@cache
def _loader() -> type[Any]:
    import yaml

    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class CoreLoader(base):  # type: ignore[misc]  # which base is known at run time only
        yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}

        def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
            seen: set[str] = set()
            for key, _value in node.value:
                if key.value in seen:
                    raise _DuplicateKeyError(str(key.value), key.start_mark.line + 1)
                seen.add(key.value)
            mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
            return mapping

    for tag, pattern, first in (
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
        ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ):
        CoreLoader.add_implicit_resolver(
            f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first)
        )
    CoreLoader.add_constructor("tag:yaml.org,2002:int", _whole_number)
    return CoreLoader


def _whole_number(_loader: Any, node: Any) -> int:
    """As the core schema has it: 0o17 is octal, and a number that begins with 0 is not."""
    text = str(node.value)
    base = {"0o": 8, "0x": 16}.get(text[:2], 10)
    return int(text[2:] if base != 10 else text, base)


def read_yaml(path: FilePath) -> Any:
    """The plain data of a YAML file; `FaultyFileError` with the line where it cannot be read."""
    try:
        content = path.read_bytes()
        held = read_prepared(path, content)
        return parse_yaml(content.decode("utf-8-sig"), str(path)) if held is None else held
    except UnicodeDecodeError as error:
        raise InputError(
            _("{file}: is not UTF-8 (byte {n})").format(file=path, n=error.start)
        ) from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def parse_yaml(text: str, name: str) -> Any:
    """The plain data of a YAML text; `name` stands for the file in faults."""
    import yaml

    try:
        return yaml.load(text, Loader=_loader())  # noqa: S506  # a safe loader, made narrower
    except _DuplicateKeyError as error:
        fault = Fault(name, error.line, error.key, _("this key stands here twice"))
        raise FaultyFileError([fault]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise FaultyFileError([Fault(name, line, "", _("this is not valid YAML"))]) from None
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):  # a list as a key, for one
        raise FaultyFileError([Fault(name, None, "", _("this is not valid YAML"))]) from None


def load_model(path: FilePath, adapter: TypeAdapter[T]) -> T:
    """The file as the model the adapter describes; every fault with file, line and key path."""
    data = read_yaml(path)
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        lines = line_finder(path.read_text(encoding="utf-8-sig"))
        raise FaultyFileError(
            Fault(str(path), lines(place), dotted(place), message)
            for place, message in paths_of(error, data)
        ) from None


def line_finder(text: str) -> Any:
    """A function from a key path to its line (from 1). Made on errors only: a second pass."""
    import yaml

    root = yaml.compose(text, Loader=_loader())

    def line(path: Path) -> int:
        node, best = root, root.start_mark.line + 1 if root else 1
        for part in path:
            found = None
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if key.value == str(part):  # a number as a key is text here
                        found, best = value, key.start_mark.line + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
                found = node.value[part] if part < len(node.value) else None
                best = found.start_mark.line + 1 if found else best
            if found is None:
                break
            node = found
        return best

    return line
