"""YAML and JSON files into frozen models, every fault with its file, line and key path."""
