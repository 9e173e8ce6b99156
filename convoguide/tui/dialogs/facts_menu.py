"""All structured parts on one list, with what each holds; and opening one of them."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.conduct import Sitting
from convoguide.tui import facts_kept
from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.facts_list import ListDialog, Offer
from convoguide.tui.dialogs.form import FormDialog, Values
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.dialogs.pointed import PointedDialog
from convoguide.tui.facts import Field, Part
from convoguide.tui.facts_told import part_lines, value_words
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import cut

_LABEL = 30


class PartForm(FormDialog):
    """The form of a part of this conversation; its tables are kept as they are changed."""

    def __init__(self, sitting: Sitting, part: Part) -> None:
        today = sitting.now().date()
        super().__init__(part, facts_kept.holder_of(sitting, part), today, self._open)
        self._sitting = sitting

    def _open(self, field: Field, closed: Callable[[], None]) -> None:
        part, table = self._part, field.table
        if table is None:
            return

        def now() -> Sequence[Any]:
            holder = facts_kept.holder_of(self._sitting, part)
            return () if holder is None else facts_kept.read(holder, field)

        def change(values: tuple[Any, ...]) -> None:
            facts_kept.store(self._sitting, part, {field.key: values})

        self.app.push_screen(ListDialog(table, now, change, self._today), lambda _none: closed())

    def table_words(self, field: Field) -> str:
        holder = facts_kept.holder_of(self._sitting, self._part)
        return value_words(field, facts_kept.read(holder, field))


def own_contacts() -> list[Offer]:
    """The contacts of local packs, each with the organisation that offers it."""
    return [(pack.organisation, contact) for pack, contact in content.own_contacts()]


def open_part(app: App[Any], sitting: Sitting, part: Part, closed: Callable[[], None]) -> None:
    """Open the part's form or list; `closed` is called once it is kept or left."""
    if part.shape == "many":
        app.push_screen(
            ListDialog(
                part,
                lambda: getattr(sitting.conversation, part.id),
                lambda values: sitting.fill(**{part.id: values}),
                sitting.now().date(),
                own_contacts if part.id == "contacts" else list,
            ),
            lambda _none: closed(),
        )
        return

    def kept(values: Values | None) -> None:
        if values is not None:
            facts_kept.store(sitting, part, values)
        closed()

    app.push_screen(PartForm(sitting, part), kept)


class FactsDialog(PointedDialog[str]):
    """Gives the id of the part to open."""

    VIEW = "#parts"
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(self, sitting: Sitting, parts: Sequence[Part], now: str | None = None) -> None:
        super().__init__()
        self._sitting, self._parts = sitting, tuple(parts)
        ids = [part.id for part in parts]
        self.place = ids.index(now) if now in ids else 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(_("Which facts?"), markup=False, classes="title")
            yield LineView(pointed=True, id="parts")
        yield ActionLine(DIALOG)

    def on_mount(self) -> None:
        self.view.show(self._rows)
        self.mark(self.place)

    def _rows(self, width: int) -> list[Row]:
        rows = []
        for part in self._parts:
            label = _(part.label)
            room = max(_LABEL, cell_len(label) + 1)
            held = _fitting("; ".join(part_lines(self._sitting, part)), max(width - room, 4))
            lead = label + " " * (room - cell_len(label))
            rows.append(Row(((lead, "voice"), (held, "plain")), part.id))
        return rows

    def tags(self) -> Sequence[str]:
        return [part.id for part in self._parts]

    def take(self, tag: Hashable) -> None:
        self.dismiss(str(tag))


def _fitting(words: str, room: int) -> str:
    """As many whole facts as there is room for; an ellipsis by itself says that there are more."""
    if cell_len(words) <= room:
        return words
    shown = cut(words, max(room - 1, 1))
    ends = max(shown.rfind(", "), shown.rfind("; "))
    return f"{shown[:ends]} …" if ends > 0 else shown
