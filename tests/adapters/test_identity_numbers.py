import datetime
import itertools
import subprocess
import sys

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from convoguide.adapters.identity_numbers import (
    Span,
    contains_identity_number,
    find_identity_numbers,
    mask,
)

# Check digits are worked out here by the rules as they are published, apart from the library that
# the program uses.


def luhn_digit(number: str) -> str:
    total = 0
    for place, sign in enumerate(number):
        product = int(sign) * (2 if place % 2 == 0 else 1)
        total += product - 9 if product > 9 else product
    return str(-total % 10)


def check_digits(number: str) -> str | None:
    """Both check digits of a fødselsnummer's first nine; None where one would be ten."""
    digits = [int(sign) for sign in number]
    for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
        digit = -sum(weight * each for weight, each in zip(weights, digits, strict=True)) % 11
        if digit == 10:
            return None
        digits.append(digit)
    return f"{digits[9]}{digits[10]}"


def swedish(born: datetime.date, serial: int = 123, day_raised: int = 0) -> str:
    """Ten digits."""
    nine = f"{born:%y%m}{born.day + day_raised:02}{serial:03}"
    return nine + luhn_digit(nine)


def norwegian(
    born: datetime.date, serial: int = 123, day_raised: int = 0, month_raised: int = 0
) -> str | None:
    nine = f"{born.day + day_raised:02}{born.month + month_raised:02}{born:%y}{serial:03}"
    digits = check_digits(nine)
    return digits and nine + digits


def some_norwegian(born: datetime.date, day_raised: int = 0, month_raised: int = 0) -> str:
    """The first number of that day that has check digits."""
    numbers = (norwegian(born, serial, day_raised, month_raised) for serial in range(100, 500))
    return next(number for number in numbers if number)


BORN = datetime.date(1945, 6, 7)
SWEDISH, COORDINATION = swedish(BORN), swedish(BORN, day_raised=60)
NORWEGIAN = some_norwegian(BORN)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in find_identity_numbers(text)]


@pytest.mark.parametrize("century", ["", "19"])
@pytest.mark.parametrize("joint", ["", "-", "+", " ", " - ", "–", "\u2011", "\u00a0"])
@pytest.mark.parametrize(
    ("number", "kind"), [(SWEDISH, "personnummer"), (COORDINATION, "samordningsnummer")]
)
def test_swedish_numbers_are_found_however_they_are_joined(
    century: str, joint: str, number: str, kind: str
) -> None:
    written = f"{century}{number[:6]}{joint}{number[6:]}"
    assert found(f"Dottern {written} ringde.") == [(written, kind)]


@pytest.mark.parametrize("joint", ["", " ", "-", "\u202f"])
@pytest.mark.parametrize("month_raised", [0, 40, 65, 80])
@pytest.mark.parametrize(("day_raised", "kind"), [(0, "fodselsnummer"), (40, "d_nummer")])
def test_norwegian_numbers_are_found_the_synthetic_too(
    joint: str, month_raised: int, day_raised: int, kind: str
) -> None:
    number = some_norwegian(BORN, day_raised, month_raised)
    written = f"{number[:6]}{joint}{number[6:]}"
    assert found(f"Datteren ({written}) ringte.") == [(written, kind)]


@pytest.mark.parametrize(
    "written",
    [
        f"{NORWEGIAN[:2]} {NORWEGIAN[2:4]} {NORWEGIAN[4:6]} {NORWEGIAN[6:]}",
        f"{NORWEGIAN[:2]}.{NORWEGIAN[2:4]}.{NORWEGIAN[4:6]} {NORWEGIAN[6:]}",
        f"{NORWEGIAN[:2]}.{NORWEGIAN[2:4]}.1945 {NORWEGIAN[6:]}",
        f"{NORWEGIAN[:6]} {NORWEGIAN[6:9]} {NORWEGIAN[9:]}",
        f"1945-06-07-{SWEDISH[6:]}",
    ],
)
def test_a_number_written_in_groups_is_found(written: str) -> None:
    assert [text for text, _ in found(f"se {written}.")] == [written]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2026, 12, 31)), st.integers(1, 999))
def test_every_swedish_birthday_is_found_with_a_hyphen(born: datetime.date, serial: int) -> None:
    number = swedish(born, serial)
    assert contains_identity_number(f"{number[:6]}-{number[6:]}")
    assert contains_identity_number(f"{born:%Y}{number[2:6]}-{number[6:]}")


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2026, 12, 31)),
    st.integers(0, 999),
    st.sampled_from([0, 40]),
    st.sampled_from([0, 40, 65, 80]),
)
def test_every_norwegian_birthday_is_found(
    born: datetime.date, serial: int, day_raised: int, month_raised: int
) -> None:
    number = norwegian(born, serial, day_raised, month_raised)
    assume(number is not None)
    assert contains_identity_number(f"fnr {number}")


@pytest.mark.parametrize("place", range(10))
def test_a_single_mistyped_digit_is_no_swedish_number(place: int) -> None:
    wrong = str((int(SWEDISH[place]) + 1) % 10)
    number = SWEDISH[:place] + wrong + SWEDISH[place + 1 :]
    assert not contains_identity_number(f"{number[:6]}-{number[6:]}")


@pytest.mark.parametrize("place", range(11))
def test_a_single_mistyped_digit_is_no_norwegian_number(place: int) -> None:
    wrong = str((int(NORWEGIAN[place]) + 1) % 10)
    assert not contains_identity_number(NORWEGIAN[:place] + wrong + NORWEGIAN[place + 1 :])


@pytest.mark.parametrize("day", ["000000", "451332", "450631", "450229", "456001", "450660"])
def test_a_day_that_never_was_makes_no_number(day: str) -> None:
    numbers = [f"{day}{serial:03}{luhn_digit(f'{day}{serial:03}')}" for serial in range(100)]
    assert not any(contains_identity_number(f"{n[:6]}-{n[6:]}") for n in numbers)


def test_the_leap_day_of_2000_is_a_birthday() -> None:
    number = swedish(datetime.date(2000, 2, 29))
    assert contains_identity_number(f"{number[:6]}-{number[6:]}")


def passing_luhn(nine: str) -> str:
    return nine + luhn_digit(nine)


MOBILE = passing_luhn("070112345")  # 1 December 2007 could be read off it
OFFICE = passing_luhn("010101234")


@pytest.mark.parametrize(
    "text",
    [
        f"Dottern nås på {MOBILE}.",
        f"Tel: {MOBILE}",
        f"Växel {OFFICE}",
        f"+46{SWEDISH}",
        f"+46 {SWEDISH}",
        f"0046 {SWEDISH}",
        "Mobil 070-123 45 67, hem 0470-58 80 00, 08-123 456 78",
        "Tlf. 229 35 492, 91 62 85 78, +47 916 28 578, 1177, 113",
        f"Telefon {passing_luhn('040105123')} (kväll)",
    ],
)
def test_telephone_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20 kl. 13.05–14.00, 20261120, 20.11.2026, 20.11.26, 261120",
        "Perioden 20261120-20261125 og 2026-11-20T13:05:00+01:00",
        "Morfin 2,5-5 mg x 4, fentanyl 12 µg/h, BT 120/80, puls 72, 10000 IE, 1 000 000 E",
        "019bbca0-9840-7b06-ae1d-213dc71232fd",
        "556036-0793, 923 609 016 MVA",
    ],
)
def test_dates_doses_and_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_date_of_this_century_with_a_time_is_left_alone() -> None:
    times = [passing_luhn(f"261120{hour:02}{tens}") for hour in range(24) for tens in range(6)]
    assert not any(contains_identity_number(f"20{each[:6]} {each[6:]}") for each in times)


@pytest.mark.parametrize(
    "text",
    [
        f"Lot {SWEDISH}",
        f"batch-nr: {SWEDISH}",
        f"LOT{SWEDISH}",
        f"AB{SWEDISH}",
        f"{SWEDISH}C",
        f"a1b{SWEDISH}",
        f"7-{SWEDISH}",
        f"{SWEDISH}-01",
        f"12.{SWEDISH}",
        f"{SWEDISH},5",
        f"Bankgiro {SWEDISH}",
        f"Kontonr. {NORWEGIAN}",
        f"kontonummer: {NORWEGIAN}",
        f"3{NORWEGIAN}",
        f"{NORWEGIAN}3",
    ],
)
def test_lots_accounts_and_parts_of_longer_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_bank_account_has_to_pass_both_check_digits_to_be_mistaken() -> None:
    # The account's own digit follows the same rule as the second of a fødselsnummer, so that
    # one alone would report every ninth account that begins with a date.
    weights = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    mistaken = 0
    for serial in range(1000, 3000):
        ten = f"070645{serial}"
        digit = -sum(w * int(d) for w, d in zip(weights, ten, strict=True)) % 11
        if digit < 10:
            mistaken += contains_identity_number(f"{ten}{digit}")
            assert not contains_identity_number(f"{ten[:4]}.{ten[4:6]}.{ten[6:]}{digit}")
    assert mistaken < 2000 / 9


@pytest.mark.parametrize(
    "text",
    [
        f"pnr{SWEDISH}",
        f"Pnr:{SWEDISH}",
        f"PNR{SWEDISH}",
        f"Tel. saknas, personnr {SWEDISH}",
        f"Ring dottern Anna {SWEDISH}",
        f"{SWEDISH}Anna",
        f"f.{SWEDISH}",
        f"({SWEDISH})",
        f"{SWEDISH}.",
        f"{SWEDISH}, mår bra",
        f"Personnummer {swedish(datetime.date(2007, 5, 4))}",
        f"Sonen {swedish(datetime.date(2008, 3, 12))}",
        f"Født {NORWEGIAN}",
        f"fnr{NORWEGIAN}",
        f"PID{NORWEGIAN}",
        f"Ikke konto 12, men {NORWEGIAN}",
    ],
)
def test_words_around_a_number_do_not_hide_it(text: str) -> None:
    assert len(found(text)) == 1


def test_several_numbers_come_in_order_and_apart() -> None:
    text = f"{SWEDISH}, {NORWEGIAN}\n{COORDINATION[:6]}-{COORDINATION[6:]}"
    kinds = [span.kind for span in find_identity_numbers(text)]
    assert kinds == ["personnummer", "fodselsnummer", "samordningsnummer"]


def test_a_line_end_joins_no_number() -> None:
    assert found(f"{SWEDISH[:6]}\n{SWEDISH[6:]}") == []


def test_a_span_is_the_place_in_the_text() -> None:
    assert find_identity_numbers(f"ab {SWEDISH}") == (Span(3, 13, "personnummer"),)


def test_masking_hides_the_digits_and_keeps_all_else() -> None:
    written = f"{SWEDISH[:6]}-{SWEDISH[6:]}"
    assert mask(f"Anna {written}, rum 12") == "Anna XXXXXX-XXXX, rum 12"


@given(st.text(alphabet="0123456789-+ .abÅ\n", max_size=60))
@example(f"{SWEDISH} {SWEDISH}")
@example(f"{SWEDISH[:6]}-{SWEDISH[6:]}{NORWEGIAN}")
def test_masking_leaves_nothing_to_find_and_no_length_changed(text: str) -> None:
    masked = mask(text)
    spans = find_identity_numbers(text)
    assert len(masked) == len(text)
    assert all(set(masked[start:end]).isdisjoint("0123456789") for start, end, _ in spans)
    outside = [place for place in range(len(text)) if not any(s <= place < e for s, e, _ in spans)]
    assert [masked[place] for place in outside] == [text[place] for place in outside]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_a_page_of_digits_takes_no_time_to_speak_of() -> None:
    assert find_identity_numbers("1" * 200_000) == ()
    assert len(find_identity_numbers(f"{SWEDISH} " * 5_000)) == 5_000


def test_importing_the_module_brings_in_no_stdnum() -> None:
    code = (
        "import sys; import convoguide.adapters.identity_numbers as m; m.mask('ingenting'); "
        "print('stdnum' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
