"""Swedish and Norwegian identity numbers in free text, so that a person can be told of them.

Found are personnummer and samordningsnummer, fødselsnummer and D-nummer, the synthetic Norwegian
series too (months raised by 40, 65 or 80): whoever rehearses with made-up persons shall see the
same warning. A date and check digits have to fit. A Swedish number has a single check digit, which
one number in ten meets by chance, so a bare run of digits is left alone where its surroundings say
that it is something else: a telephone, an account, a lot, part of a longer number.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, Protocol

Kind = Literal["personnummer", "samordningsnummer", "fodselsnummer", "d_nummer"]


class Span(NamedTuple):
    """Where an identity number stands: `text[start:end]`."""

    start: int
    end: int
    kind: Kind


class FindIdentityNumbers(Protocol):
    """The port: all identity numbers of a text, from left to right, none overlapping."""

    def __call__(self, text: str) -> tuple[Span, ...]: ...


# Spaces and hyphens as word processors make them too.
_SPACE = "[ \t\u00a0\u2007\u2009\u202f]"
_HYPHEN = "[-\u2010\u2011\u2012\u2013\u2212]"
_JOINT = f"(?P<joint>{_SPACE}?{_HYPHEN}{_SPACE}?|\\+|{_SPACE})?"
_SWEDISH = re.compile(
    rf"(?<![0-9])(?:(?P<century>18|19|20)?(?P<day>[0-9]{{6}}){_JOINT}"
    rf"|(?P<year>(?:18|19|20)[0-9]{{2}})-(?P<month>[0-9]{{2}})-(?P<of>[0-9]{{2}})[-+])"
    rf"(?P<last>[0-9]{{4}})(?![0-9])"
)
_NORWEGIAN = re.compile(
    rf"(?<![0-9])(?P<day>[0-9]{{2}})(?P<dot>[.]|{_SPACE}|)(?P<month>[0-9]{{2}})(?P=dot)"
    rf"(?:18|19|20)?(?P<year>[0-9]{{2}}){_JOINT}"
    rf"(?P<person>[0-9]{{3}}){_SPACE}?(?P<check>[0-9]{{2}})(?![0-9])"
)

# What stands before a number often says what it is. The nearest such word counts.
_OF_A_PERSON = (
    r"p-?nr|pers\.?nr|person-?(?:nr|nummer|id)|f-?nr|fødsels-?(?:nr|nummer)|d-?(?:nr|nummer)|"
    r"samordnings-?(?:nr|nummer)|født|fødd|född|f\.|fødselsdato|id|ssn|born"
)
_OF_A_TELEPHONE = (
    r"te?lf?n?|telefon\w{0,8}|mob(?:il)?(?:en|nr|nummer|telefon)?|mobile|phone|ring|sms|fax|faks"
)
_OF_A_THING = (
    r"(?:bank)?konto(?:n|nr|nummer)?|clearing\w{0,8}|bankgiro|plusgiro|bg|pg|kid|iban|account|"
    r"ocr|faktura\w{0,8}|invoice|order\w{0,8}|ordre\w{0,8}|org\.?-?(?:nr|nummer)|lot|batch|charge|"
    r"(?:lot|batch|parti|serie|artikel|artikkel|vare|ref|ärende|saks)\.?-?(?:nr|nummer)|ref|gtin|ean"
)
_WORD_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<person>{_OF_A_PERSON})|(?P<telephone>{_OF_A_TELEPHONE})"
    rf"|(?P<thing>{_OF_A_THING}))(?![^\W\d_])",
    re.IGNORECASE,
)
_WINDOW = 24


def find_identity_numbers(text: str) -> tuple[Span, ...]:
    """All identity numbers of the text, from left to right, none overlapping."""
    found: list[Span] = []
    for span in sorted([*_norwegian(text), *_swedish(text)], key=lambda span: span.start):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def contains_identity_number(text: str) -> bool:
    """Whether the text holds an identity number."""
    return bool(find_identity_numbers(text))


def mask(text: str) -> str:
    """The text with an X for every digit of its identity numbers; all else stays."""
    parts, done = [], 0
    for start, end, _ in find_identity_numbers(text):
        parts += [text[done:start], re.sub("[0-9]", "X", text[start:end])]
        done = end
    return "".join(parts) + text[done:]


def _swedish(text: str) -> Iterator[Span]:
    for match in _SWEDISH.finditer(text):
        digits = match["day"] or match["year"][2:] + match["month"] + match["of"]
        century = match["century"] or (match["year"] or "")[:2]
        year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:])
        centuries = [century] if century else ["18", "19", "20"]
        if not _is_a_day(centuries, year, month, day % 60) or not _passes_luhn(
            digits + match["last"]
        ):
            continue
        before, after = _around(text, match)
        word = _word_before(before)
        if _is_inside_a_longer_number(match, before, after) or _is_a_telephone(match, word):
            continue
        if (
            match[0].isdigit()
            and word != "person"
            and (word == "thing" or _is_a_code(before, after))
        ):
            continue
        if word != "person" and century == "20" and _is_a_time(match):
            continue
        yield Span(*match.span(), "samordningsnummer" if day > 60 else "personnummer")


def _norwegian(text: str) -> Iterator[Span]:
    for match in _NORWEGIAN.finditer(text):
        day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
        d_number = day > 40
        raised = next((by for by in (80, 65, 40) if month > by), 0)
        born = (year, month - raised, day - 40 if d_number else day)
        number = "".join(match[part] for part in ("day", "month", "year", "person"))
        if not _is_a_day(["18", "19", "20"], *born) or not _has_check_digits(
            number, match["check"]
        ):
            continue
        before, after = _around(text, match)
        if _is_inside_a_longer_number(match, before, after):
            continue
        if match[0].isdigit() and _word_before(before) == "thing":
            continue  # most often a bank account: eleven digits too, the last by the same rule
        yield Span(*match.span(), "d_nummer" if d_number else "fodselsnummer")


def _is_a_day(centuries: list[str], year: int, month: int, day: int) -> bool:
    for century in centuries:
        try:
            date(int(century) * 100 + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _passes_luhn(number: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(number))


def _has_check_digits(number: str, check: str) -> bool:
    from stdnum.no.fodselsnummer import calc_check_digit1, calc_check_digit2

    # Either is «10» where no digit would do, and such a number is never given out.
    return calc_check_digit1(number) == check[0] and (
        calc_check_digit2(number + check[0]) == check[1]
    )


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    return text[max(0, match.start() - _WINDOW) : match.start()], text[match.end() :][:3]


def _is_inside_a_longer_number(match: re.Match[str], before: str, after: str) -> bool:
    """Whether it is the tail or head of a longer number, or has a country's number in front."""
    if re.search(rf"[0-9]-$|\+$|(?:\+|\b00)[0-9]{{1,3}}{_SPACE}?$", before):
        return True
    if re.match("-[0-9]", after):
        return True
    return match[0].isdigit() and bool(
        re.search(r"[0-9][.,:/]$", before) or re.match("[.,:/][0-9]", after)
    )


def _is_a_telephone(match: re.Match[str], word: str | None) -> bool:
    """Whether it can be a telephone, and a word says so or it begins as mobile numbers do.

    For want of a word, ten bare digits that begin with 07 or 010 are one. Someone born in 2007
    may be missed by this; without it the telephones of many contacts would be reported.
    """
    number = match[0]
    if not re.sub(_SPACE, "", number).isdigit():  # no telephone is written 070123-4567
        return False
    if word == "telephone":
        return number.startswith("0")
    begins_as_one = len(number) == 10 and number.startswith(("07", "010"))
    return word != "person" and number.isdigit() and begins_as_one


def _is_a_code(before: str, after: str) -> bool:
    """Whether letters stick to the digits as in a lot or an article number: AB123, 123C, x1y123."""
    stuck = re.search(r"([0-9]?)([^\W\d_]+)$", before)
    if stuck and (stuck[1] or (stuck[2].isupper() and len(stuck[2]) <= 4)):
        return True
    return bool(re.match(r"[A-Z]{1,2}(?![^\W\d_])", after))


def _is_a_time(match: re.Match[str]) -> bool:
    """Whether a space and a time of day follow the date: 20261120 1305."""
    hour, minute = int(match["last"][:2]), int(match["last"][2:])
    return bool(re.fullmatch(_SPACE, match["joint"] or "")) and hour < 24 and minute < 60


def _word_before(before: str) -> str | None:
    """What the nearest telling word says the number is; a number between them cuts the tie."""
    nearest = None
    for found in _WORD_BEFORE.finditer(re.split(r"[0-9\n]", before)[-1]):
        nearest = found.lastgroup
    return nearest
