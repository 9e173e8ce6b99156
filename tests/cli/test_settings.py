"""`settings`: every choice of the settings' screen from the command line."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from convoguide import config
from convoguide.cli.main import main
from convoguide.services import settings

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVOGUIDE_HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


def ran(*arguments: str) -> int:
    return main(["--locale", "en", "settings", *arguments], open_app=lambda **_options: 1)


def chosen() -> config.Settings:
    return config.read_settings(config.home())


def test_all_are_said_a_line_each_with_what_they_are(capsys: Said) -> None:
    assert ran() == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in told] == _in_order()
    assert "keep, How drafts are kept: encrypted, opened by a passphrase" in told
    assert "idle_minutes_talk, Minutes until the curtain, in a conversation: 30" in told


def _in_order() -> list[str]:
    """As on the screen, and last what stands in the file alone there."""
    order = [*settings.SHOWN, "organisation_packs"]
    assert set(order) == {each.name for each in fields(config.Settings)}
    return order


def test_one_is_said_with_its_meaning_and_what_is_allowed(capsys: Said) -> None:
    assert ran("theme") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "theme, Colours: dark"
    assert told[-1] == "Allowed: dark (dark), light (light), contrast (high contrast)."


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("theme", "light", "light"),
        ("theme", "high contrast", "contrast"),
        ("locale", "sv", "sv"),
        ("clock", "yes", True),
        ("offer_steps", "no", False),
        ("retention_days", "14", 14),
        ("idle_minutes", "0", 0),
        ("second_locale", "nb", "nb"),
        ("document_locale", "en", "en"),
        ("organisation_packs", "/packs", "/packs"),
        ("way", "step by step", "steps"),
        ("keep", "memory", "memory"),
    ],
)
def test_one_is_changed_by_id_or_name_and_kept(name: str, typed: str, value: object) -> None:
    assert ran(name, typed) == 0
    assert getattr(chosen(), name) == value
    assert ran(name, "-") == 0
    assert getattr(chosen(), name) == getattr(config.Settings(), name)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("volume", "red"), "Settings: locale, document_locale, keep, theme"),
        (("theme", "purple"), "theme: Allowed: dark (dark), light"),
        (("retention_days", "week"), "a whole number from 0"),
        (("retention_days", "99999999"), "a whole number from 0"),
        (("clock", "perhaps"), "yes (yes)"),
        (("passphrase", "secret"), "never typed on the command line"),
        (("passphrase",), "at a terminal alone"),
    ],
)
def test_what_is_not_allowed_is_refused_with_what_is(
    arguments: tuple[str, ...], named: str, capsys: Said
) -> None:
    before = chosen()
    assert ran(*arguments) == 2
    told = capsys.readouterr().err
    assert named in told
    assert "secret" not in told
    assert chosen() == before


def test_they_come_as_json(capsys: Said) -> None:
    assert ran("theme", "light", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"theme": "light"}
    assert ran("--json") == 0
    assert json.loads(capsys.readouterr().out)["settings"]["theme"] == "light"
    assert ran("theme", "--json") == 0
    assert json.loads(capsys.readouterr().out)["offered"] == ["dark", "light", "contrast"]
