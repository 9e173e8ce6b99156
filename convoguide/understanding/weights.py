"""The weights a reader works with, and the file they are kept in.

One file holds one linear model: a table with a row a feature and a column a label, in whole numbers
from 0 to 255 (128 stands for none), and a header with the labels, each label's scale and offset,
the calibration and the lists of words that the model was trained with.

    8 bytes   CONVOGU1
    the rest  zlib: 4 bytes length of the header (little endian), the header (JSON),
              the features' keys (4 bytes each, ascending), the rows (a byte a label)

Where a feature is met, its row becomes one large whole number with a lane of three bytes a label,
so that reading a text is adding up a few hundred numbers: no machine-learning framework, and no
loop over labels. Keys and rows stay packed as in the file: the app holds them while one types.
"""

import json
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAGIC = b"CONVOGU1"
LANE = 3
"""Bytes a label has in a row: 65,000 features can be added up without spilling over."""
NOTHING = 128
"""The byte that stands for a weight of nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """One linear model, ready to add up."""

    labels: tuple[str, ...]
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    settings: Mapping[str, Any]
    """Calibration and thresholds, as the model's kind needs them."""
    names: Mapping[str, str]
    kinds: Mapping[str, str]
    """The lists of the `lexicon` that the model was trained with."""
    keys: "array[int]"
    """The features' keys, ascending."""
    rows: bytes
    """A byte a label for each key, in the keys' order."""

    def sums(self, features: Iterable[str]) -> list[float]:
        """Each label's sum over the features, before any squashing; unknown ones count nothing."""
        count = len(self.labels)
        width = count * LANE
        keys, rows = self.keys, self.rows
        lanes = bytearray(width)
        total = known = 0
        for feature in features:
            key = key_of(feature)
            place = bisect_left(keys, key)
            if place < len(keys) and keys[place] == key:
                lanes[::LANE] = rows[place * count : (place + 1) * count]
                total += int.from_bytes(lanes, "little")
                known += 1
        raw = total.to_bytes(width + 1, "little")
        # A text's features share out one unit: a long turn weighs no more than a short one.
        share = max(known, 1) ** -0.5
        return [
            (int.from_bytes(raw[at : at + LANE], "little") - NOTHING * known) * scale * share + off
            for at, scale, off in zip(range(0, width, LANE), self.scales, self.offsets, strict=True)
        ]


def key_of(feature: str) -> int:
    """The number by which a feature is kept."""
    return zlib.crc32(feature.encode())


def read_weights(path: Path) -> Weights:
    """The weights in a file; `ValueError` when it is not one of ours."""
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise ValueError(f"{path.name} holds no weights of this version")
    body = zlib.decompress(data[len(MAGIC) :])
    (length,) = struct.unpack_from("<I", body)
    header = json.loads(body[4 : 4 + length])
    count, start = header["features"], 4 + length
    end = start + 4 * count
    keys = array("I", body[start:end])
    if sys.byteorder == "big":
        keys.byteswap()
    return Weights(
        tuple(header["labels"]),
        tuple(header["scales"]),
        tuple(header["offsets"]),
        header["settings"],
        header["names"],
        header["kinds"],
        keys,
        body[end:],
    )


def write_weights(path: Path, header: Mapping[str, Any], keys: Sequence[int], rows: bytes) -> None:
    """Write a model; `keys` ascend, `rows` hold a byte a label for each, in their order."""
    head = json.dumps({**header, "features": len(keys)}, ensure_ascii=False, sort_keys=True)
    encoded = head.encode()
    body = struct.pack("<I", len(encoded)) + encoded + struct.pack(f"<{len(keys)}I", *keys) + rows
    path.write_bytes(MAGIC + zlib.compress(body, 9))
