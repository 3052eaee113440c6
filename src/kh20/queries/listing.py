"""Obligations that meet any combination of conditions."""

from __future__ import annotations

import re
from collections.abc import Collection

from kh20.names import fold, normalise_tone_placement
from kh20.relations import involvements
from kh20.state import Book, Standing, Status

_WORD = re.compile(r"[^\W_]+")


def matching(
    book: Book,
    *,
    statuses: Collection[Status] = (),
    section: str | None = None,
    owner: str | None = None,
    words: str | None = None,
) -> list[Standing]:
    """Return the obligations that meet all conditions given, in document order.

    ``section`` is the beginning of an id, by whole steps: ``IV.2`` holds ``IV.2.1`` but not
    ``IV.20``. ``owner`` is the id of an agency, which owns what a body that acts for it or that it
    succeeded owns. ``words`` must all stand in the id, title, text or stated phrase as whole words,
    in any order and case; a word typed without diacritics stands for all words that are spelt so.
    """
    owned = _owned(book, owner) if owner is not None else None
    wanted = _words(words) if words else set()

    def meets(item: Standing) -> bool:
        task = item.task
        return (
            (not statuses or item.status in statuses)
            and (section is None or _in_section(task.id, section))
            and (owned is None or task.id in owned)
            and (not wanted or _mentions(item, wanted))
        )

    return [item for item in book.standings() if meets(item)]


def _in_section(task: str, section: str) -> bool:
    return f"{task}.".casefold().startswith(f"{section.strip('. ')}.".casefold())


def _owned(book: Book, owner: str) -> set[str]:
    found = involvements(book.plan, owner, book.as_of)
    return {
        item.task.id
        for item in found
        if item.relation in ("owner", "successor") and item.role == "owner"
    }


def _mentions(item: Standing, words: set[str]) -> bool:
    task = item.task
    stated = task.due.stated if task.due != "none" else ""
    text = f"{task.id} {task.title} {task.text} {stated}"
    # Vietnamese words are short: half of them are a part of some other, and “trí thức” without
    # its marks is spelt as “chính trị” and “thực hiện” are.
    return words <= (_words(text) | set(fold(text).split()))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(normalise_tone_placement(text).casefold()))
