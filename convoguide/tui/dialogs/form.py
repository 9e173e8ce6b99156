"""One form for every structured part, made from the part's description."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from convoguide.core.text import collapse
from convoguide.dates import typed_day
from convoguide.days import parse_day, parse_interval
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import FORM
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.facts import Field, Part
from convoguide.tui.facts_kept import read, something
from convoguide.tui.facts_told import value_words
from convoguide.tui.place import Dialog, keys_of
from convoguide.tui.widgets.form_fields import ChoiceControl, Entered, Steered, TextControl
from convoguide.tui.widgets.number_line import NumberLine
from convoguide.tui.widgets.number_watch import NumberWatch
from convoguide.tui.widgets.table_control import TableControl
from convoguide.tui.widgets.typing_line import TypingLine, TypingPlace

_FEW, _HIGH = 5, 34
"""So many fields have a line between them in the smallest window, and all in one so high."""
Values = dict[str, Any]
OpenTable = Callable[[Field, Callable[[], None]], None]
"""Opens the list of a field that is a table, and tells when it is closed."""


class Wrong(Exception):  # noqa: N818  # it is no fault of the program
    """What was typed cannot be read; the message says what could."""


def read_typed(field: Field, text: str, today: date) -> Any:
    """The value that a text means; None where it is empty; `Wrong` where it means nothing."""
    text = text.strip()
    if not text:
        if field.needed:
            raise Wrong(_("This is needed."))
        return () if field.kind == "texts" else None
    if field.kind in ("day", "past"):
        day = parse_day(text, today, "behind" if field.kind == "past" else "ahead")
        if day is None:
            raise Wrong(_("This is no date. Type 2026-12-04, 4/12, or +14 for days from today."))
        return day
    if field.kind == "interval":
        interval = parse_interval(text)
        if interval is None:
            raise Wrong(_("This is no interval. Type 3 months, 2 weeks, 1 year, or P3M."))
        return interval
    if field.kind == "texts":
        return tuple(collapse(each) for each in text.replace("\n", ";").split(";") if each.strip())
    return text if field.kind == "long" else collapse(text)


class FormDialog(TypingPlace, Dialog[Values]):
    """Gives the values of all fields; what cannot be read is said under its field, and kept."""

    PLACE = FORM
    BINDINGS = keys_of(FORM)
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(
        self, part: Part, holder: Any, today: date, open_table: OpenTable | None = None
    ) -> None:
        """`holder` is what the fields are read from now: a value, an entry, or None."""
        super().__init__()
        self._part, self._today, self._open_table = part, today, open_table
        self._before = {each.key: read(holder, each) for each in part.fields}
        self._warned = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(_(self._part.label), markup=False, classes="title")
            if self._part.notice:
                yield Static(_(self._part.notice), markup=False, classes="said")
            with VerticalScroll(classes="fields", can_focus=False):
                for number, field in enumerate(self._part.fields):
                    with Horizontal(classes="row -even" if number % 2 else "row"):
                        yield Static(_(field.label), markup=False, classes="label")
                        yield self._control(number, field)
                    if field.only is not None:
                        yield Static("", markup=False, classes="remark", id=f"remark{number}")
                    yield Static("", markup=False, classes="wrong", id=f"wrong{number}")
            yield NumberLine()
            yield Static("", markup=False, classes="wrong", id="unsaved")
        yield TypingLine(FORM)

    def _control(self, number: int, field: Field) -> Widget:
        name, value = f"field{number}", self._before[field.key]
        control: Widget
        if field.kind == "table":
            control = TableControl(value_words(field, value), id=name)
        elif field.allowed is not None:
            control = ChoiceControl(
                field.allowed,
                _chosen(field, value),
                several=field.kind == "choices",
                needed=field.needed,
                id=name,
            )
        else:
            text = "\n".join(value) if field.kind == "texts" and value else value
            if isinstance(text, date):
                text = typed_day(text)
            said = "" if text is None or text == () else str(text)
            anew = field.kind in ("day", "past", "interval")
            control = TextControl(said, anew=anew, id=name)
            control.set_class(field.kind in ("long", "texts"), "long")
        return control.add_class("control")

    def on_mount(self) -> None:
        self.query_one("#field0").focus()
        for place in range(len(self._part.fields)):
            self._remark(place)

    def on_resize(self, event: events.Resize) -> None:
        """Set the fields apart by a line each where there is room for it."""
        self.set_class(len(self._part.fields) <= _FEW or event.size.height >= _HIGH, "-airy")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Let the fields have what the window leaves beside the rest of the box; they scroll."""
        fields, box = self.query_one(".fields"), self.query_one(".box")
        beside = box.virtual_size.height - fields.outer_size.height + box.gutter.height
        last = self.query_one(TypingLine).size.height
        fields.styles.max_height = max(self.size.height - last - beside, 1)
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def on_number_watch_numbered(self, message: NumberWatch.Numbered) -> None:
        super().on_number_watch_numbered(message)
        self.call_after_refresh(self._fit)

    # --- going through it ------------------------------------------------------------------------

    @on(Steered)
    def _steered(self, message: Steered) -> None:
        place = self._place_of(self.focused)
        if place is not None:
            self._tell(place)
            self._go((place + message.direction) % len(self._part.fields))

    @on(Entered)
    def _entered(self) -> None:
        place = self._place_of(self.focused)
        if place is None or not self._tell(place):
            return
        if place + 1 < len(self._part.fields):
            self._go(place + 1)
        else:
            self.action_save()

    def _go(self, place: int) -> None:
        self.query_one(f"#field{place}").focus()

    def _place_of(self, control: Widget | None) -> int | None:
        name = control.id if control is not None and control.id else ""
        return int(name.removeprefix("field")) if name.startswith("field") else None

    @on(ChoiceControl.Changed)
    def _chosen_now(self, message: ChoiceControl.Changed) -> None:
        place = self._place_of(message.changed)
        if place is not None:
            self._remark(place)

    def _remark(self, place: int) -> None:
        """Say under a choice what it means where it is not the one that counts."""
        only = self._part.fields[place].only
        control = self.query_one(f"#field{place}")
        if only is None or not isinstance(control, ChoiceControl):
            return
        value, words = only
        said = self.query_one(f"#remark{place}", Static)
        said.display = bool(control.chosen) and control.chosen != (value,)
        said.update(_(words))

    @on(TableControl.Opened)
    def _table(self, message: TableControl.Opened) -> None:
        place = self._place_of(message.opened)
        if place is not None and self._open_table is not None:
            self._open_table(self._part.fields[place], self._told_anew(place, message.opened))

    def _told_anew(self, place: int, control: TableControl) -> Callable[[], None]:
        return lambda: control.tell(self.table_words(self._part.fields[place]))

    def table_words(self, field: Field) -> str:
        """What a table holds now, in words; whoever opens tables says it."""
        return value_words(field, self._before[field.key])

    # --- values ----------------------------------------------------------------------------------

    def _value(self, place: int) -> Any:
        field = self._part.fields[place]
        control = self.query_one(f"#field{place}")
        if isinstance(control, ChoiceControl):
            if field.kind == "choices":
                return control.chosen
            if not control.chosen:
                if field.needed:
                    raise Wrong(_("This is needed."))
                return None
            return control.chosen[0] == "yes" if field.kind == "flag" else control.chosen[0]
        return read_typed(field, self.query_one(f"#field{place}", TextControl).text, self._today)

    def _tell(self, place: int) -> bool:
        """Say under the field what is wrong with it; show a date as it was understood."""
        wrong = self.query_one(f"#wrong{place}", Static)
        try:
            value = None if self._part.fields[place].kind == "table" else self._value(place)
        except Wrong as error:
            wrong.update(str(error))
            wrong.add_class("-shown")
            return False
        wrong.remove_class("-shown")
        if isinstance(value, date):
            self.query_one(f"#field{place}", TextControl).put(typed_day(value))
        return True

    def _values(self) -> Values | None:
        places = [n for n, each in enumerate(self._part.fields) if each.kind != "table"]
        wrong = [place for place in places if not self._tell(place)]
        if wrong:
            self._go(wrong[0])
            return None
        return {self._part.fields[place].key: self._value(place) for place in places}

    def action_save(self) -> None:
        """Close with the values, where all of them can be read."""
        values = self._values()
        if values is not None:
            self.dismiss(values)

    def action_cancel(self) -> None:
        """Close without saving; what was changed is thrown away only when asked a second time."""
        if self._changed() and not self._warned:
            self._warned = True
            said = self.query_one("#unsaved", Static)
            said.update(_("Not saved yet. F2 saves; cancel once more to leave it as it was."))
            said.add_class("-shown")
            self.call_after_refresh(self._fit)
        else:
            self.dismiss(None)

    def _changed(self) -> bool:
        for place, field in enumerate(self._part.fields):
            if field.kind == "table":
                continue
            try:
                value = self._value(place)
            except Wrong:
                if self._empty(place):
                    continue
                return True
            if something(value) != something(self._before[field.key]):
                return True
        return False

    def _empty(self, place: int) -> bool:
        control = self.query_one(f"#field{place}")
        return (
            isinstance(control, ChoiceControl)
            or not self.query_one(f"#field{place}", TextControl).text.strip()
        )


def _chosen(field: Field, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if field.kind == "flag":
        return ("yes" if value else "no",)
    return tuple(value) if field.kind == "choices" else (str(value),)
