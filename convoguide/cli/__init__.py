"""The command line. Each command's module is imported when the command is run, no sooner."""

from convoguide.cli.main import main

__all__ = ["main"]
