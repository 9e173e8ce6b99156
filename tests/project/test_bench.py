"""What the measuring of writers measures: a document of every format, one after another."""

import json
from pathlib import Path

import pytest

from benching import subjects, writing
from convoguide.services import content


@pytest.fixture
def talks(tmp_path: Path) -> list[str]:
    """Two conversation files."""
    return [str(subjects.talk_file(tmp_path, notes, str(notes))) for notes in (12, 6)]


@pytest.mark.parametrize("format_id", writing.FORMATS)
def test_each_writer_writes_both_documents_and_says_what_they_cost(
    format_id: str, talks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    writing.run(format_id, *talks)
    first, second = json.loads(capsys.readouterr().out)
    assert first[0] < second[0]
    assert 0 < second[1] <= second[0] - first[0]
    assert 0 < first[2] <= second[2]


def test_no_format_of_a_document_goes_unmeasured() -> None:
    formats = {
        each for name in content.shipped_document_ids() for each in content.outline(name).formats
    }
    assert formats | {"ics", "json"} == set(writing.FORMATS)
