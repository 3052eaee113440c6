"""Finding the phrases that set a time for work in the running text of an obligation."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kh20.phrases.intervals import Recurrence, find_recurrences, recurs
from kh20.phrases.lexicon import completion, find_ongoing, find_substantially
from kh20.phrases.mentions import Mention, find_mentions
from kh20.phrases.plain import aligned, in_brackets
from kh20.phrases.read import combine, read_phrase
from kh20.phrases.reading import Reading
from kh20.phrases.relative import find_relative
from kh20.phrases.years import year_alone
from kh20.text.look_alikes import plain_characters

Span = tuple[int, int, Reading, bool]
"""Where a phrase stands in a segment of a text, what it says, and whether it leaves out a year."""

_DIGIT = re.compile("[0-9]")
_STOP = re.compile(r"[();|]|\Z")
_KEYWORDS = (
    "thường xuyên", "định k", "hằng ", "hàng ", "mỗi ", "quý i", "đầu năm", "cuối năm", "năm nay",
)  # fmt: skip
"""Words that a phrase without any digit has."""
_CACHED = 1000
"""Characters of the longest segment whose phrases are kept: a plan repeats its short ones."""


class FoundPhrase(NamedTuple):
    """A phrase at ``text[start:end]``, offsets in code points, and what it says.

    ``reading.kind`` tells a phrase that sets dates (``deadline``, ``range``, ``from``) from words
    that only say that a duty goes on or recurs.
    """

    start: int
    end: int
    phrase: str
    reading: Reading


def find_phrases(text: str, *, issued: date | None = None) -> list[FoundPhrase]:
    """Return the phrases of a running text that set a time for work, in their order.

    It finds what a careful reader would not dispute, and nothing else: a year or a date that may
    belong to a title, a cited document or a figure is passed over, as is a period that was over
    before ``issued``. A phrase in brackets of its own is found whole; elsewhere the words right
    around the time. ``issued`` is as for :func:`kh20.phrases.read_phrase`.
    """
    found: list[FoundPhrase] = []
    recurring: bool | None = None
    for start, end in _segments(text):
        bracketed = in_brackets(text, start, end)
        last = bracketed and not text[end + 1 : end + 9].strip(" .;\n")
        search = _search if end - start <= _CACHED else _search.__wrapped__
        for first, after, reading, undated in search(text[start:end], bracketed, last, issued):
            if undated and reading.every is None:
                # "định kỳ 6 tháng (trước ngày 15/6)": the word that it recurs is further off.
                recurring = recurs(text) if recurring is None else recurring
                if recurring:
                    continue
            at, to = start + first, start + after
            found.append(FoundPhrase(at, to, text[at:to], reading))
    return found


def find_days_of_turns(text: str) -> list[tuple[int, int]]:
    """Return where a text names days without a year by which something is due, in its order.

    ("ngày 15/12", "ngày 25"): where a duty recurs these are the days of its turns,
    however far from the word that says so they stand.
    """
    words, starts, ends = aligned(text)
    mentions, _others = find_mentions(words)
    return [
        (starts[mention.time.start], ends[mention.time.end - 1])
        for mention in mentions
        if not mention.time.dated
        and mention.says in ("by", "before")
        and mention.time.unit.startswith("day")
    ]


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between stops in which a time may be named; most texts have few."""
    lowered = plain_characters(text).lower()
    # A text that is not in NFC or has odd spaces may hide a word from the quick search.
    plain = (
        len(lowered) == len(text)
        and "  " not in text
        and "\n" not in text
        and "\u00a0" not in text
        and unicodedata.is_normalized("NFC", text)
    )
    keywords = [word for word in _KEYWORDS if word in lowered]
    start = after_year = 0
    for stop in _STOP.finditer(text):
        end = stop.start()
        after_year = max(after_year, year_alone(text, end) or 0)
        if end < after_year:
            continue
        if (
            not plain
            or _DIGIT.search(lowered, start, end)
            or (keywords and any(lowered.find(word, start, end) >= 0 for word in keywords))
        ):
            yield start, end
        start = stop.end()


@lru_cache(maxsize=4096)
def _search(segment: str, bracketed: bool, last: bool, issued: date | None) -> tuple[Span, ...]:
    text, starts, ends = aligned(segment)
    mentions, _others = find_mentions(text)
    # When a law takes effect is no task of anybody's, in brackets neither.
    whole = bracketed and "hiệu lực" not in text
    if whole and all(_certain_in_brackets(mention, last) for mention in mentions):
        reading = read_phrase(segment, issued=issued)
        if reading is not None and not reading.relative and not _is_past(reading, issued):
            start = len(segment) - len(segment.lstrip())
            undated = not all(mention.time.dated for mention in mentions)
            return ((start, len(segment.rstrip()), reading, undated),)
    cutoffs = [mention for mention in mentions if not mention.time.dated]
    recurrences = find_recurrences(text, [mention.time for mention in cutoffs])
    if recurrences:
        mentions = [mention for mention in mentions if mention.time.dated]
    spans = [
        *_dated(text, mentions, issued),
        *_recurring(cutoffs, recurrences),
        *_counted(text, issued),
        *((start, end, Reading(ongoing=True), False) for start, end in find_ongoing(text)),
    ]
    spans.sort(key=lambda span: span[:2])
    return tuple(
        (starts[start], ends[end - 1], reading, undated) for start, end, reading, undated in spans
    )


def _certain_in_brackets(mention: Mention, last: bool) -> bool:
    # "(2021-2025)", "(năm 2019)" and "(đến năm 2030)" belong to a title as often as not; "(quý
    # II/2024)" at the very end of an obligation is how a table put into sentences says its date.
    if mention.bound or mention.role not in (None, "to"):
        return True
    return mention.says == "bare" and last and mention.time.unit in ("month", "quarter", "half")


def _dated(text: str, mentions: list[Mention], issued: date | None) -> Iterator[Span]:
    """Yield the phrases that set dates: a time alone, or a start with the end that follows it."""
    for group in _groups(mentions):
        if not _certain(text, group[0]):
            continue
        together = _statement(text, group, issued)
        # "trong quý I/2024 và quý III/2024" is no one period, but it is two deadlines.
        for span in [together] if together else _apart(text, group, issued):
            if span is not None and not _is_past(span[2], issued) and not _began(span[2], issued):
                yield span


def _apart(text: str, group: list[Mention], issued: date | None) -> list[Span | None]:
    """Return what each mention says alone; a year behind the last may be that of all before it."""
    dated = group[-1].time.dated
    alone = [
        mention._replace(time=mention.time._replace(dated=True, unread=True))
        if dated and not mention.time.dated
        else mention
        for mention in group
    ]
    return [_statement(text, [mention], issued) for mention in alone]


def _statement(text: str, group: list[Mention], issued: date | None) -> Span | None:
    start, end = group[0].start, group[-1].end
    main = bool(find_substantially(text[start:end]))
    reading = combine(group, issued=issued, substantially=main)
    if reading is None and any(mention.time.unread for mention in group):
        reading = Reading(year_unread=True)
    if reading is None:
        return None
    return start, end, reading, not all(mention.time.dated for mention in group)


def _groups(mentions: list[Mention]) -> list[list[Mention]]:
    """Return the mentions that make one statement: a start and its end, or a time and its joint."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        previous = groups[-1][-1] if groups else None
        if previous is not None and mention.clause == previous.clause:
            ends_it = previous.says == "from" and mention.says in ("by", "before")
            if mention.joined or ends_it:
                groups[-1].append(mention)
                continue
        groups.append([mention])
    return groups


def _certain(text: str, mention: Mention) -> bool:
    """Tell whether a time in running text is beyond doubt one for work."""
    if mention.says in ("bare", "unsure"):
        return False
    if mention.bound:
        return True
    whole_year = mention.time.unit in ("year", "range")
    match mention.role:
        case "from":
            # When a law takes effect is no task of anybody's.
            return "hiệu lực" not in _before(text, mention)[-24:]
        case "in":
            return not whole_year or mention.says == "by" or _ends_a_part(text, mention.end)
        case "at":
            return not whole_year or _ends_a_part(text, mention.end)
        case "until":
            before = _before(text, mention)
            return not before or completion().search(before) is not None
        case "to":
            return False
        case _:
            return mention.says == "by"


def _before(text: str, mention: Mention) -> str:
    """Return what stands before a mention in its clause, as far back as it can bear on it."""
    return text[max(mention.clause.body, mention.start - 240) : mention.start]


def _ends_a_part(text: str, end: int) -> bool:
    return text[end : end + 2].lstrip()[:1] in ("", ".", ",", ";")


def _is_past(reading: Reading, issued: date | None) -> bool:
    last = reading.deadline
    if last is None and reading.from_ is not None:
        last = reading.from_.last
    return issued is not None and last is not None and last < issued


def _began(reading: Reading, issued: date | None) -> bool:
    """Tell whether a period had begun before the document: that of a programme or of a report."""
    return issued is not None and reading.from_ is not None and reading.from_.last < issued


def _recurring(cutoffs: list[Mention], recurrences: list[Recurrence]) -> Iterator[Span]:
    if not cutoffs:
        for recurrence in recurrences:
            yield recurrence.start, recurrence.end, Reading(every=recurrence.every), False
    elif recurrences and (reading := combine(cutoffs, recurrences)) is not None:
        parts: list[Mention | Recurrence] = [*cutoffs, *recurrences]
        yield min(part.start for part in parts), max(part.end for part in parts), reading, False


def _counted(text: str, issued: date | None) -> Iterator[Span]:
    relative = find_relative(text, issued)
    if relative is not None and relative.within:
        reading = combine((), relative=relative, issued=issued)
        if reading is not None:
            yield relative.start, relative.end, reading, False
