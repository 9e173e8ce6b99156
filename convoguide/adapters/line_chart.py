"""One line over attempts, as SVG by a template; PNG by the same way as every chart.

Every number stands beside its point, and the whole line in words in its description.
"""

from dataclasses import dataclass
from pathlib import Path

_LEFT, _TOP, _TALL, _STEP = 56, 64, 200, 64
_NARROWEST = 480


@dataclass(frozen=True)
class Line:
    """Points from 0 to 100 in order, each with a short name below it."""

    title: str
    described: str
    language: str
    points: tuple[tuple[str, float], ...]


def line_svg(line: Line, template: Path) -> str:
    """The line as one SVG file that needs nothing from outside."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    drawn = environment.from_string(template.read_text(encoding="utf-8"))
    return drawn.render(chart=_laid_out(line)) + "\n"


def _laid_out(line: Line) -> dict[str, object]:
    floor = _TOP + _TALL
    points = [
        {
            "x": _LEFT + place * _STEP + _STEP // 2,
            "y": round(floor - _TALL * score / 100),
            "label": f"{score:.0f}",
            "name": name,
        }
        for place, (name, score) in enumerate(line.points)
    ]
    return {
        "width": max(_NARROWEST, _LEFT + len(points) * _STEP + 16),
        "height": floor + 40,
        "left": _LEFT,
        "floor": floor,
        "title": line.title,
        "described": line.described,
        "language": line.language,
        "lines": [
            {"y": round(floor - _TALL * value / 100), "value": value} for value in range(0, 101, 25)
        ],
        "points": points,
        "path": " ".join(f"{point['x']},{point['y']}" for point in points),
    }
