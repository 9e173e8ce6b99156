"""Training and measuring what understands turns and notes; see docs/understanding.md."""
