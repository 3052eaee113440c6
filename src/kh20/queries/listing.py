"""Obligations that meet any combination of conditions."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kh20.agencies import owed_by
from kh20.model import Task
from kh20.obligations import Book, Standing, Status
from kh20.text.folding import fold, normalise_tone_placement

_WORD = re.compile(r"[^\W_]+")


class Match(NamedTuple):
    """An obligation that meets the conditions.

    ``bodies`` are those, as the document names them, through which the owner that was asked for
    owes it; there are none where no owner was.
    """

    standing: Standing
    bodies: tuple[str, ...] = ()

    @property
    def own(self) -> Standing:
        """How what that owner itself owes stands; without one, the whole."""
        own = [self.standing.of_body(body) for body in self.bodies] or [self.standing]
        open_ones = [each for each in own if not each.finished]
        late = [each for each in own if each.status is Status.COMPLETED_LATE]
        return (open_ones or late or own)[0]


class Conditions(NamedTuple):
    """What an obligation must be to be listed; what is left open does not matter.

    ``section`` is the beginning of an id, by whole steps: ``IV.2`` holds ``IV.2.1`` but not
    ``IV.20``. ``owner`` is the short name of an agency, which owns what a body that acts for it or
    that it succeeded owns; ``statuses`` are then those of what it owes itself. ``words`` must all
    stand in what the plan says of it as whole words, in any order and case; a word typed without
    diacritics stands for all words that are spelt so. Those of ``product`` must stand there.
    """

    statuses: Collection[Status] = ()
    section: str | None = None
    owner: str | None = None
    words: str | None = None
    product: str | None = None


def matching(books: Iterable[Book], conditions: Conditions) -> list[Match]:
    """Return the obligations that meet all conditions, in document order."""
    statuses, section, owner, words, product = conditions
    wanted = _words(words) if words else set()
    made = _words(product) if product else set()

    def meets(item: Match) -> bool:
        return (
            (owner is None or bool(item.bodies))
            and (not statuses or item.own.status in statuses)
            and (section is None or in_section(item.standing.task.id, section))
            and (not wanted or _hold(_said_of(item.standing.task), wanted))
            and (not made or _hold(item.standing.task.product or "", made))
        )

    return [item for book in books for item in _owned(book, owner) if meets(item)]


def _owned(book: Book, owner: str | None) -> Iterator[Match]:
    """Yield all obligations, with the bodies through which an agency owes them."""
    owed = owed_by(book.plan, owner, book.as_of) if owner is not None else {}
    for item in book.standings():
        yield Match(item, owed.get(item.task.id, ()))


def says_something(words: str) -> bool:
    """Tell whether there is a word in what was typed to be searched for."""
    return bool(_words(words))


def in_section(task: str, section: str) -> bool:
    """Tell whether the id of an obligation begins with that of a section or item."""
    return f"{task}.".casefold().startswith(f"{section.strip('. ')}.".casefold())


def _said_of(task: Task) -> str:
    stated = task.due.stated if task.due != "none" else ""
    more = filter(None, (task.product, task.submit_to, task.label))
    return " ".join((task.id, task.title, task.text, stated, *more))


def _hold(text: str, words: set[str]) -> bool:
    # Vietnamese words are short: half of them are a part of some other, and “trí thức” without
    # its marks is spelt as “chính trị” and “thực hiện” are.
    return words <= (_words(text) | set(fold(text).split()))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(normalise_tone_placement(text).casefold()))
