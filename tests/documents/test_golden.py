"""Every document × guide × language as text, held against the files that people have read."""

import pytest

from tests.documents.golden_files import FOLDER, Golden, every

RENEW = "look at the difference; where it is meant, run scripts/golden and commit the files"


@pytest.mark.parametrize("golden", list(every()), ids=lambda golden: golden.name)
def test_the_document_reads_as_it_did(golden: Golden) -> None:
    assert golden.path.is_file(), f"{golden.name} is missing: run scripts/golden"
    assert golden.made() == golden.path.read_text(encoding="utf-8"), RENEW


def test_there_is_no_file_that_nothing_is_held_against() -> None:
    known = {golden.path for golden in every()}
    assert {path for path in FOLDER.rglob("*") if path.is_file()} == known


def test_nine_documents_are_there_for_each_guide_in_each_language() -> None:
    short = [golden for golden in every() if not golden.full]
    assert len(short) == 9 * 2 * 4
    assert sum(golden.full for golden in every()) == 3 * 2 * 4
