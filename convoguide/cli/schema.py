"""`schema`: the JSON Schema of the files that people and programs may write."""

import argparse

from convoguide.cli.output import print_json


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    if options.what == "conversation":
        from convoguide.core.conversation import Conversation

        print_json(Conversation.model_json_schema(by_alias=True))
    else:
        from convoguide.services import content

        print_json(content.schema(options.what))
    return 0
