"""KH5xx: edits against another version."""

from kh20.findings.code import Code, Example
from kh20.findings.finding import Severity
from kh20.text.i18n import N_

ERROR, NOTICE = Severity.ERROR, Severity.NOTICE


def _task(
    due: str = "{by: 2024-Q1, stated: hoàn thành trong quý I/2024}",
    *,
    number: str = "I.1",
    title: str = "Báo cáo năm",
    text: str = "Báo cáo kết quả (hoàn thành trong quý I/2024)",
    owners: str = "[bo-a]",
    partners: str = "[bo-b]",
) -> str:
    return (
        f"  - id: {number}\n    title: {title}\n    text: {text}.\n    owners: {owners}\n"
        f"    partners: {partners}\n    due: {due}\n"
    )


def _tasks(*tasks: str) -> str:
    return "tasks:\n" + "".join(tasks)


_OLD = _tasks(_task())
_RESTYLED = """\
tasks:
  # Mục I
  - due: {stated: 'hoàn thành trong quý I/2024', by: 2024-Q1}
    text: >-
      Báo cáo kết quả
      (hoàn thành trong quý I/2024).
    partners: [bo-b]
    owners:
      - bo-a
    title: Báo cáo năm
    id: I.1
"""
_TWO = _tasks(_task(), _task("none", number="I.2", title="Tổng kết", text="Tổng kết kế hoạch"))
_DONE = "log:\n  - {task: I.1, on: 2024-03-20, event: completed, document: 5/BC-BA}\n"


_CORRECTED = """\
    corrections:
      - was: Báo cáo kêt quả (hoàn thành trong quý I/2024).
        reason: Thiếu dấu
        on: 2024-02-01
"""


def _edit(old: str, fails: str, passes: str) -> tuple[Example, Example]:
    return Example(fails, old=old), Example(passes, old=old)


CODES = (
    Code(
        "KH501",
        ERROR,
        N_("an obligation was removed"),
        N_(
            "The obligations are the signed document. What a decision lifts is recorded in the log "
            "as cancelled, with the decision as basis. A plan file that is gone takes all of its "
            "obligations with it."
        ),
        *_edit(
            _TWO,
            _OLD,
            _TWO + "log:\n  - {task: I.2, on: 2024-03-20, event: cancelled, basis: 9/QĐ}\n",
        ),
    ),
    Code(
        "KH502",
        ERROR,
        N_("a deadline was moved later or dropped"),
        N_(
            "A deadline moves by a decision, recorded in the log as extended, and never by an edit "
            "of the obligation."
        ),
        *_edit(
            _OLD,
            _tasks(_task("{by: 2024-Q2, stated: hoàn thành trong quý I/2024}")),
            _OLD
            + "log:\n  - {task: I.1, on: 2024-03-20, event: extended, to: 2024-Q2, basis: 9/QĐ}\n",
        ),
    ),
    Code(
        "KH503",
        ERROR,
        N_("an owner was removed or replaced"),
        N_(
            "Who is responsible is what the document says. A body that took over is the successor "
            "of the one that is named. A body is known by its name: an owner is replaced as well "
            "where its short name in the file passes to another body."
        ),
        *_edit(
            _tasks(_task(owners="[bo-a, bo-b]", partners="[]")),
            _tasks(_task(owners="[bo-a]", partners="[bo-b]")),
            _tasks(_task(owners="[bo-b, bo-a]", partners="[]")),
        ),
    ),
    Code(
        "KH504",
        ERROR,
        N_("the signed text was altered"),
        N_("`text` and `stated` are the document word for word."),
        *_edit(
            _OLD,
            _tasks(_task(text="Báo cáo tóm tắt (hoàn thành trong quý I/2024)")),
            _tasks(_task(title="Báo cáo kết quả năm")),
        ),
    ),
    Code(
        "KH505",
        ERROR,
        N_("an entry of the log was changed or removed"),
        N_(
            "The log is only ever added to. A mistake in it is put right by another entry. Entries "
            "of one day count in the order of the file, which must stay as well."
        ),
        *_edit(
            _OLD + _DONE,
            _OLD + _DONE.replace("03-20", "03-25"),
            _OLD
            + _DONE
            + "  - {task: I.1, on: 2024-03-25, event: reopened, note: thiếu phụ lục}\n",
        ),
    ),
    Code(
        "KH506",
        ERROR,
        N_("an obligation was made weaker in kind"),
        N_(
            "To be completed in the main instead of in full, to begin later or only from some "
            "day, no longer to run, to recur less often, a part less, one result for all owners "
            "instead of one for each: that is less than the document asks for."
        ),
        *_edit(
            _OLD,
            _tasks(
                _task("{by: 2024-Q1, substantially: true, stated: hoàn thành trong quý I/2024}")
            ),
            _tasks(_task(owners="[bo-a, bo-b]", partners="[]")),
        ),
    ),
    Code(
        "KH507",
        NOTICE,
        N_("an encoding slip was corrected"),
        N_(
            "The new period agrees with the verbatim text, and the old one did not: the edit "
            "brings the plan nearer to the document, whichever way the deadline moves."
        ),
        *_edit(
            _tasks(_task("{by: 2023-Q1, stated: hoàn thành trong quý I/2024}")),
            _OLD,
            _tasks(_task("{by: 2023-Q1, stated: hoàn thành trong quý I/2024}")),
        ),
    ),
    Code(
        "KH508",
        NOTICE,
        N_("a slip of copying was corrected"),
        N_(
            "`corrections` gives the text as it was and says what the slip is. The text says the "
            "same of days and bodies as before; where it does not, it is KH504."
        ),
        *_edit(
            _OLD.replace("kết quả", "kêt quả"),
            _OLD + _CORRECTED,
            _OLD.replace("kết quả", "kêt quả"),
        ),
    ),
    Code(
        "KH510",
        NOTICE,
        N_("an obligation was changed otherwise"),
        N_(
            "Nothing is weaker: an obligation or an owner was added, a deadline moved earlier, a "
            "title reworded, a number changed. Another style or order is no change at all."
        ),
        *_edit(_OLD, _tasks(_task(title="Báo cáo kết quả năm")), _RESTYLED),
    ),
    Code(
        "KH511",
        NOTICE,
        N_("an agency was changed"),
        N_(
            "Names decide who is found and written to; successions, who answers now. It is a "
            "warning where a body on which obligations hang was renamed, or no longer belongs to "
            "a collective, acts for or passes on to another body as it did."
        ),
        *_edit(
            _OLD,
            "agencies:\n  bo-a: {name: Bộ A, aliases: [BA]}\n  bo-b: {name: Bộ B}\n" + _OLD,
            "agencies:\n  bo-b: {name: Bộ B}\n  bo-a: {name: Bộ A}\n" + _OLD,
        ),
    ),
    Code(
        "KH512",
        NOTICE,
        N_("the data of the document was changed"),
        N_(
            "The number, title or dates of the document itself are other ones now. It is a "
            "warning where days are counted by it: the day of issue, the time zone."
        ),
        *_edit(
            _OLD,
            "document:\n  number: 1-KH/BA\n  title: Kế hoạch công tác năm 2024\n"
            "  issued: 2024-01-02\n  issuer: Bộ A\n" + _OLD,
            _OLD,
        ),
    ),
    Code(
        "KH513",
        NOTICE,
        N_("an entry was added to the log"),
        N_("What has happened is recorded this way; a reviewer sees it beside the other changes."),
        *_edit(_OLD, _OLD + _DONE, _OLD),
    ),
    Code(
        "KH520",
        NOTICE,
        N_("a plan file is new"),
        N_(
            "The revision has no file with this path, and no file that is gone has this document "
            "number. So there is nothing to compare with, and the whole file is to be read."
        ),
        Example(""),
        Example(""),
    ),
    Code(
        "KH521",
        NOTICE,
        N_("a plan file was moved or renamed"),
        N_(
            "The revision has the same document, known by its number, in a file that is gone. The "
            "two are compared."
        ),
        Example(""),
        Example(""),
    ),
    Code(
        "KH522",
        Severity.WARNING,
        N_("the other version is no plan to compare with"),
        N_(
            "The shape of the other version is not sound, so nothing tells what the edit weakens. "
            "It is no error, or a broken file could never be fixed; somebody has to read the file."
        ),
        Example(""),
        Example(""),
    ),
    Code(
        "KH523",
        NOTICE,
        N_("a register has another version"),
        N_(
            "A plan takes agencies from its registers. What the new version changes of those that "
            "the plan reaches is reported by itself."
        ),
        Example(""),
        Example(""),
    ),
)
