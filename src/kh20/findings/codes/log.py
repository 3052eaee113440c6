"""KH4xx: the log."""

from kh20.findings.code import Code, Example
from kh20.findings.finding import Severity
from kh20.text.i18n import N_

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_DONE = "{task: I.1, on: 2024-03-20, event: completed, document: 5/BC-BA}"


_VOIDED = "{task: I.1, on: 2024-03-20, event: voided, voids: completed, note: nhầm việc}"


def _log(*entries: str, tasks: str = "") -> Example:
    return Example(tasks + "log:\n" + "".join(f"  - {entry}\n" for entry in entries))


def _task(extra: str, owners: str = "[bo-a]", due: str = "none", text: str = "Báo cáo") -> str:
    return (
        f"tasks:\n  - id: I.1\n    title: Báo cáo năm\n    text: {text}.\n    owners: {owners}\n"
        f"    partners: []\n{extra}    due: {due}\n"
    )


_EACH = _task("    responsibility: each\n", "[bo-a, bo-b]")
_YEARLY = _task("", "[bo-a, bo-b]", "{every: year, stated: hằng năm}", "Báo cáo hằng năm")

CODES = (
    Code(
        "KH401",
        ERROR,
        N_("an entry about an obligation that there is not"),
        N_("What was done would be counted for nothing."),
        _log(_DONE.replace("I.1", "I.2")),
        _log(_DONE),
    ),
    Code(
        "KH402",
        ERROR,
        N_("an entry about an agency or a part that there is not"),
        N_(
            "The agency must be an owner of the obligation, or a body that had taken over from an "
            "owner by that day; the part must be one of its parts."
        ),
        _log("{task: I.1, on: 2024-03-20, event: completed, agency: bo-b, note: xong}"),
        _log("{task: I.1, on: 2024-03-20, event: completed, agency: bo-a, note: xong}"),
    ),
    Code(
        "KH403",
        ERROR,
        N_("an entry dated before the document was issued"),
        N_(
            "Nothing can have been done on an obligation before it was assigned; most often the "
            "year is wrong."
        ),
        _log(_DONE.replace("2024", "2023")),
        _log(_DONE),
    ),
    Code(
        "KH404",
        ERROR,
        N_("completed twice"),
        N_(
            "One of the two entries is a mistake, and is taken back by one more, or a reopening "
            "between them is missing."
        ),
        _log(_DONE, _DONE.replace("03-20", "03-25")),
        _log(
            _DONE,
            "{task: I.1, on: 2024-03-22, event: reopened, note: thiếu phụ lục}",
            _DONE.replace("03-20", "03-25"),
        ),
    ),
    Code(
        "KH405",
        ERROR,
        N_("an extension that does not move the deadline later"),
        N_(
            "An extension gives more time than the deadline in force; what has no deadline cannot "
            "be extended."
        ),
        _log("{task: I.1, on: 2024-03-20, event: extended, to: 2024-02, basis: 9/QĐ}"),
        _log("{task: I.1, on: 2024-03-20, event: extended, to: 2024-Q2, basis: 9/QĐ}"),
    ),
    Code(
        "KH406",
        ERROR,
        N_("a completion that does not say whose, or of which part"),
        N_(
            "Where each owner owes its own result, or the obligation has parts, it is complete "
            "when all of them are; an entry must say which one it is about."
        ),
        _log(_DONE, tasks=_EACH),
        _log(
            "{task: I.1, on: 2024-03-20, event: completed, agency: bo-b, note: xong}", tasks=_EACH
        ),
    ),
    Code(
        "KH407",
        ERROR,
        N_("an entry without what its event needs"),
        N_(
            "A completion needs the document that proves it, or a note; an extension and a "
            "cancellation need the deciding document; a reopening needs a basis or a note."
        ),
        _log("{task: I.1, on: 2024-03-20, event: cancelled}"),
        _log("{task: I.1, on: 2024-03-20, event: cancelled, basis: 9/QĐ}"),
    ),
    Code(
        "KH408",
        ERROR,
        N_("an event after a cancellation"),
        N_("What was lifted cannot be completed or extended, unless it was reopened."),
        _log("{task: I.1, on: 2024-03-01, event: cancelled, basis: 9/QĐ}", _DONE),
        _log(
            "{task: I.1, on: 2024-03-01, event: cancelled, basis: 9/QĐ}",
            "{task: I.1, on: 2024-03-05, event: reopened, basis: 10/QĐ}",
            _DONE,
        ),
    ),
    Code(
        "KH409",
        WARNING,
        N_("entries out of the order of days"),
        N_(
            "The log is appended to; an entry that was slipped in earlier is worth a second look. "
            "One that was recorded late stays where it is, and “recorded” gives the day of that."
        ),
        _log(_DONE, "{task: I.1, on: 2024-03-01, event: progress, note: đang làm}"),
        _log("{task: I.1, on: 2024-03-01, event: progress, note: đang làm}", _DONE),
    ),
    Code(
        "KH410",
        ERROR,
        N_("an entry about a turn that there is not"),
        N_(
            "Each turn of a recurring duty is completed by itself, and the entry names it by "
            "“for”; what does not recur has no turns."
        ),
        _log(_DONE, tasks=_YEARLY),
        _log(
            '{task: I.1, on: 2024-12-20, event: completed, for: "2024", note: xong}', tasks=_YEARLY
        ),
    ),
    Code(
        "KH411",
        ERROR,
        N_("a reopening of what was not closed"),
        N_("Only what was completed or cancelled can be reopened."),
        _log("{task: I.1, on: 2024-03-22, event: reopened, note: thiếu phụ lục}"),
        _log(_DONE, "{task: I.1, on: 2024-03-22, event: reopened, note: thiếu phụ lục}"),
    ),
    Code(
        "KH412",
        ERROR,
        N_("a share of what is not counted by shares"),
        N_(
            "What all owners owe together is complete or it is not, and a cancellation is of the "
            "whole: an entry that names one owner would say more than it means."
        ),
        _log(
            "{task: I.1, on: 2024-03-20, event: completed, agency: bo-b, note: xong}",
            tasks=_task("", "[bo-a, bo-b]"),
        ),
        _log(
            "{task: I.1, on: 2024-03-20, event: completed, note: xong}",
            tasks=_task("", "[bo-a, bo-b]"),
        ),
    ),
    Code(
        "KH413",
        ERROR,
        N_("an extension or a cancellation of what is completed"),
        N_("What is done needs no more time and cannot be lifted, unless it was reopened."),
        _log(_DONE, "{task: I.1, on: 2024-03-25, event: extended, to: 2024-Q2, basis: 9/QĐ}"),
        _log(
            _DONE,
            "{task: I.1, on: 2024-03-22, event: reopened, note: thiếu phụ lục}",
            "{task: I.1, on: 2024-03-25, event: extended, to: 2024-Q2, basis: 9/QĐ}",
        ),
    ),
    Code(
        "KH414",
        WARNING,
        N_("an extension to a day that was past when it was decided"),
        N_("Nobody gives time that is over; most often one of the two days has a slip."),
        _log("{task: I.1, on: 2024-08-01, event: extended, to: 2024-Q2, basis: 9/QĐ}"),
        _log("{task: I.1, on: 2024-06-01, event: extended, to: 2024-Q2, basis: 9/QĐ}"),
    ),
    Code(
        "KH415",
        ERROR,
        N_("an entry that takes nothing back"),
        N_(
            "A wrong entry is taken back by one that repeats its obligation, day, turn, agency and "
            "part. There must be such an entry before it that still counts."
        ),
        _log(_DONE, _VOIDED.replace("03-20", "03-21")),
        _log(_DONE, _VOIDED),
    ),
    Code(
        "KH416",
        ERROR,
        N_("an entry recorded before it happened"),
        N_("“recorded” is the day of the recording, which comes after the event or on its day."),
        _log(_DONE.replace("event", "recorded: 2024-03-19, event")),
        _log(_DONE.replace("event", "recorded: 2024-04-02, event")),
    ),
    Code(
        "KH417",
        ERROR,
        N_("an event from which nothing is counted"),
        N_(
            "The event of a due with “within” and “after” is recorded once, since the deadline is "
            "counted from its day."
        ),
        _log("{task: I.1, on: 2024-03-20, event: happened, document: 5/2024/QH15}"),
        _log(
            "{task: I.1, on: 2024-03-20, event: happened, document: 5/2024/QH15}",
            tasks=_task(
                "",
                "[bo-a, bo-b]",
                due="{within: 30 days, after: Luật có hiệu lực, "
                "stated: trong 30 ngày kể từ ngày Luật có hiệu lực}",
                text="Báo cáo trong 30 ngày kể từ ngày Luật có hiệu lực",
            ),
        ),
    ),
)
