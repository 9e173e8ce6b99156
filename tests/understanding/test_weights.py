"""The file of weights, and adding up its rows."""

from pathlib import Path

import pytest

from convoguide.understanding.weights import NOTHING, key_of, read_weights, write_weights

HEADER = {
    "labels": ["a", "b"],
    "scales": [0.5, 2.0],
    "offsets": [1.0, -1.0],
    "settings": {},
    "names": {},
    "kinds": {},
}


def _written(path: Path) -> Path:
    rows = {key_of("x"): (NOTHING + 3, NOTHING - 4), key_of("y"): (255, 0)}
    keys = sorted(rows)
    write_weights(path, HEADER, keys, b"".join(bytes(rows[key]) for key in keys))
    return path


def test_the_sums_are_those_of_a_plain_multiplication(tmp_path: Path) -> None:
    weights = read_weights(_written(tmp_path / "w"))
    assert weights.sums(["x"]) == pytest.approx([1 + 3 * 0.5, -1 - 4 * 2.0])
    share = 2**-0.5
    assert weights.sums(["y", "x"]) == pytest.approx(
        [1 + (3 + 127) * 0.5 * share, -1 + (-4 - 128) * 2.0 * share]
    )


def test_unknown_features_count_nothing(tmp_path: Path) -> None:
    weights = read_weights(_written(tmp_path / "w"))
    assert weights.sums(["unknown"]) == [1.0, -1.0]
    assert weights.sums(["x", "unknown"]) == weights.sums(["x"])


def test_thousands_of_features_do_not_spill_into_the_next_label(tmp_path: Path) -> None:
    weights = read_weights(_written(tmp_path / "w"))
    first, second = weights.sums(["y"] * 60_000)
    assert first == pytest.approx(1 + 127 * 0.5 * 60_000**0.5)
    assert second == pytest.approx(-1 - 128 * 2.0 * 60_000**0.5)


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "w").write_bytes(b"something else")
    with pytest.raises(ValueError, match="no weights"):
        read_weights(tmp_path / "w")
