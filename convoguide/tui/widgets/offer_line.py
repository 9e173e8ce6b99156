"""One quiet line above the field: that a note may belong under another step."""

from textual.message import Message
from textual.widgets import Static


class OfferLine(Static):
    """Shown only while something is offered; a click takes what a key would take."""

    DEFAULT_CSS = """
    OfferLine { height: auto; display: none; padding: 0 1; text-style: italic; }
    OfferLine.-shown { display: block; }
    """

    class Clicked(Message):
        """The line was clicked."""

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def tell(self, words: str) -> None:
        """Offer in these words; without any, nothing is offered any more."""
        if words:
            self.update(words)
        self.set_class(bool(words), "-shown")

    def on_click(self) -> None:
        self.post_message(self.Clicked())
