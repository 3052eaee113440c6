"""Names as people write them: comparing, sorting and finding them.

Nothing here knows what an agency or an obligation is; it works on the strings that name them.
"""

from __future__ import annotations

from kh20.names.collate import CollationKey, NaturalKey, collation_key, natural_key
from kh20.names.fold import fold, normalise_tone_placement, strip_marks
from kh20.names.match import Found, How, NameIndex
from kh20.names.similar import closest

__all__ = [
    "CollationKey",
    "Found",
    "How",
    "NameIndex",
    "NaturalKey",
    "closest",
    "collation_key",
    "fold",
    "natural_key",
    "normalise_tone_placement",
    "strip_marks",
]
