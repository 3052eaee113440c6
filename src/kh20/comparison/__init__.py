"""Two versions of a plan compared by meaning, and the guard over edits that weaken it."""

from kh20.comparison.change import Change, Effect, Kind
from kh20.comparison.compare import compare
from kh20.comparison.guard import guard

__all__ = ["Change", "Effect", "Kind", "compare", "guard"]
