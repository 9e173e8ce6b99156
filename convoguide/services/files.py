"""Conversation files in and out."""

import json

from convoguide.core.conversation import Conversation, to_file
from convoguide.library.json_file import read_conversation
from convoguide.services import content


def conversation_from(data: bytes, name: str) -> Conversation:
    """The conversation in these bytes; `name` stands for the file in errors."""
    return read_conversation(data, name, content.find_guide, content.conversation_guide_ids())


def file_text(conversation: Conversation) -> str:
    """The conversation file, as text."""
    return json.dumps(to_file(conversation), ensure_ascii=False, indent=2) + "\n"
