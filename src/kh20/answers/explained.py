"""The codes that `explain` is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh20.findings.code import Code


class Explained(NamedTuple):
    """All codes as an index, or ``one`` of them with its rule and its examples."""

    codes: Sequence[Code]
    one: Code | None = None
