"""A note that stands in quotation marks as a whole holds the patient's own words.

Who writes down what was said sets the marks by habit; they say whose words it is without a key.
"""

_CLOSED_BY = {'"': '"', "”": "”", "“": "”“", "„": "“”", "«": "»", "»": "«»"}
"""An opening mark, and the marks that may close it."""


def spoken(text: str) -> str | None:
    """The words within the marks, None where the text is not one quotation from end to end.

    The closing mark may be missing. Whatever stands after it, or a second quotation, makes the
    text somebody's telling of what was said, which stays as it is. The documents set the marks.
    """
    text = text.strip()
    closing = _CLOSED_BY.get(text[:1])
    if closing is None:
        return None
    within = text[1:]
    ends = [place for place, sign in enumerate(within) if sign in closing]
    if ends and ends != [len(within) - 1]:
        return None
    return within[: ends[0] if ends else None].strip() or None
