"""Terms: dues that are counted from an event, once the log says when it has happened."""

from collections.abc import Iterable
from datetime import date, timedelta

from kh20.model import Happened, Term
from kh20.model.days_off import DaysOff
from kh20.obligations.obligation import Obligation
from kh20.obligations.voids import PlacedEvent


def dated(obligation: Obligation, events: Iterable[PlacedEvent], days_off: DaysOff) -> Obligation:
    """Return an obligation with the deadline that its events give it.

    Only one whose due is a term is another one then. ``events`` are those that count.
    """
    due = obligation.task.due
    if not isinstance(due, Term):
        return obligation
    since = min((event.on for _place, event in events if isinstance(event, Happened)), default=None)
    if since is None:
        return obligation
    return obligation._replace(deadline=end_of(due, since, days_off), since=since)


def end_of(term: Term, since: date, days_off: DaysOff) -> date:
    """Return the last day of a term that is counted from an event.

    The day of the event is not counted. A term of months ends on the day of the same number, or on
    the month's last day where it has no such day. One that ends on a day off ends on the next
    working day (Bộ luật Dân sự 2015, Điều 147, 148).
    """
    return days_off.next_working_day(end_before_moving(term, since, days_off))


def end_before_moving(term: Term, since: date, days_off: DaysOff) -> date:
    """Return the last day of a term before it is moved from a day off."""
    count, unit = term.length
    match unit:
        case "day":
            return since + timedelta(days=count)
        case "working day":
            return days_off.working_days_after(since, count)
        case "week":
            return since + timedelta(weeks=count)
        case _:
            from dateutil.relativedelta import relativedelta  # Few plans need it.

            return since + relativedelta(months=count * (12 if unit == "year" else 1))
