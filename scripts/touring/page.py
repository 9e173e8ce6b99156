"""docs/tour.md and its translations: the prose around what was seen, and what it took.

The prose lies in `prose/LANGUAGE.yaml`, with the same keys in each. The screens are the same in
all: the first conversation is held in Swedish, the second in bokmål.
"""

import re
import textwrap
from pathlib import Path
from typing import Any

import yaml

from touring.talk import Seen

LANGUAGES = ("en", "sv", "nb", "nn")
_PROSE = Path(__file__).parent / "prose"


def prose(language: str) -> dict[str, Any]:
    """What is said in a language."""
    text = (_PROSE / f"{language}.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return said


def told(conversation: str) -> frozenset[str]:
    """The moments of a conversation of which something is said."""
    return frozenset(prose(LANGUAGES[0])[conversation]["moments"])


def page(language: str, afterwards: Seen, stepwise: Seen) -> str:
    """The whole page in one language; KeyError where its prose leaves a moment out."""
    said = prose(language)
    svas, forhandssamtale = said["svas"], said["forhandssamtale"]
    headings = [(svas["heading"], svas["language"])]
    headings += [(forhandssamtale["heading"], forhandssamtale["language"])]
    contents = [f"- [{heading}](#{_anchor(heading)}) ({about})\n" for heading, about in headings]
    cost = said["cost"]["heading"]
    return "".join(
        (
            f"# {said['title']}\n\n", said["opening"], "\n", *contents,
            f"- [{cost}](#{_anchor(cost)})\n",
            *_conversation(said, "svas", afterwards, "Cosmic"),
            *_conversation(said, "forhandssamtale", stepwise, "Profil"),
            _cost(said["cost"], afterwards, stepwise),
        )
    )  # fmt: skip


def path(docs: Path, language: str) -> Path:
    """Where the page of a language stands."""
    return docs / ("tour.md" if language == LANGUAGES[0] else f"tour.{language}.md")


def _anchor(heading: str) -> str:
    """The heading as a link's target, as forges write it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _conversation(said: dict[str, Any], name: str, seen: Seen, system: str) -> list[str]:
    story = said[name]
    moments = [
        f"\n{story['moments'][moment]}\n```text\n{screen}\n```\n" for moment, screen in seen.moments
    ]
    pasted, keys = said["pasted"], said["keys"]
    written = "\n".join(seen.written)
    return [
        f"\n## {story['heading']}\n\n{story['opening']}", *moments,
        f"\n### {pasted['heading'].format(system=system)}\n\n{pasted['told']}\n",
        f"```text\n{_wrapped(seen.pasted)}\n```\n",
        f"\n<details><summary>{keys['summary']}</summary>\n\n{keys['told']}\n",
        f"```text\n{written}\n```\n\n</details>\n",
    ]  # fmt: skip


def _wrapped(text: str) -> str:
    lines = text.strip("\n").splitlines()
    return "\n".join(
        textwrap.fill(line, 96, break_long_words=False, break_on_hyphens=False) for line in lines
    )


def _cost(said: dict[str, str], afterwards: Seen, stepwise: Seen) -> str:
    table = "".join(
        f"| {said[kind]} | {getattr(afterwards.count, kind)} | {getattr(stepwise.count, kind)} |\n"
        for kind in ("notes", "forms", "others")
    )
    return (
        f"\n## {said['heading']}\n\n{said['told']}\n"
        f"| | {said['svas']} | {said['forhandssamtale']} |\n| --- | ---: | ---: |\n"
        f"{table}\n{said['included']}"
    )
