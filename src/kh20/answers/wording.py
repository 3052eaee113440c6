"""States, kinds of dues and relations in words for people."""

from datetime import date
from functools import cache

from kh20.answers.page import Cell
from kh20.model import Due, Recurrence, Task, Term
from kh20.obligations import Standing, Status
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import all_of

STATUS_STYLE = {
    Status.COMPLETED: "green",
    Status.COMPLETED_LATE: "yellow",
    Status.OPEN: "cyan",
    Status.OVERDUE: "bold red",
    Status.RUNNING: "blue",
    Status.NOT_STARTED: "dim",
    Status.AWAITING_EVENT: "dim",
    Status.UNSCHEDULED: "dim",
    Status.CANCELLED: "dim",
}


_DAYS_OF_AMBER = 3
"""An obligation with at most so many days left is shown as about to fall due."""


def status_word(status: Status) -> str:
    """Return a state in the words of the reports."""
    return _status_words()[status]


@cache
def _status_words() -> dict[Status, str]:
    return {
        Status.COMPLETED: _("completed"),
        Status.COMPLETED_LATE: _("completed late"),
        Status.OPEN: _("open"),
        Status.OVERDUE: _("overdue"),
        Status.RUNNING: _("running"),
        Status.NOT_STARTED: _("not started"),
        Status.AWAITING_EVENT: _("awaiting its event"),
        Status.UNSCHEDULED: _("no period"),
        Status.CANCELLED: _("cancelled"),
    }


_TYPED: dict[tuple[Status, ...], tuple[str, ...]] = {
    (Status.COMPLETED, Status.COMPLETED_LATE): (
        "hoàn thành", "đã hoàn thành", "xong", "đã xong", "done", "finished",
    ),
    (Status.COMPLETED,): ("đúng hạn", "hoàn thành đúng hạn", "on time"),
    (Status.COMPLETED_LATE,): (
        "hoàn thành quá hạn", "hoàn thành muộn", "hoàn thành trễ", "hoàn thành trễ hạn",
        "hoàn thành chậm", "hoàn thành chậm hạn",
    ),
    (Status.OPEN, Status.OVERDUE, Status.NOT_STARTED): ("chưa hoàn thành", "chưa xong"),
    (Status.OPEN,): (
        "đang thực hiện", "đang làm", "đang triển khai", "đang xử lý", "trong hạn", "còn hạn",
        "chưa đến hạn", "chưa tới hạn", "in progress",
    ),
    (Status.OVERDUE,): (
        "quá hạn", "quá hạn chưa hoàn thành", "trễ", "trễ hạn", "chậm", "chậm hạn", "muộn",
        "chậm tiến độ", "late", "past due", "delayed",
    ),
    (Status.RUNNING,): ("thường xuyên", "liên tục", "ongoing"),
    (Status.NOT_STARTED,): ("chưa bắt đầu", "chưa thực hiện", "chưa triển khai", "chưa làm"),
    (Status.AWAITING_EVENT,): ("chờ sự kiện", "awaiting event", "chưa xác định thời hạn"),
    (Status.UNSCHEDULED,): ("không thời hạn", "không có thời hạn", "no deadline"),
    (Status.CANCELLED,): ("hủy", "đã hủy", "hủy bỏ", "bãi bỏ", "canceled"),
}  # fmt: skip
"""What people call a state, or several. “Late” is what to press for, not what came late."""


@cache
def statuses_by_word() -> dict[str, tuple[Status, ...]]:
    """Return the states by what they are called: in data, in the reports, by people."""
    own = {name: (status,) for status in Status for name in (status, status_word(status))}
    return own | {word: statuses for statuses, words in _TYPED.items() for word in words}


def status_cell(standing: Standing) -> Cell:
    """Return the state of an obligation, with its days, in words and in colour."""
    shown = standing.status
    text = status_word(shown)
    if shown is Status.OVERDUE and standing.days_overdue is not None:
        days = standing.days_overdue
        text = ngettext("overdue {days} day", "overdue {days} days", days).format(days=days)
    elif shown is Status.OPEN and standing.days_left is not None:
        text = _open_words(standing.days_left)
        if standing.days_left <= _DAYS_OF_AMBER:
            return Cell(text, "bold yellow")
    elif shown is Status.NOT_STARTED and standing.days_left is not None:
        text = _not_started_words(standing.days_left)
    return Cell(text, STATUS_STYLE[shown])


def listed_state(standing: Standing) -> Cell:
    """As :func:`status_cell`, for a table that does not show the document's own deadline.

    Whether the one that it shows is another one stands with the state.
    """
    cell = status_cell(standing)
    if standing.deadline == standing.obligation.deadline or standing.finished:
        return cell
    return Cell(_("{state}, extended").format(state=cell.text), cell.style)


def count_cell(count: int, style: str = "") -> Cell:
    """Return a count for a table; none is a dash, as statistical tables have it."""
    return Cell(str(count), style) if count else Cell("–", "dim")


def _open_words(days: int) -> str:
    if days == 0:
        return _("open, due today")
    return ngettext("open, {days} day left", "open, {days} days left", days).format(days=days)


def _not_started_words(days: int) -> str:
    if days == 0:
        return _("not started, due today")
    return ngettext("not started, {days} day left", "not started, {days} days left", days).format(
        days=days
    )


def share_note(standing: Standing) -> str:
    """Return how many owners or parts are still missing; empty where none has completed yet."""
    if standing.finished or len(standing.missing) == len(standing.shares):
        return ""
    return _("{missing} of {all} missing").format(
        missing=len(standing.missing), all=len(standing.shares)
    )


def deadline_text(deadline: date | None) -> str:
    """Return a deadline for a table cell."""
    return deadline.isoformat() if deadline is not None else "–"


def due_words(task: Task) -> str:
    """Return what a due asks for, in one line."""
    due = task.due
    if isinstance(due, Recurrence):
        return "; ".join(_turn_clauses(due))
    if isinstance(due, Term):
        return _("within {time} after: {event}").format(time=due.within, event=due.after)
    if not isinstance(due, Due):
        return _("no period stated")
    return "; ".join(_clauses(due))


def _turn_clauses(due: Recurrence) -> list[str]:
    every = {
        "year": _("every year"),
        "half-year": _("every half-year"),
        "quarter": _("every quarter"),
        "month": _("every month"),
        "week": _("every week"),
    }
    clauses = [every.get(due.every) or _("every {interval}").format(interval=due.every)]
    if due.before:
        clauses.append(_("complete before {days}").format(days=all_of(due.before)))
    elif due.by:
        clauses.append(_("complete by {days}").format(days=all_of(due.by)))
    else:
        clauses.append(_("complete by the end of it"))
    if due.from_ is not None:
        clauses.append(_("from {period}").format(period=due.from_))
    if due.until is not None:
        clauses.append(_("until {period}").format(period=due.until))
    return clauses


def _clauses(due: Due) -> list[str]:
    clauses = []
    if due.from_ is not None:
        clauses.append(_("from {period}").format(period=due.from_))
    if due.by is not None:
        word = (
            _("complete in the main by the end of {period}")
            if due.substantially
            else _("complete by the end of {period}")
        )
        clauses.append(word.format(period=due.by))
    if due.in_ is not None:
        clauses.append(_("takes place in {period}").format(period=due.in_))
    if due.before is not None:
        clauses.append(_("complete before {period}").format(period=due.before))
    if due.ongoing:
        clauses.append(_("then an ongoing duty") if due.deadline else _("an ongoing duty"))
    elif due.deadline is None:
        clauses.append(_("a running duty"))
    return clauses
