"""ConvoGuide: holding and documenting conversations about serious illness."""

__version__ = "0.1.0"
