"""The two domains as Babel catalogs: `convoguide` (the interface) and `content` (the guides).

What is written is the same however often and whenever it is made: sorted, without dates, and in
the .po files without line numbers, so that a change shows as what it is.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po

from i18n.yaml_extractor import ContentFile, Text, read_content

LANGUAGES = ("sv", "nb", "nn", "en")
DOMAINS = ("convoguide", "content")
SOURCE_LANGUAGE = "en"
"""Of the interface's msgids: there a translation is the msgid itself."""

_METHODS = {".py": "python", ".j2": "jinja2.ext:babel_extract"}
_KEYWORDS = {**DEFAULT_KEYWORDS, "said": None}
"""gettext's own names, and `said`: a text in the language of a document."""
_COMMENT_TAG = "Translators:"
_VOLATILE = (
    "Generated-By",
    "Language-Team",
    "Last-Translator",
    "PO-Revision-Date",
    "POT-Creation-Date",
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
)


def interface_template(root: Path) -> Catalog:
    """Every interface string of the package, sorted by its English."""
    template = _empty(None, "convoguide")
    found = []
    for path in sorted((root / "convoguide").rglob("*")):
        method = _METHODS.get(path.suffix)
        if method is None or not path.is_file():
            continue
        name = path.relative_to(root).as_posix()
        for line, message, comments, context in extract_from_file(
            method, path, _KEYWORDS, [_COMMENT_TAG], strip_comment_tags=True
        ):
            found.append((forms_of(message), context or "", name, line, message, comments))
    for _, context, name, line, message, comments in sorted(found, key=lambda each: each[:4]):
        template.add(message, None, [(name, line)], auto_comments=comments, context=context or None)
    return template


def content_files(root: Path) -> list[ContentFile]:
    """The content with text to translate: guides, document outlines and cases."""
    folder = root / "convoguide" / "content"
    paths = sorted(
        path for part in ("guides", "documents", "cases") for path in (folder / part).glob("*.y*ml")
    )
    return [read_content(path, path.relative_to(root).as_posix()) for path in paths]


def content_template(files: Iterable[ContentFile], language: str | None = None) -> Catalog:
    """The texts of the content, sorted by context; for a language, those it has to translate.

    What was written in a language needs no translation into it. Nor does the checklist that has
    one id and a file for each of two languages: a reader of either gets the file of that language.
    """
    files = list(files)
    at_home = {file.id for file in files if file.language == language}
    texts: list[Text] = [text for file in files if file.id not in at_home for text in file.texts]
    template = _empty(language, "content")
    for text in sorted(texts, key=lambda text: (text.context, text.text, text.file, text.line)):
        template.add(text.text, None, [(text.file, text.line)], context=text.context)
    return template


def templates(root: Path, language: str | None = None) -> Iterator[tuple[str, Catalog]]:
    """Each domain with what it holds, all of it or what one language has to translate."""
    yield "convoguide", interface_template(root)
    yield "content", content_template(content_files(root), language)


def po_path(root: Path, domain: str, language: str) -> Path:
    """Where a language's catalog of a domain lies."""
    return root / "locales" / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalog(path: Path, language: str, domain: str) -> Catalog:
    """The catalog in a file; an empty one where there is no file yet."""
    if not path.exists():
        return _empty(language, domain)
    with path.open("rb") as file:
        catalog = read_po(file, locale=language, domain=domain)
    catalog.header_comment = _header(domain, language)
    return catalog


def bring_up_to_date(catalog: Catalog, template: Catalog, *, fill: bool) -> None:
    """Take over the template's messages and keep what is translated, by equal words only.

    What is no longer there is kept at the end of the file, and taken up again when it returns.
    With `fill`, what is not translated gets its msgid: right for the msgids' own language.
    """
    for message in list(catalog.obsolete.values()):
        if template.get(message.id, message.context) is not None:
            catalog.add(message.id, message.string, context=message.context)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.header_comment = _header(catalog.domain or "", str(catalog.locale))
    if fill:
        for message in messages(catalog):
            if not is_translated(message):
                message.string = message.id


def messages(catalog: Catalog) -> Iterator[Message]:
    """The catalog's messages without its header."""
    return (message for message in catalog if message.id)


def forms_of(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """The singular and plural forms of a msgid or msgstr; one form where it has no plural."""
    if words is None or isinstance(words, str):
        return (words or "",)
    return tuple(words)


def is_translated(message: Message) -> bool:
    """Whether every form of the message has its words."""
    return all(forms_of(message.string))


def write_catalog(path: Path, catalog: Catalog, *, lines: bool) -> bool:
    """Write a .po or .pot file, with line numbers if asked; whether it differs from before."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, include_lineno=lines, include_previous=False)
    header, _, rest = buffer.getvalue().decode().partition("\n\n")
    kept = [line for line in header.splitlines() if not line.startswith(tuple(_quoted(_VOLATILE)))]
    text = "\n".join(kept) + "\n" + ("\n" + rest.rstrip("\n") + "\n" if rest.strip() else "")
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)
    return True


def _quoted(names: Iterable[str]) -> Iterator[str]:
    return (f'"{name}:' for name in names)


def _empty(language: str | None, domain: str) -> Catalog:
    return Catalog(
        locale=language, domain=domain, header_comment=_header(domain, language), fuzzy=False
    )


def _header(domain: str, language: str | None) -> str:
    what = "texts of the guides and documents" if domain == "content" else "interface"
    into = f", {language}" if language else ": template"
    return f"# ConvoGuide, {what}{into}.\n# Brought up to date by scripts/extract."
