"""The errors that reach a person: already worded, never with a patient's text in them."""


class ConvoGuideError(Exception):
    """Something could not be done (disk, store, clipboard). The message is one or two lines."""

    exit_code = 1


class InputError(ConvoGuideError):
    """The caller's input is wrong; the message says what, where and what would be right."""

    exit_code = 2
