"""Makes `fixtures/v1`: a store as version 1 leaves it on the disk.

    python tests/store/make_fixture.py

Run it once for each version of the schema, before the next one is begun, and never again: later
versions have to open what the earlier one really wrote. It refuses to replace a fixture.
"""

import json
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from convoguide.store.migrations import VERSION
from convoguide.store.opening import open_store
from convoguide.store.vault import Cost

FIXTURES = Path(__file__).with_name("fixtures")
PASSPHRASE = "en lösen för provet"
CONVERSATIONS = {
    "019bbca0-9840-7b06-ae1d-213dc7120001": {"guide": "svas-kronoberg", "label": "rum 12"},
    "019bbca0-9840-7b06-ae1d-213dc7120002": {"guide": "forhandssamtale", "label": "å være hjemme"},
    "019bbca0-9840-7b06-ae1d-213dc7120003": {"guide": "svas-kronoberg", "note": "x" * 9_000},
}
DOCUMENTED = "019bbca0-9840-7b06-ae1d-213dc7120002"


def at() -> datetime:
    return datetime(2026, 11, 20, 12, 5, tzinfo=UTC)


def make(target: Path) -> None:
    with TemporaryDirectory() as home:
        store = open_store(Path(home), now=at, cost=Cost(memory_kib=64, iterations=1, lanes=1))
        with store:
            store.create(PASSPHRASE)
            for revision, (conversation, content) in enumerate(CONVERSATIONS.items(), start=1):
                store.save(conversation, json.dumps(content).encode(), revision)
            store.mark_documented(DOCUMENTED, at())
            key = store.store_key().hex()
        target.mkdir(parents=True)
        shutil.copyfile(store.path, target / store.path.name)
    expected = {"passphrase": PASSPHRASE, "store_key": key, "documented": DOCUMENTED}
    text = json.dumps(expected | {"conversations": CONVERSATIONS}, ensure_ascii=False, indent=2)
    (target / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(FIXTURES / f"v{VERSION}")
