"""Choices that come out the same on every machine and under every version of Python."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A source of choices, the same ones for the same seed.

    Only ``Random.random`` is used: the sequence of that method alone is promised not to change.
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(seed).random

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to ``limit - 1``."""
        return int(self._random() * limit)

    def one_of(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[self.below(len(options))]

    def weighted(self, options: Sequence[tuple[int, T]]) -> T:
        """Return one of the options, each as often as its weight says."""
        left = self.below(sum(weight for weight, _option in options))
        for weight, option in options:
            if left < weight:
                return option
            left -= weight
        raise ValueError(options)
