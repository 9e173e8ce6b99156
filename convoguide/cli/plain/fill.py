"""`.f`: setting and showing the structured parts, by the one syntax that the table describes.

.f PART                         what stands there, and how it is typed
.f PART VALUE                   sets a single value; adds one more to a list
.f PART MAIN; KEY=VALUE; …      the same for parts of several values
.f PART #2 …                    changes the second of a list
.f PART -   .f PART #2 -        clears; so does - as the value of a key
"""

import re
from collections.abc import Iterator
from typing import Any

from convoguide.cli.plain import words
from convoguide.cli.plain.form import Field, Part
from convoguide.cli.plain.numbers import pointed_out
from convoguide.cli.plain.offered import taken
from convoguide.cli.plain.parts import DECISION, PARTS
from convoguide.cli.plain.parts_help import describe, overview
from convoguide.cli.plain.parts_shown import change_lines, item_line, value_of
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.cli.plain.values import NOTHING, read
from convoguide.core.conversation import OTHER
from convoguide.core.parts import Decider
from convoguide.core.rules import may_decide
from convoguide.core.text import Value
from convoguide.i18n import gettext as _

_NUMBER = re.compile(r"#(\d{1,4})\s*;?\s*(.*)", re.DOTALL)
_KEY_LIKE = re.compile(r";\s*\w[\w ]{0,29}=")
_KEY_FIRST = re.compile(r"\w[\w ]{0,29}=")


def fill(talk: Talk, rest: str) -> None:
    """Do what was typed after `.f`."""
    if not rest:
        overview(talk)
        return
    part, text = _part_of(rest)
    if not text:
        describe(talk, part)
        return
    _refuse_elsewhere(talk, part)
    if part.place == "note":
        _set_theme(talk, part, text)
        return
    before = value_of(talk, part)
    value = taken(talk, part, before, text)
    if value is None:
        value = _changed(talk, part, before, text)
    if value == before:
        talk.say(_("That is there already."))
        return
    _refuse_broken(talk, part, value)
    _store(talk, part, value)
    talk.done(". ".join(change_lines(part, before, value)) + ".")
    if isinstance(value, Decider) and value.role != "physician":
        talk.say(_("It stays a wish: only a physician's decision makes it a limit."))
    talk.say(pointed_out(text))


def _part_of(rest: str) -> tuple[Part, str]:
    """The part that is named first, by its name in the file or its label; and what follows."""
    by_name = {part.name: part.label for part in PARTS}
    name, text = _lead(rest, by_name, begun=True)
    if name is None:
        raise RefusedError(
            _("There is no such part. Parts: {names}").format(names=", ".join(by_name))
        )
    return next(part for part in PARTS if part.name == name), text


def _lead(text: str, allowed: Any, *, begun: bool) -> tuple[str | None, str]:
    """The id that the first words mean, the longest that fits; and what follows them."""
    starts = [each.end() for each in re.finditer(r"\S+", text)]
    for end in reversed(starts[:8]):
        found = words.match(text[:end], allowed, begun=False)
        if found is not None:
            return found, text[end:].strip()
    if begun and starts:
        found = words.match(text[: starts[0]], allowed)
        if found is not None:
            return found, text[starts[0] :].strip()
    return None, text


# --- what it becomes


def _changed(talk: Talk, part: Part, now: Any, text: str) -> Any:
    """The part's next value."""
    if text == NOTHING and not part.needed:
        return () if part.many else _emptied(part, now)
    if not part.many:
        return _item(talk, part, now, text)
    numbered = _NUMBER.fullmatch(text)
    if numbered is None:
        return _longer(talk, part, now, text)
    at, text = _place(int(numbered[1]), now), numbered[2].strip()
    if not text:
        raise RefusedError(_("Type what the item is to be, or - to take it out."))
    if text == NOTHING:
        return (*now[:at], *now[at + 1 :])
    return (*now[:at], _item(talk, part, now[at], text), *now[at + 1 :])


def _emptied(part: Part, now: Any) -> Any:
    """Nothing; but a value that holds another part too keeps that (a consent its receivers)."""
    if part.model is None or now is None:
        return None
    kept = now.model_dump(exclude_unset=True, by_alias=True)
    for field in part.fields:
        kept.pop(field.key, None)
    return part.model.model_validate(kept) if any(kept.values()) else None


def _place(number: int, now: tuple[Any, ...]) -> int:
    if not 1 <= number <= len(now):
        raise RefusedError(_("The list has no item of that number; it has {n}.").format(n=len(now)))
    return number - 1


def _longer(talk: Talk, part: Part, now: tuple[Any, ...], text: str) -> tuple[Any, ...]:
    """The list with one item more, or several where their kind lets a comma part them."""
    items = list(now)
    for piece in _pieces(part, text):
        item = _item(talk, part, None, piece)
        if item not in items:
            items.append(item)
    return tuple(items)


def _pieces(part: Part, text: str) -> list[str]:
    """The items in what was typed. A comma parts them only where a fixed value follows it."""
    lead = next((field for field in part.fields if field.key == part.lead), None)
    single = part.fields[0] if part.model is None else None
    if single is not None and single.allowed:
        return [each.strip() for each in text.split(",") if each.strip()]
    if lead is None or not lead.allowed or not part.lead_needed:
        return [text]
    pieces: list[str] = []
    for each in text.split(","):
        begins = _lead(each.strip(), lead.allowed, begun=False)[0] is not None
        if begins or not pieces:
            pieces.append(each.strip())
        else:
            pieces[-1] += f",{each}"
    return pieces


def _item(talk: Talk, part: Part, now: Any, text: str) -> Any:
    """One value of the part: new, or `now` with what was typed changed."""
    if part.model is None:
        return read(talk, part.fields[0], text)
    raw: dict[str, Any] = now.model_dump(exclude_unset=True, by_alias=True) if now else {}
    for field, value in _given(part, text):
        if value == NOTHING:
            raw.pop(field.key, None)
        else:
            raw[field.key] = read(talk, field, value)
    if part.name == "documented" and raw and not now:
        raw.setdefault("on", talk.sitting.now().date())
    for key, described in part.model.model_fields.items():
        if described.is_required() and not raw.get(key):
            raise RefusedError(_("Say “{name}” first.").format(name=_(part.field(key).label)))
    return part.model.model_validate(raw) if raw else None


def _given(part: Part, text: str) -> Iterator[tuple[Field, str]]:
    """Each field that was typed, with its text."""
    names = _names(part)
    one_of = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    keyed = re.compile(rf"(?:^|;)\s*({one_of})\s*=\s*", re.IGNORECASE)
    found = list(keyed.finditer(text))
    head = text[: found[0].start()] if found else text
    ends = [*(each.start() for each in found), len(text)][1:]
    values = [text[each.end() : end] for each, end in zip(found, ends, strict=True)]
    if _KEY_FIRST.match(head) or any(_KEY_LIKE.search(each) for each in (head, *values)):
        raise RefusedError(_("There is no such key here. Keys: {names}").format(names=_keys(part)))
    if head.strip(" ;"):
        yield from _given_first(part, head.strip(" ;"))
    for each, value in zip(found, values, strict=True):
        if not value.strip(" ;"):
            raise RefusedError(_("A key has no value. Type - as the value to clear it."))
        yield part.field(names[each[1].casefold()]), value.strip(" ;")


def _given_first(part: Part, head: str) -> Iterator[tuple[Field, str]]:
    """What stands before the first key: the lead and the main field, or a key without `=`."""
    if part.lead is not None:
        lead = part.field(part.lead)
        if lead.kind == "step":
            first, _space, head = head.partition(" ")
            yield lead, first
        else:
            found, head = _lead(head, lead.allowed, begun=part.lead_needed)
            if found is not None:
                yield lead, found
            elif part.lead_needed:
                yield lead, head  # which says what is allowed
    elif part.main is None:
        key, head = _lead(head, {each.key: each.label for each in part.fields}, begun=False)
        if key is None or not head:
            raise RefusedError(_("Say which with a key. Keys: {names}").format(names=_keys(part)))
        yield part.field(key), head
        return
    if part.main is not None and head.strip():
        yield part.field(part.main), head.strip()


def _names(part: Part) -> dict[str, str]:
    """What a key can be typed as, in small letters → the key."""
    labels = {_(field.label).casefold(): field.key for field in part.fields}
    return labels | {field.key: field.key for field in part.fields}


def _keys(part: Part) -> str:
    return ", ".join(field.key for field in part.fields if field.key not in (part.lead, part.main))


# --- where it may stand, and putting it there


def _refuse_elsewhere(talk: Talk, part: Part) -> None:
    """A decision stands only under a step for it: a wish and a decision are never mixed."""
    sitting = talk.sitting
    if part in DECISION and not may_decide(sitting.guide, sitting.step):
        steps = [each for each in sitting.steps() if may_decide(sitting.guide, each.id)]
        named = "; ".join(f".g {each.id}: {talk.title(each.id)}" for each in steps)
        raise RefusedError(
            _("This belongs to a decision. Go there first: {steps}").format(steps=named)
        )
    if part.place == "note" and sitting.step != OTHER:
        raise RefusedError(
            _("Only a note under {title} has a theme of its own. Go there with .g 0.").format(
                title=talk.quoted(OTHER)
            )
        )


def _refuse_broken(talk: Talk, part: Part, value: Any) -> None:
    """What no conversation file may say about an earlier conversation."""
    talked = talk.sitting.conversation
    if part.name == "since" and value is not None and talked.previous is None:
        raise RefusedError(_("Name the earlier conversation first: .f previous and its id."))
    if part.name != "previous":
        return
    if value is not None and value == talked.id:
        raise RefusedError(_("That is this conversation; the earlier one has another id."))
    if value is None and any(entry.since for entry in talked.entries.values()):
        raise RefusedError(
            _("Steps say what changed since the earlier conversation; it must stay.")
        )


def _store(talk: Talk, part: Part, value: Any) -> None:
    sitting = talk.sitting
    if part.place == "step":
        sitting.decide(sitting.step, **{part.path[0]: value})
        return
    if part.parent is None:
        sitting.fill(**{part.path[0]: value})
        return
    holder = getattr(sitting.conversation, part.path[0]) or part.parent()
    changed = holder.model_copy(update={part.path[1]: value})
    sitting.fill(**{part.path[0]: changed if _says_something(changed) else None})


def _says_something(value: Value) -> bool:
    return any(each not in (None, ()) for _key, each in value)


def _set_theme(talk: Talk, part: Part, text: str) -> None:
    """The theme by which documents gather one note of `other`."""
    numbered = _NUMBER.fullmatch(text)
    if numbered is None or not numbered[2].strip():
        raise RefusedError(_("Say which note: .f theme #1 place_of_care"))
    themes = value_of(talk, part)
    at, text = _place(int(numbered[1]), themes), numbered[2].strip()
    theme = None if text == NOTHING else read(talk, part.fields[0], text)
    talk.sitting.edit(OTHER, at, theme=theme)
    talk.done(item_line(part, theme, at + 1) + ".")
