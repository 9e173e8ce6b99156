"""Texts to translate out of the content's YAML: guides, document outlines, what is told of cases.

Each text has a context that says where it stands, so that a translator sees what changed and two
equal texts can be translated apart:

    GUIDE/STEP/FIELD                svas-kronoberg/understanding/phrase
    GUIDE/stage:STAGE/FIELD         svas-kronoberg/stage:present/aim
    GUIDE/STEP/OPTIONS:ID/FIELD     svas-kronoberg/offered/choice:accepted/text
    GUIDE/FIELD                     forhandssamtale/title
    identify/GROUP:ID/FIELD         identify/criterion:declining/hint
    DOCUMENT/SECTION/heading        journal-svas/hopes/heading
    CASE/FIELD                      hjartsvikt-trappan/aim, hjartsvikt-trappan/teacher/opens

A text in a list has the list's context (`…/phrase`, `…/reminder`): its own words tell it from its
neighbours, and moving it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import yaml

TEXT = {
    "title": "title",
    "summary": "summary",
    "aim": "aim",
    "topic": "topic",
    "purpose": "purpose",
    "phrases": "phrase",
    "advice": "advice",
    "reminders": "reminder",
    "text": "text",
    "hint": "hint",
    "question": "question",
    "notice": "notice",
    "result": "result",
    "heading": "heading",
    "label": "label",
}
"""Keys whose value, or each item of whose list, is text; and how the context names it."""

CASE = "convoguide/case@"
TOLD_OF_A_CASE: dict[str, Any] = {
    "title": None,
    "aim": None,
    "person": {"background": None, "home": None},
    "illness": None,
    "situation": None,
    "knows": None,
    "wants": None,
    "hopes": None,
    "fears": None,
    "relatives": {"who": None, "about": None},
    "others": {"who": None, "about": None},
    "teacher": {"held_back": None, "opens": None, "talk_about": None},
}
"""What trainee and teacher read of a case. What its people say is theirs, and stays as it is."""

GROUPS = {
    "stages": "stage:{id}",
    "steps": "{id}",
    "sections": "{id}",
    "choices": "choice:{id}",
    "checklist": "checklist:{id}",
    "answers": "answer:{id}",
    "criteria": "criterion:{id}",
    "occasions": "occasion:{id}",
}
"""Keys of lists whose items carry an id; and the part of the context that an item adds."""

PLAIN = frozenset(
    {"kind", "id", "language", "country", "journal", "theme", "themes", "takes", "fills", "only_if"}
    | {"instruments", "reader", "formats", "holds", "parts", "catch_all", "version", "publisher"}
    | {"copyright", "licence", "opening", "for_the_night", "needs_consent", "needs_signature"}
    | {"long_dates", "parts_below", "voices", "neighbours"}
)
"""Keys whose value is an id, a fact or a name, which stands as it is in every language."""

SOURCE_TEXT = "wording"
"""The only text of a `source` block: the others are the facts of a publication."""


class UnknownKeyError(ValueError):
    """A key of which nobody has said whether people read its value."""


@dataclass(frozen=True)
class Text:
    """One text of a content file."""

    file: str
    line: int
    context: str
    text: str


@dataclass(frozen=True)
class ContentFile:
    """The texts of one file, with the id and the language it was written in."""

    id: str
    language: str
    texts: tuple[Text, ...]


def read_content(path: Path, name: str) -> ContentFile:
    """The texts of a guide or an outline; `name` is the file's name in references."""
    root = _compose(path.read_bytes())
    plain = {key.value: value.value for key, value in root.value if key.value in PLAIN}
    return ContentFile(plain["id"], plain["language"], tuple(_texts(root, name)))


def extract(
    fileobj: IO[bytes], _keywords: object, _comment_tags: object, _options: object
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """The same as an extraction method of Babel, for whoever drives `pybabel` by hand."""
    for text in _texts(_compose(fileobj.read()), getattr(fileobj, "name", "")):
        yield text.line, "pgettext", (text.context, text.text), []


def _compose(raw: bytes) -> yaml.MappingNode:
    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root = yaml.compose(raw.decode("utf-8-sig"), Loader=loader)
    if not isinstance(root, yaml.MappingNode):
        raise TypeError("a content file is a mapping")
    return root


def _texts(root: yaml.MappingNode, name: str) -> Iterator[Text]:
    identity = next(value.value for key, value in root.value if key.value == "id")
    if any(key.value == "format" and value.value.startswith(CASE) for key, value in root.value):
        yield from _told(root, TOLD_OF_A_CASE, identity, name)
    else:
        yield from _walk(root, identity, identity, name)


def _told(
    node: yaml.MappingNode, fields: dict[str, Any], context: str, name: str
) -> Iterator[Text]:
    for key, value in node.value:
        if key.value not in fields:
            continue
        place = f"{context}/{key.value}"
        inside = fields[key.value]
        if inside is None:
            yield from _leaf(value, place, name)
        else:
            items = value.value if isinstance(value, yaml.SequenceNode) else [value]
            for item in items:
                yield from _told(item, inside, place, name)


def _walk(node: yaml.MappingNode, root: str, context: str, name: str) -> Iterator[Text]:
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in TEXT:
            yield from _leaf(value, f"{context}/{TEXT[key.value]}", name)
        elif key.value in GROUPS:
            # A step belongs to its guide, not to its stage: moving it elsewhere keeps its context.
            above = root if key.value == "steps" else context
            for item in value.value:
                identity = next(v.value for k, v in item.value if k.value == "id")
                part = GROUPS[key.value].format(id=identity)
                yield from _walk(item, root, f"{above}/{part}", name)
        elif key.value == "source":
            for fact, words in value.value:
                if fact.value == SOURCE_TEXT:
                    yield from _leaf(words, f"{context}/source/{SOURCE_TEXT}", name)
        elif key.value not in PLAIN:
            raise UnknownKeyError(
                f"{name}:{line}: is the value of «{key.value}» read by people? "
                "Put the key under TEXT, GROUPS or PLAIN in scripts/i18n/yaml_extractor.py"
            )


def _leaf(node: yaml.Node, context: str, name: str) -> Iterator[Text]:
    """A text, a list of texts, or texts with conditions beside them (`{text, only_if}`)."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaf(item, context, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "text":
                yield from _leaf(value, context, name)
    elif node.value:
        yield Text(name, node.start_mark.line + 1, context, node.value)
