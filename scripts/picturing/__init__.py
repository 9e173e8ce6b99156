"""The pictures of the README: made-up conversations, and how the app is brought to show them."""
