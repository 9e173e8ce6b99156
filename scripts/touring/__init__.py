"""Two whole conversations, typed into the real app as a clinician would; made-up patients."""
