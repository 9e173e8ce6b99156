"""The use cases, one a module: what the command line and the screens call."""
