"""Drafts that survive, and go: the encrypted store of one home.

`opening.open_store` is the way in, `writer.Writer` the thread that saves. Import what you need
from its module: nothing heavy is loaded before it is used.
"""
