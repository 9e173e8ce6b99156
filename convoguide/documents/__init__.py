"""From a conversation to the texts that have to be written afterwards."""
