"""A reader of HTML pages for tests: what a person sees, and of which elements it is made."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "img"}
UNSEEN = {"head", "style", "title"}


@dataclass
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str | None]
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Every character inside, as it stands."""
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    @property
    def seen(self) -> str:
        """What a reader sees: one space for every run of white space."""
        return " ".join(self._seen().split())

    def _seen(self) -> str:
        if self.tag in UNSEEN:
            return ""
        return "".join(each if isinstance(each, str) else each._seen() for each in self.inside)

    def all(self, *tags: str) -> list["Element"]:
        """The elements of those names inside, in the order of the page; all without a name."""
        found: list[Element] = []
        for each in self.inside:
            if isinstance(each, Element):
                found += [each] if not tags or each.tag in tags else []
                found += each.all(*tags)
        return found

    def of_class(self, name: str) -> list["Element"]:
        return [e for e in self.all() if name in (e.attributes.get("class") or "").split()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._open[-1].inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"{tag} closes {self._open[-1].tag}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)

    def close(self) -> None:
        super().close()
        assert self._open == [self.root], "an element is left open"


def read(page: str) -> Element:
    """The page as elements; every element has to be closed in its turn."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root
