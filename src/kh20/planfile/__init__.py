"""Plan files: read, checked, and each finding tied to its place; and written to (``log``)."""

from kh20.planfile.load import STDIN, Loaded, load, load_bytes, shared_numbers
from kh20.planfile.tie import tie

__all__ = ["STDIN", "Loaded", "load", "load_bytes", "shared_numbers", "tie"]
