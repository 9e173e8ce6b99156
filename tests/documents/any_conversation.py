"""Any conversation that a guide may hold, for property tests: the models say what it may hold."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic_core import PydanticUndefined

from convoguide.core.conversation import OTHER, Conversation, Entry
from convoguide.core.guide import Guide
from convoguide.core.rules import may_decide
from convoguide.core.text import Value
from tests.making import FORMAT, HOSTILE

TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from([*HOSTILE[:-1], "", " ", "\u00a0", "a\u00a0b", "\r\n", "\ufffe\uffff\u2028"]),
)
OFFSETS = st.one_of(
    st.none(),
    st.builds(
        lambda minutes: timezone(timedelta(minutes=minutes)),
        st.integers(min_value=-23 * 60, max_value=23 * 60),
    ),
)
_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "every": st.sampled_from(["P3M", "P1Y2M", "PT6H"]),
    "id": st.uuids().map(str),
    "previous": st.uuids().map(str),
}
_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    date: st.dates().map(date.isoformat),
    datetime: st.datetimes(timezones=OFFSETS).map(datetime.isoformat),
}
_BY_HAND = {"format", "guide", "entries", "packs"}


def conversations(guide: Guide) -> st.SearchStrategy[Conversation]:
    """Conversations held by that guide, with every part now and then."""
    steps = [step.id for step in guide.steps()]
    special = ["prognosis", OTHER, "kalmar:fika", "kalmar:x/follow_up"]
    some = st.one_of(st.just("prognosis"), st.sampled_from(special), st.sampled_from(steps))
    entries = st.dictionaries(some, st.none(), max_size=6).flatmap(
        lambda chosen: st.fixed_dictionaries({step: _entry(guide, step) for step in chosen})
    )
    fields = {
        "format": st.just(FORMAT),
        "guide": st.just(guide.id),
        "entries": entries,
        "packs": st.dictionaries(TEXTS, TEXTS, max_size=2),
    }
    rest = _fields(Conversation, _BY_HAND)
    return st.builds(
        lambda given, more: Conversation.model_validate({**more, **given}),
        st.fixed_dictionaries(fields),
        rest,
    )


def _entry(guide: Guide, step: str) -> st.SearchStrategy[dict[str, Any]]:
    def mend(entry: dict[str, Any]) -> dict[str, Any]:
        if step != OTHER:
            entry = {**entry, "notes": [{**note, "theme": None} for note in entry["notes"]]}
        elif entry.get("outcome") != "noted":
            entry = {**entry, "outcome": None}
        if entry.get("outcome") == "not_raised":
            entry = {**entry, "notes": []}
        return entry if entry.get("outcome") == "deferred" else {**entry, "again_on": None}

    decides = set() if may_decide(guide, step) else {"decided_by", "decided_on"}
    return _fields(Entry, decides).map(lambda entry: mend({"notes": [], **entry}))


def _fields(model: type[Value], leave_out: set[str]) -> st.SearchStrategy[dict[str, Any]]:
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        if name in leave_out:
            continue
        needed = field.is_required() or field.default is PydanticUndefined
        found = _BY_NAME[name] if name in _BY_NAME else _any(field.annotation)
        (required if needed else optional)[name.rstrip("_")] = found
    return st.fixed_dictionaries(required, optional=optional)


def _any(annotation: Any) -> st.SearchStrategy[Any]:
    if annotation in _BY_TYPE:
        return _BY_TYPE[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return _fields(annotation, set())
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(_any(inner[0]), max_size=3)
    if origin in (Union, UnionType):
        return st.one_of(*(st.none() if each is type(None) else _any(each) for each in inner))
    return _any(inner[0])  # Annotated


def without_nothing(value: Any) -> Any:
    """Data without nulls and without parts that say nothing, which are as good as absent."""
    if isinstance(value, Mapping):
        pruned = {key: without_nothing(each) for key, each in value.items()}
        return {key: each for key, each in pruned.items() if each not in (None, {}, [])}
    if isinstance(value, list):
        return [without_nothing(each) for each in value]
    return value
