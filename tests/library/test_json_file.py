import json
from typing import Any

import pytest

from convoguide.library.faults import FaultyFileError
from convoguide.library.json_file import positions
from convoguide.services.files import conversation_from
from tests.making import file


def refused(text: str | bytes) -> FaultyFileError:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(FaultyFileError) as error:
        conversation_from(data, "talk.json")
    return error.value


def lines(**parts: Any) -> str:
    return json.dumps(file(**parts), indent=1, ensure_ascii=False)


def test_an_unknown_key_is_named_with_its_line() -> None:
    text = lines(entries={"hopes": {"notes": ["hemligt"], "colour": "blå"}})
    fault = refused(text).faults[0]
    assert fault.key == "entries.hopes.colour"
    assert text.splitlines()[(fault.line or 0) - 1].strip().startswith('"colour"')


def test_a_duplicate_key_is_named_with_the_line_of_the_second() -> None:
    fault = refused('{"format": "x",\n "label": "a",\n "label": "b"}').faults[0]
    assert (fault.key, fault.line) == ("label", 3)


def test_an_unknown_step_is_named() -> None:
    assert refused(lines(entries={"dreams": {"notes": ["x"]}})).faults[0].key == "entries.dreams"


def test_no_error_repeats_a_value_of_the_file() -> None:
    secret = "Berit Hansen vil dø hjemme"
    wrong: list[dict[str, Any]] = [
        {"place": secret},
        {"held_on": secret},
        {"entries": {"hopes": {"outcome": secret}}},
        {"entries": {"hopes": {"notes": [{"text": secret, "voice": secret}]}}},
        {"entries": {"hopes": {"notes": [{"text": secret, "theme": "hopes"}]}}},
        {"capacity": secret},
        {"contacts": [{"name": 1, "phone": secret, "hours": [secret]}]},
        {"guide": secret},
        {"review": {"every": secret}},
    ]
    for parts in wrong:
        text = json.dumps({**file(), **parts}, ensure_ascii=False)
        error = refused(text)
        assert secret not in str(error)
        assert "talk.json:1" in str(error)


def test_all_that_is_wrong_is_found_in_the_order_of_the_file() -> None:
    error = refused(lines(place="moon", led_by="king", entries={"hopes": {"outcome": "x"}}))
    assert [fault.key for fault in error.faults] == ["place", "led_by", "entries.hopes.outcome"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"format": NaN}',
        "{" * 100_000,
        '{"a": ' + "[" * 100_000,
        '{"format": "convoguide/conversation@2", "guide": "svas-kronoberg", "language": "sv"}',
        '{"guide": "svas-kronoberg", "language": "sv"}',
        "\x00",
        "{'format': 1}",
        '{"n": ' + "9" * 5000 + "}",
    ],
)
def test_what_is_no_conversation_file_is_a_clear_error(text: str) -> None:
    assert "talk.json" in str(refused(text))


def test_bytes_that_are_not_utf8_are_a_clear_error_with_the_line() -> None:
    assert refused(b'{"format":\n "\xe5"}').faults[0].line == 2


def test_a_byte_order_mark_is_accepted() -> None:
    conversation_from(b"\xef\xbb\xbf" + json.dumps(file()).encode(), "talk.json")


def test_a_lone_surrogate_is_an_error_with_key_and_line() -> None:
    text = lines(entries={"hopes": {"notes": ["xx"]}}).replace("xx", "\\ud83d")
    fault = refused(text).faults[0]
    assert fault.key == "entries.hopes.notes[0]"
    assert fault.line is not None


def test_a_pair_of_surrogates_is_one_character() -> None:
    text = json.dumps(file(entries={"hopes": {"notes": ["😀"]}}))
    conversation = conversation_from(text.encode(), "talk.json")
    assert conversation.entry("hopes").notes[0].text == "😀"


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"entries": {"unwanted_care": {"decided_on": "2026-11-20"}}}, "decided_on"),
        ({"entries": {"other": {"outcome": "declined"}}}, "entries.other.outcome"),
        ({"entries": {"hopes": {"since": "changed"}}}, "entries.hopes.since"),
        ({"letter": [{"step": "dreams", "text": "x"}]}, "letter[0].step"),
    ],
)
def test_what_hangs_together_wrongly_is_refused_with_its_key(
    parts: dict[str, Any], key: str
) -> None:
    assert refused(lines(**parts)).faults[0].key.endswith(key)


def test_a_step_of_a_pack_is_taken_though_the_pack_is_missing() -> None:
    conversation = conversation_from(
        lines(entries={"kalmar:boat": {"notes": ["Båten"]}}).encode(), "talk.json"
    )
    assert conversation.entry("kalmar:boat").notes[0].text == "Båten"


def test_positions_find_keys_among_values_that_look_like_keys() -> None:
    text = '{"a": "b\\": {", \n"c": [1, \n{"a": null}, "x:"],\n"d": {}}'
    assert positions(text) == {
        (): 1,
        ("a",): 1,
        ("c",): 2,
        ("c", 0): 2,
        ("c", 1): 3,
        ("c", 1, "a"): 3,
        ("c", 2): 3,
        ("d",): 4,
    }
