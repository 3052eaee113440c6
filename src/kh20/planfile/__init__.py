"""Loading a plan: reading, checking, and tying what is found to its place in the file."""

from kh20.planfile.across import shared_numbers
from kh20.planfile.load import STDIN, Loaded, errors_of, load, load_bytes, tie

__all__ = ["STDIN", "Loaded", "errors_of", "load", "load_bytes", "shared_numbers", "tie"]
