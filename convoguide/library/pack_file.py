"""A local pack from its folder, or from a single file, into frozen models. Nothing of it executes.

A pack may come from anywhere, so its folder is read as one reads a stranger's letter: only files
under the names a pack has, none that is a link or anything but a plain file, each and all of them
bounded, YAML without anchors and aliases and not nested without end.
"""

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from convoguide.core.pack import Pack, Translation
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.library.faults import Fault, FaultyFileError, Path, describe, dotted, paths_of
from convoguide.library.known_keys import known_keys
from convoguide.library.logo import logo_fault
from convoguide.library.yaml_file import line_finder, parse_yaml

T = TypeVar("T")
D = TypeVar("D")
C = TypeVar("C")

MAIN = "pack.yaml"
MOST_BYTES = 500_000
"""Of one file: a whole guide in another language has less than a tenth."""
MOST_BYTES_IN_ALL = 5_000_000
MOST_FILES = 100
DEEPEST = 20
"""Levels of YAML: a pack needs nine."""

_LANGUAGE_FILE = re.compile(r"[A-Za-z-]{2,12}\.yaml")
_CASE_FILE = _DOCUMENT_FILE = re.compile(r"[a-z][a-z0-9-]{1,39}\.yaml")
_TEMPLATE_FILE = re.compile(r"([a-z][a-z0-9-]{1,39})\.(html|txt)\.j2")
_FOLDERS = {
    "texts": (_LANGUAGE_FILE, "ar.yaml"),
    "documents": (_DOCUMENT_FILE, "ward-sheet.yaml"),
    "cases": (_CASE_FILE, "our-case.yaml"),
    "templates": (_TEMPLATE_FILE, "ward-sheet.html.j2"),
}


@dataclass(frozen=True)
class Template:
    """A template of one of the pack's own documents, as text."""

    file: str
    document: str
    format: str
    text: str


@dataclass(frozen=True)
class PackFiles(Generic[D, C]):
    """A pack with all that lies in its folder, read once: what was checked is what is used."""

    path: FilePath
    pack: Pack
    documents: Mapping[str, D]
    """The pack's own documents by the name of their file."""
    cases: Mapping[str, C]
    """Its own cases, the same."""
    templates: tuple[Template, ...]
    files: Mapping[str, bytes] = field(repr=False)
    """Every file by its name inside the folder; a pack of a single file as `pack.yaml`."""

    def place(self, path: Path) -> tuple[str, Path]:
        """The file (by its name inside) and the key path there, of a key path into the pack."""
        if len(path) > 1 and path[0] == "texts" and f"texts/{path[1]}.yaml" in self.files:
            return f"texts/{path[1]}.yaml", path[2:]
        return MAIN, path

    def fault(self, file: str, path: Path, message: str) -> Fault:
        """A fault in one of the files, with the line of the key."""
        line = line_finder(self.files[file].decode("utf-8-sig"))(path)
        return Fault(_shown(self.path, file), line, dotted(path), message)


def looks_like_pack(path: FilePath, data: Any = None) -> bool:
    """Whether a folder is a pack, or a file's data are those of one."""
    if path.is_dir():
        return (path / MAIN).is_file()
    return path.name == MAIN or (
        isinstance(data, Mapping) and "kind" not in data and "organisation" in data
    )


def read_pack(path: FilePath, document: TypeAdapter[D], case: TypeAdapter[C]) -> PackFiles[D, C]:
    """The pack at that path; `FaultyFileError` with every fault that its files show by themselves.

    `document` and `case` describe the pack's own documents and cases.
    """
    files = _files_of(path)
    faults: list[Fault] = []

    def load(name: str, adapter: TypeAdapter[T]) -> T | None:
        try:
            return _load(files[name], _shown(path, name), adapter)
        except FaultyFileError as error:
            faults.extend(error.faults)
            return None

    pack = load(MAIN, TypeAdapter(Pack))
    translations = dict(_named(files, "texts", lambda name: load(name, TypeAdapter(Translation))))
    documents = dict(_named(files, "documents", lambda name: load(name, document)))
    cases = dict(_named(files, "cases", lambda name: load(name, case)))
    templates = tuple(_templates(path, files, faults))
    if pack is not None:
        faults += _twice_translated(path, files, pack, set(translations))
    if pack is not None and pack.logo is not None:
        faults += _of_logo(path, files, pack.logo)
    if faults or pack is None:
        raise FaultyFileError(faults)
    texts = {**pack.texts, **{name: each for name, each in translations.items() if each}}
    pack = pack.model_copy(update={"texts": texts})
    return PackFiles(
        path,
        pack,
        {name: each for name, each in documents.items() if each},
        {name: each for name, each in cases.items() if each},
        templates,
        files,
    )


# --- the files


def _shown(path: FilePath, name: str) -> str:
    return str(path / name if path.is_dir() else path)


def _files_of(path: FilePath) -> dict[str, bytes]:
    """Every file of the pack by its name inside; `FaultyFileError` for what no pack may hold."""
    try:
        if not path.is_dir():
            return {MAIN: _content(path, str(path))}
        names = list(_names_in(path))
        if len(names) > MOST_FILES:
            raise _fault(path, _("a pack may hold at most {n} files").format(n=MOST_FILES))
        files: dict[str, bytes] = {}
        for name in names:
            files[name] = _content(path / name, str(path / name))
            if sum(map(len, files.values())) > MOST_BYTES_IN_ALL:
                raise _fault(
                    path,
                    _("a pack may hold at most {n} bytes in all").format(n=MOST_BYTES_IN_ALL),
                )
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    if MAIN not in files:
        raise _fault(path, _("there is no file {name} in this folder").format(name=MAIN))
    return files


def _names_in(path: FilePath) -> Iterator[str]:
    """The files that a pack has; whatever else lies in the folder is left alone."""
    for entry in sorted(os.scandir(path), key=lambda each: each.name):
        if entry.name in _FOLDERS:
            if entry.is_symlink() or not entry.is_dir(follow_symlinks=False):
                raise _fault(path / entry.name, _("must be a folder, and no link to one"))
            pattern, example = _FOLDERS[entry.name]
            for inside in sorted(os.scandir(entry.path), key=lambda each: each.name):
                if inside.name.startswith("."):
                    continue
                if not pattern.fullmatch(inside.name):
                    message = _("must have a name such as {example}").format(example=example)
                    raise _fault(path / entry.name / inside.name, message)
                yield f"{entry.name}/{inside.name}"
        elif entry.name == MAIN or entry.name.lower().endswith((".png", ".svg")):
            yield entry.name


def _content(path: FilePath, name: str) -> bytes:
    """The bytes of a plain file that is no link and not too large, without waiting for a pipe."""
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise _fault(name, _("is a link; put the file itself here"))
    if not stat.S_ISREG(found.st_mode):
        raise _fault(name, _("must be a file"))
    no_link = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    binary = getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, os.O_RDONLY | no_link | binary), "rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _fault(name, _("may have at most {n} bytes").format(n=MOST_BYTES))
    return content


def _named(
    files: Mapping[str, bytes], folder: str, load: Callable[[str], T | None]
) -> Iterator[tuple[str, T | None]]:
    """What the YAML files of one folder hold, by their names without the ending."""
    for name in files:
        if name.startswith(f"{folder}/"):
            yield name.removeprefix(f"{folder}/").removesuffix(".yaml"), load(name)


def _templates(
    path: FilePath, files: Mapping[str, bytes], faults: list[Fault]
) -> Iterator[Template]:
    for name, content in files.items():
        found = _TEMPLATE_FILE.fullmatch(name.removeprefix("templates/"))
        if found and name.startswith("templates/"):
            try:
                yield Template(name, found[1], found[2], content.decode("utf-8-sig"))
            except UnicodeDecodeError:
                faults.append(Fault(_shown(path, name), None, "", _("this is not UTF-8")))


def _twice_translated(
    path: FilePath, files: Mapping[str, bytes], pack: Pack, in_files: set[str]
) -> Iterator[Fault]:
    lines = line_finder(files[MAIN].decode("utf-8-sig"))
    for language in pack.texts.keys() & in_files:
        key: Path = ("texts", language)
        message = _("stands in a file of its own too; keep one of the two")
        yield Fault(_shown(path, MAIN), lines(key), dotted(key), message)


def _of_logo(path: FilePath, files: Mapping[str, bytes], name: str) -> Iterator[Fault]:
    if name not in files:
        line = line_finder(files[MAIN].decode("utf-8-sig"))(("logo",))
        message = _("there is no file of this name beside pack.yaml")
        yield Fault(_shown(path, MAIN), line, "logo", message)
        return
    message = logo_fault(name, files[name])
    if message:
        yield Fault(_shown(path, name), None, "", message)


# --- YAML


def _load(content: bytes, name: str, adapter: TypeAdapter[T]) -> T:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultyFileError([Fault(name, line, "", _("this is not UTF-8"))]) from None
    _refuse_tricks(text, name)
    data = _parsed(text, name)
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        lines, schema = line_finder(text), adapter.json_schema()
        faults = [
            Fault(name, lines(place), dotted(place), _worded(message, schema, place))
            for place, message in paths_of(error, data)
        ]
        raise FaultyFileError(sorted(faults, key=lambda each: each.line or 0)) from None


def _parsed(text: str, name: str) -> Any:
    try:
        return parse_yaml(text, name)
    except FaultyFileError as error:
        hint = _("put texts in quotation marks, and begin each line as far in as in the example")
        raise FaultyFileError(
            each if each.key else replace(each, message=f"{each.message}; {hint}")
            for each in error.faults
        ) from None


def _worded(message: str, schema: dict[str, Any], place: Path) -> str:
    """The message, with the keys there are where one is not known."""
    keys = known_keys(schema, place) if message == describe("extra_forbidden", {}) else []
    if not keys:
        return message
    return _("this key is not known here; keys: {keys}").format(keys=", ".join(keys))


def _refuse_tricks(text: str, name: str) -> None:
    """Raise for what makes a small file a large value: anchors, aliases, endless nesting."""
    import yaml

    depth = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            line = event.start_mark.line + 1 if event.start_mark else None
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                message = _("a text that begins with & or * needs quotation marks")
                raise FaultyFileError([Fault(name, line, "", message)])
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                message = _("this is nested too deep; at most {n} levels").format(n=DEEPEST)
                raise FaultyFileError([Fault(name, line, "", message)])
    except yaml.YAMLError:
        return  # reading it says what is wrong, and where


def _fault(path: FilePath | str, message: str) -> FaultyFileError:
    return FaultyFileError([Fault(str(path), None, "", message)])
