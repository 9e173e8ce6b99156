"""A rehearsal as plain data and back, for keeping it."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from convoguide.practice.rehearsal import PatientTurn, Rehearsal, TraineeTurn, Turn

_ROLES: dict[str, TypeAdapter[Any]] = {}


def to_data(rehearsal: Rehearsal) -> dict[str, Any]:
    """The rehearsal as data that JSON can hold. There is no place in it for a label or a name."""
    return {
        "case": rehearsal.case,
        "seed": rehearsal.seed,
        "started": rehearsal.started,
        "branch_of": list(rehearsal.branch_of) if rehearsal.branch_of else None,
        "turns": [{"role": _role(turn), **asdict(turn)} for turn in rehearsal.turns],
    }


def from_data(rehearsal: str, data: Mapping[str, Any]) -> Rehearsal | None:
    """The rehearsal of that id, or None where the data is no rehearsal."""
    try:
        branch = data["branch_of"]
        return Rehearsal(
            id=rehearsal,
            case=str(data["case"]),
            seed=int(data["seed"]),
            started=_moment(data["started"]),
            turns=tuple(_turn(each) for each in data["turns"]),
            branch_of=(str(branch[0]), int(branch[1])) if branch else None,
        )
    except (KeyError, TypeError, ValueError, IndexError, ValidationError):
        return None


def _moment(text: Any) -> str | None:
    """A time as it stands; ValueError or TypeError where it is none."""
    return None if text is None else datetime.fromisoformat(text).isoformat()


def _role(turn: Turn) -> str:
    return "trainee" if isinstance(turn, TraineeTurn) else "patient"


def _turn(data: Mapping[str, Any]) -> Turn:
    role = data["role"]
    kind = {"trainee": TraineeTurn, "patient": PatientTurn}[role]
    if role not in _ROLES:
        _ROLES[role] = TypeAdapter(kind)
    rest = {key: value for key, value in data.items() if key != "role"}
    turn: Turn = _ROLES[role].validate_python(rest)
    return turn
