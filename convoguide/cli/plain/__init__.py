"""Plain mode: the same conversation as lines, for screen readers, pipes and dumb terminals."""

from convoguide.cli.plain.hold import hold

__all__ = ["hold"]
