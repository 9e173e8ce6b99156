"""Measuring the program as its users meet it: whole processes under a real pseudo-terminal."""
