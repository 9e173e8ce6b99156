"""One quiet line below a note field: that an identity number stands in what was written."""

from textual.widgets import Static

from convoguide.i18n import gettext as _


class NumberLine(Static):
    """Shown only while there is a number: in the field, or else in what is recorded already."""

    DEFAULT_CSS = """
    NumberLine { height: auto; display: none; padding: 0 1; text-style: italic; }
    NumberLine.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.in_field = False
        """Whether one stands in what is being typed."""
        self.recorded = ""
        """The name of the first step with one in a note; empty where there is none."""

    @property
    def shown(self) -> bool:
        """Whether there is something to mask."""
        return self.in_field or bool(self.recorded)

    def tell(self, *, in_field: bool | None = None, recorded: str | None = None) -> None:
        """Say what is known now; what is not given stays as it was."""
        if in_field is not None:
            self.in_field = in_field
        if recorded is not None:
            self.recorded = recorded
        if self.in_field:
            self.update(_("There is an identity number in this note. Esc # masks it."))
        elif self.recorded:
            words = _("There is an identity number in a note under “{step}”. Esc # masks it.")
            self.update(words.format(step=self.recorded))
        self.set_class(self.shown, "-shown")
