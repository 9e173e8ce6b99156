"""Values and pure functions: guides, conversations, themes, navigation, the self-check."""
