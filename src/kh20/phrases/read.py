"""Reading a phrase of a document that says when something is due."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kh20.phrases import lexicon
from kh20.phrases.clauses import clauses
from kh20.phrases.combine import combine
from kh20.phrases.counted import find_relative
from kh20.phrases.intervals import find_recurrences
from kh20.phrases.mentions import find_mentions
from kh20.phrases.plain import plain
from kh20.phrases.reading import Reading

MAX_LENGTH = 1000
"""Characters; a longer text is no phrase and is not read."""


def read_phrase(phrase: str, *, issued: date | None = None) -> Reading | None:
    """Return what a phrase says about the time of some work, or None.

    ``phrase`` is a part of a sentence of an official Vietnamese document, or one or more cells of
    a table with ``|`` between them. ``issued`` is the day on which the document was signed: a date
    without a year takes its year, and "kể từ ngày ký" is that day.

    None means that the phrase states no time for any work, or that it is not certain which: the
    date of a cited document, a year in a title, words that are not known, two deadlines, a day
    that the calendar does not have. No date is ever guessed.
    """
    return _read_phrase(phrase, issued) if len(phrase) <= MAX_LENGTH else None


@lru_cache(maxsize=4096)
def _read_phrase(phrase: str, issued: date | None) -> Reading | None:
    readings = {_read(cell.strip(), issued) for cell in plain(phrase).split("|")} - {None}
    return readings.pop() if len(readings) == 1 else None


def _read(text: str, issued: date | None) -> Reading | None:
    mentions, others = find_mentions(text)
    # A period alone is a deadline where the phrase begins with it ("Quý II/2025; cập nhật định
    # kỳ"); in brackets after other words it may date anything ("Luật Kiến trúc (năm 2019)").
    first = next((clause for clause in clauses(text) if clause.body < clause.end), None)
    kept = [mention for mention in mentions if mention.says != "bare" or mention.clause == first]
    alone = len(kept) == len(mentions) and not others
    if not alone and any(mention.says == "bare" for mention in kept):
        return None
    recurrences = find_recurrences(text, [mention.time for mention in kept])
    reading = combine(
        kept,
        recurrences,
        find_relative(text, issued),
        issued,
        ongoing=bool(lexicon.find_ongoing(text)),
        substantially=lexicon.is_substantial(text),
    )
    if reading is not None and reading.every and not all(time.dated for time in others):
        return reading._replace(cutoffs=(), cutoffs_before=None, cutoffs_unread=True)
    return reading
