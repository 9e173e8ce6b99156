"""Fills one template, in a process of its own that its parent can end. Standard library and Jinja.

Reads one JSON object on standard input, `{"template", "data", "html", "most"}`, and writes one on
standard output: `{"text"}`, or `{"fault", "line"}` with a kind that the parent words. Run as a
file, so that nothing else of the program, and none of its state, is in here.
"""

import json
import sys
from typing import Any

MEMORY = 512 * 1024 * 1024
SECONDS_OF_WORK = 5
LONGEST_VALUE = 200_000
"""Characters that one operation may make of a text."""


def main() -> None:
    """Fill the template that standard input holds."""
    asked = json.loads(sys.stdin.buffer.read())
    _bound()
    sys.stdout.buffer.write(json.dumps(_filled(asked)).encode())


def _bound() -> None:
    """Limit memory and work where the system can; the parent's clock holds everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_OF_WORK, SECONDS_OF_WORK))


def _filled(asked: dict[str, Any]) -> dict[str, Any]:
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    environment = _environment(html=asked["html"])
    try:
        tree = environment.parse(asked["template"], filename=NAME)
        refused = _refused(tree, environment)
        if refused is not None:
            return refused
        template = environment.from_string(asked["template"])
        pieces, length = [], 0
        for piece in template.generate(asked["data"]):
            length += len(piece)
            if length > asked["most"]:
                return {"fault": "too_long", "line": None}
            pieces.append(str(piece))
    except TemplateSyntaxError as error:
        return {"fault": "syntax", "line": error.lineno}
    except UndefinedError as error:
        return {"fault": "undefined", "line": _line(error)}
    except SecurityError as error:
        return {"fault": "forbidden", "line": _line(error)}
    except MemoryError:
        return {"fault": "too_much", "line": None}
    except Exception as error:  # noqa: BLE001  # whatever a template can provoke
        return {"fault": "failed", "line": _line(error)}
    return {"text": "".join(pieces)}


NAME = "<template>"


def _refused(tree: Any, environment: Any) -> dict[str, Any] | None:
    """What no template may hold: other files, ways to write without escaping, unknown filters."""
    from jinja2 import nodes

    kinds: tuple[tuple[str, Any], ...] = (
        ("other_files", (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)),
        ("unescaped", (nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)),
    )
    for fault, types in kinds:
        node = next(tree.find_all(types), None)
        if node is not None:
            return {"fault": fault, "line": node.lineno}
    for node in tree.find_all(nodes.Filter):
        if node.name not in environment.filters:
            return {"fault": "unknown_filter", "line": node.lineno, "about": str(node.name)}
    return None


def _line(error: BaseException) -> int | None:
    """The line of the template on which it happened."""
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in (NAME, "<unknown>"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _environment(*, html: bool) -> Any:
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Bounded(ImmutableSandboxedEnvironment):
        """Nothing is reached by underscores, and no single operation makes a huge value."""

        intercepted_binops = frozenset({"*", "**", "%"})

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            # Data are plain JSON and loops: their own methods are all there is to call.
            return super().is_safe_attribute(obj, attr, value) and attr not in FORMATTING

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or (operator == "%" and isinstance(left, str)):
                raise SecurityError("operator")
            if operator == "*":
                pairs = ((left, right), (right, left))
                for one, other in pairs:
                    if isinstance(one, str | list | tuple) and (
                        not isinstance(other, int) or len(one) * other > LONGEST_VALUE
                    ):
                        raise SecurityError("size")
            return super().call_binop(context, operator, left, right)

    environment = Bounded(
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals = {
        name: environment.globals[name] for name in ("range", "namespace", "cycler", "joiner")
    }
    return environment


FORMATTING = frozenset({"format", "format_map", "center", "ljust", "rjust", "zfill", "expandtabs"})
FILTERS = (
    "abs", "batch", "capitalize", "count", "default", "d", "dictsort", "e", "escape", "first",
    "groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort", "string",
    "sum", "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip

if __name__ == "__main__":
    main()
