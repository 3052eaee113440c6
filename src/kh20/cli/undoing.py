"""Taking back of an entry: the one that a person means, and the entry that takes it back."""

from collections.abc import Sequence
from typing import NamedTuple

from kh20.answers.one_obligation import event_words
from kh20.cli.entries import given, named_entry, recorded_today
from kh20.cli.errors import UserError
from kh20.cli.meant import agency_named, find_task
from kh20.cli.plans import today
from kh20.cli.windows import typed_day
from kh20.model import LogEntry, Plan
from kh20.obligations import Book
from kh20.obligations.voids import identity, voids_of
from kh20.planfile.log.append import EntryData
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import shown

_MOST_LISTED = 8


class Undo(NamedTuple):
    """What a person said of the entry that is to be taken back; ``None`` is what was left out."""

    task: str | None
    """The id, of a recurring duty with the turn behind an ``@``; the last entry where left out."""
    note: str
    on: str | None = None
    event: str | None = None
    agency: str | None = None
    part: str | None = None


def voiding_entry(undo: Undo, plan: Plan) -> EntryData:
    """Return the entry that takes back the one that is meant.

    Raises :class:`UserError` where there is none, or where several entries are meant.
    """
    live = [entry for _place, entry in voids_of(enumerate(plan.log)).live]
    wrong = _the_one(undo, _meant(undo, plan, live), plan)
    task, _turn = find_task(plan, wrong.task)
    shares = {key: getattr(wrong, key, None) for key in ("agency", "part")}
    return {
        **named_entry(task, wrong.for_, wrong.on, "voided"),
        "voids": wrong.event,
        **{key: value for key, value in shares.items() if value is not None},
        "note": given("--note", undo.note),
        **recorded_today(plan, wrong.on),
    }


def _meant(undo: Undo, plan: Plan, live: Sequence[LogEntry]) -> list[LogEntry]:
    """Return the entries that fit all that was said."""
    if undo.task is None:
        return list(live[-1:])
    task, turn = find_task(plan, undo.task)
    on = typed_day("--on", undo.on, today(plan)) if undo.on is not None else None
    agency = None
    if undo.agency is not None:
        agency = agency_named(undo.agency, plan, on or today(plan), whole=True)
    return [
        entry
        for entry in live
        if entry.task == task.whole.id
        and task.part in (None, getattr(entry, "part", None))
        and turn in (None, entry.for_)
        and on in (None, entry.on)
        and undo.event in (None, entry.event)
        and agency in (None, getattr(entry, "agency", None))
        and undo.part in (None, getattr(entry, "part", None))
    ]


def _the_one(undo: Undo, meant: Sequence[LogEntry], plan: Plan) -> LogEntry:
    """Return the entry that is meant; of those that are alike, the last."""
    id_ = shown(undo.task or "")
    if not meant and undo.task is None:
        raise UserError(_("the log holds no entry that could be taken back"))
    if not meant:
        raise UserError(
            _("no entry of {id} that counts fits this").format(id=id_),
            _("“kh20 show {id}” lists what is recorded of it").format(id=id_),
        )
    if len({identity(entry) for entry in meant}) > 1:
        book = Book(plan, max(entry.on for entry in meant))
        lines = [f"    {entry.on}  {event_words(entry, book)}" for entry in meant[-_MOST_LISTED:]]
        message = ngettext(
            "{count} entry of {id} fits:", "{count} entries of {id} fit:", len(meant)
        ).format(count=len(meant), id=id_)
        raise UserError(
            "\n".join([message, *lines]),
            _("say which: --on DAY, --event EVENT, --agency NAME or --part ID"),
        )
    return meant[-1]
