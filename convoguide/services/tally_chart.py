"""The tally as one chart: conversations held by month, a bar for each guide."""

from convoguide.adapters.chart import Bars, png, svg
from convoguide.core.tally import Report
from convoguide.dates import told_month
from convoguide.i18n import current
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.tally import guide_title

_MONTHS = 24
"""The latest months that one chart shows."""


def chart(found: Report, form: str) -> bytes:
    """The chart as `svg` or `png`, of a report in which no small group is told."""
    guides = sorted({guide for _month, guide in found.held})
    months = _run_of_months([month for month, _guide in found.held])[-_MONTHS:]
    rows = tuple(
        (told_month(month), tuple(found.held.get((month, guide)) for guide in guides))
        for month in months
    )
    names = tuple(guide_title(guide) for guide in guides)
    told = [
        f"{month}, {name}: {count}"
        for month, counts in rows
        for name, count in zip(names, counts, strict=True)
        if count is not None
    ]
    templates = content.folder() / "templates"
    drawn = svg(
        Bars(
            title=_("Conversations held, by month"),
            described="; ".join(told) or _("No conversations yet."),
            language=current(),
            series=names,
            months=rows,
        ),
        templates / "stats.svg.j2",
    )
    if form == "svg":
        return drawn.encode()
    return png(drawn, templates / "chart.typ", content.folder() / "fonts")


def _run_of_months(there: list[str]) -> list[str]:
    """Every month from the first to the last: one in which nothing was held is seen as a gap."""
    if not there:
        return []
    first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (min(there), max(there)))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)]
