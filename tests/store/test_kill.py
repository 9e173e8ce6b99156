"""`kill -9` of a real process at random moments loses nothing that was acknowledged."""

import os
import random
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from convoguide.store.errors import NoSuchConversation
from tests.store.helpers import FIRST, SECOND, THIRD, created, embedded, opened, run_script
from tests.store.writer_process import SCRATCH, payload_of

HOMES, KILLS_EACH = 5, 10


def killed_writer(supervisor: "subprocess.Popen[str]", seed: str) -> dict[str, int]:
    """Start a writer, kill it at some moment, and say the last revisions it acknowledged."""
    assert supervisor.stdin is not None
    assert supervisor.stdout is not None
    print(seed, file=supervisor.stdin, flush=True)
    ready, process = supervisor.stdout.readline().split()
    assert ready == "ready"
    time.sleep(random.Random(seed).uniform(0, 0.12))
    os.kill(int(process), signal.SIGKILL)
    acknowledged = {}
    while (line := supervisor.stdout.readline()) != "ended\n":
        kind, conversation, revision = line.split()
        assert kind == "saved", line
        acknowledged[conversation] = int(revision)
    return acknowledged


def check(home: Path, key: bytes, acknowledged: dict[str, int]) -> None:
    with opened(home) as store:
        store.unlock_with_key(key)
        for conversation in (FIRST, SECOND, THIRD):
            try:
                payload, revision = store.load(conversation)
            except NoSuchConversation:
                assert conversation not in acknowledged
                continue
            assert revision >= acknowledged.get(conversation, 0)
            assert payload == payload_of(conversation, revision)
        assert not any(each.damaged for each in store.listing())
        database = embedded(store)._open_writer()
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def killed_again_and_again(home: Path) -> int:
    with created(home) as store:
        key = store.store_key()
    acknowledged: dict[str, int] = {}
    with run_script("writer_process.py", str(home), key.hex()) as supervisor:
        try:
            for kill in range(KILLS_EACH):
                acknowledged |= killed_writer(supervisor, f"{home.name}/{kill}")
                acknowledged.pop(SCRATCH, None)
                check(home, key, acknowledged)
        finally:
            supervisor.kill()
    return sum(acknowledged.values())


@pytest.mark.skipif(os.name == "nt", reason="Windows knows neither fork nor this signal")
def test_fifty_kills_at_random_moments_lose_nothing_acknowledged(tmp_path: Path) -> None:
    homes = [tmp_path / f"home-{number}" for number in range(HOMES)]
    with ThreadPoolExecutor(HOMES) as pool:
        saved = list(pool.map(killed_again_and_again, homes))
    assert all(number > KILLS_EACH for number in saved)  # they were killed in the midst of work
