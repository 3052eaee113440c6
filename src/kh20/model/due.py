"""Due periods, recurrences and terms, as the document states them."""

from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from kh20.model.fields import Entity, Flag, PeriodValue, Text, one_or_more, with_any
from kh20.periods import Period
from kh20.periods.period import days_in


def _said(key: str) -> dict[str, Any]:
    """Return the JSON Schema of data in which a flag is set."""
    return {"required": [key], "properties": {key: {"const": True}}}


_EXCLUSIVE: dict[str, Any] = {
    "minProperties": 2,
    "not": with_any("by in", "by before", "in before", "in from"),
    "anyOf": [*with_any("by", "in", "before", "from")["anyOf"], _said("ongoing")],
    "if": _said("substantially"),
    "then": with_any("by", "in", "before"),
}

EVERY = r"^(year|half-year|quarter|month|week|[1-9][0-9]? (weeks|months|years))$"
WITHIN = (
    r"^(1 (day|working day|week|month|year)"
    r"|([2-9]|[1-9][0-9]{1,2}) (days|working days|weeks|months|years))$"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of a week in their order."""
CUT_OFF = (
    r"^(last day|(0[1-9]|[12][0-9]|3[01])|(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    rf"|{'|'.join(WEEKDAYS)})$"
)


Every = Annotated[str, Field(pattern=EVERY)]
Within = Annotated[str, Field(pattern=WITHIN)]
CutOff = Annotated[str, Field(pattern=CUT_OFF)]
CutOffs = Annotated[tuple[CutOff, ...], one_or_more(CutOff)]
Stated = Annotated[
    Text, Field(description="The document's own phrase, verbatim, as it stands in the text.")
]


class Due(Entity, json_schema_extra=_EXCLUSIVE):
    """A due period that comes once. Dates are days; a deadline is the last day that is in time."""

    by: PeriodValue | None = Field(None, description="Complete by the end of this period.")
    in_: PeriodValue | None = Field(None, alias="in", description="Takes place inside this period.")
    before: PeriodValue | None = Field(
        None, description="Complete before this day or period: the day before is the deadline."
    )
    from_: PeriodValue | None = Field(
        None, alias="from", description="Starts with this period; alone, a running duty."
    )
    substantially: Flag = Field(
        False, description="Whether it is to be completed in the main only (cơ bản)."
    )
    ongoing: Flag = Field(
        False, description="Whether it is an ongoing duty, also after the deadline."
    )
    stated: Stated

    @property
    def start(self) -> date | None:
        """The first day of the period in which the work takes place; ``None`` where not stated."""
        if self.from_ is not None:
            return self.from_.first
        return self.in_.first if self.in_ is not None else None

    @property
    def deadline(self) -> date | None:
        """The last day on which completion is in time; ``None`` for a running duty."""
        if self.before is not None:
            return self.before.first - timedelta(days=1)
        period = self.by or self.in_
        return period.last if period is not None else None


class Recurrence(Entity, json_schema_extra={"not": {"required": ["by", "before"]}}):
    """A duty that comes again and again; each time is an obligation of its own."""

    every: Every = Field(
        description="How often: year, half-year, quarter, month, week, or such as “2 years”."
    )
    by: CutOffs | None = Field(
        None,
        description="The last day in time: MM-DD, or DD of the last month, or “last day”, or such "
        "as friday where it comes every week or every few weeks; "
        "several where the document names several. Without it, the end of each period.",
    )
    before: CutOffs | None = Field(
        None, description="As `by`, but the day before is the last one in time."
    )
    from_: PeriodValue | None = Field(
        None, alias="from", description="The first period; by default the one of the issue."
    )
    until: PeriodValue | None = Field(
        None, description="The last period; without it there is no end."
    )
    stated: Stated


class Term(Entity):
    """A due that is counted from an event which the document does not date.

    There is no deadline before the log says on which day that has happened.
    """

    within: Within = Field(
        description="How long, such as 30 days, 10 working days, 2 weeks, 6 months or 1 year."
    )
    after: Text = Field(description="The event, as the document names it.")
    stated: Stated

    @property
    def length(self) -> tuple[int, str]:
        """How many of which unit: day, working day, week, month or year."""
        number, _space, unit = self.within.partition(" ")
        return int(number), unit.removesuffix("s")


def _kind(value: Any) -> str | None:
    if isinstance(value, Term) or (isinstance(value, dict) and "within" in value):
        return "counted"
    if isinstance(value, Recurrence) or (isinstance(value, dict) and "every" in value):
        return "recurring"
    if isinstance(value, Due | dict):
        return "dated"
    return "none" if value == "none" else None


StatedDue = Due | Recurrence | Term
"""What a document states of when something is due."""

DueValue = Annotated[
    Annotated[Due, Tag("dated")]
    | Annotated[Recurrence, Tag("recurring")]
    | Annotated[Term, Tag("counted")]
    | Annotated[Literal["none"], Tag("none")],
    Discriminator(_kind),
]
"""A due period, a recurrence, a term, or the word ``none`` where the document states no period."""

LAST_DAY = "last day"
"""The cut-off at the end of each period."""

CALENDAR_UNITS = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}
"""The intervals that have a name, in months; such a duty comes in the turns of the calendar."""


def weeks_between(every: str) -> int:
    """Return how many weeks lie between two turns of a recurrence; 0 where it counts by months."""
    if every == "week":
        return 1
    number, _space, unit = every.partition(" ")
    return int(number) if unit == "weeks" else 0


def days_between(every: str) -> float:
    """Return how many days lie between two turns of a recurrence, on average."""
    return weeks_between(every) * 7 or months_between(every) * 30.44


def months_between(every: str) -> int:
    """Return how many months lie between two turns of a recurrence that counts by months."""
    if every in CALENDAR_UNITS:
        return CALENDAR_UNITS[every]
    number, _space, unit = every.partition(" ")
    return int(number) * (12 if unit == "years" else 1)


def last_days_in_time(cut_off: str, period: Period, *, before: bool) -> list[date]:
    """Return the last day in time that a cut-off sets in a period, in a list; else an empty one.

    A weekday is that of the last week. ``MM-DD`` is that day of the last year in which it falls
    into the period, ``DD`` that day of the last month in which it does; with ``before`` it is the
    day before. A day that a month does not have, such as 29 February of a common year, comes after
    the month's last day, which is in time either way.
    """
    shift = timedelta(days=1 if before else 0)
    if cut_off == LAST_DAY:
        return [period.last - shift]
    if cut_off in WEEKDAYS:
        end = period.last + shift
        back = (end.weekday() - WEEKDAYS.index(cut_off)) % 7
        return [end - timedelta(days=back) - shift]
    month_text, _dash, day_text = cut_off.rpartition("-")
    end = period.last + shift
    last = end.year * 12 + end.month - 1
    if month_text:
        last -= (end.month - int(month_text)) % 12
    first = period.first.year * 12 + period.first.month - 1
    for month in range(last, first - 1, -12 if month_text else -1):
        year, number = month // 12, month % 12 + 1
        length = days_in(year, number)
        day = date(year, number, min(int(day_text), length))
        if int(day_text) <= length:
            day -= shift
        if period.contains(day):
            return [day]
    return []
