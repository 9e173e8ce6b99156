"""One clear chart: bars by month, as SVG by a template, and as PNG where typst is installed.

Every number stands beside its bar as text, and the whole chart in words in its description, so
that nothing depends on seeing a colour or a height. All colours have a contrast of 7:1 or more.
"""

from dataclasses import dataclass
from pathlib import Path

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _

_COLOURS = ("#1f3a5f", "#7a3300", "#2b4f2b", "#5a1a5a")
_LEFT, _TOP, _TALL = 56, 92, 240
_BAR, _GAP, _BETWEEN = 40, 4, 28
_NARROWEST = 480
_STUB = 12
"""The height of a bar whose number is not told."""


@dataclass(frozen=True)
class Bars:
    """What the chart shows: for each month, a count for each series or the sign that stands for
    one that is not told; None where there is nothing."""

    title: str
    described: str
    language: str
    series: tuple[str, ...]
    months: tuple[tuple[str, tuple[int | str | None, ...]], ...]


def svg(bars: Bars, template: Path) -> str:
    """The chart as one SVG file that needs nothing from outside."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    drawn = environment.from_string(template.read_text(encoding="utf-8"))
    return drawn.render(chart=_laid_out(bars)) + "\n"


def png(drawn: str, template: Path, fonts: Path) -> bytes:
    """The same as an image, for what cannot show SVG."""
    try:
        import typst
    except ImportError:
        raise ConvoGuideError(
            _("PNG needs the package typst; it comes with the extra pdf of ConvoGuide. Or use .svg")
        ) from None
    made = typst.compile(
        template,
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={"svg": drawn},
        format="png",
        ppi=144,
    )
    if not isinstance(made, bytes):
        raise ConvoGuideError(_("The chart could not be made into an image. Use .svg"))
    return made


def _laid_out(bars: Bars) -> dict[str, object]:
    group = len(bars.series) * (_BAR + _GAP)
    step = max(group, 64) + _BETWEEN
    width = max(_NARROWEST, _LEFT + len(bars.months) * step + 16)
    top = _rounded_up(
        max((n for _m, each in bars.months for n in each if isinstance(n, int)), default=5)
    )
    floor = _TOP + _TALL
    drawn, months = [], []
    for place, (month, counts) in enumerate(bars.months):
        middle = _LEFT + place * step + step / 2
        months.append({"x": round(middle), "name": month})
        for number, count in enumerate(counts):
            if count is None:
                continue
            height = _TALL * count / top if isinstance(count, int) else _STUB
            drawn.append(
                {
                    "x": round(middle - group / 2 + number * (_BAR + _GAP)),
                    "y": round(floor - height),
                    "width": _BAR,
                    "height": round(height),
                    "colour": _COLOURS[number % len(_COLOURS)],
                    "told": isinstance(count, int),
                    "label": str(count),
                }
            )
    return {
        "width": width,
        "height": floor + 40,
        "left": _LEFT,
        "floor": floor,
        "title": bars.title,
        "described": bars.described,
        "language": bars.language,
        "legend": [
            {"x": 16 + place * 210, "colour": _COLOURS[place % len(_COLOURS)], "name": name}
            for place, name in enumerate(bars.series)
        ],
        "lines": [
            {"y": round(floor - _TALL * value / top), "value": value}
            for value in range(0, top + 1, top // 5)
        ],
        "bars": drawn,
        "months": months,
    }


def _rounded_up(number: int) -> int:
    """The next number that five lines part evenly."""
    step = 5
    while step < number:
        step += 5 if step < 50 else 25 if step < 250 else step
    return step
