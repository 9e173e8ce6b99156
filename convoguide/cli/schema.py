"""`schema`: the JSON Schema of the files that people and programs may write."""

import argparse

from convoguide.cli.output import print_json


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    if options.what == "conversation":
        from convoguide.core.conversation import Conversation

        print_json(Conversation.model_json_schema(by_alias=True))
    else:
        from pydantic import TypeAdapter

        from convoguide.core.guide import AnyGuide

        print_json(TypeAdapter(AnyGuide).json_schema())
    return 0
