"""What a typed turn or note is about: topics, skills and themes in Swedish and Norwegian."""

from convoguide.understanding.reading import NoteReading, Reading, Understanding

__all__ = ["NoteReading", "Reading", "Understanding"]
