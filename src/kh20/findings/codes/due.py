"""KH3xx: due periods."""

from kh20.findings.code import Code, Example
from kh20.findings.finding import Severity
from kh20.text.i18n import N_

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def _due(due: str, said: str = "hoàn thành trong quý I/2024") -> Example:
    return Example(
        f"tasks:\n  - id: I.1\n    title: Báo cáo\n    text: Báo cáo kết quả ({said}).\n"
        f"    owners: [bo-a]\n    partners: [bo-b]\n    due: {due}\n"
    )


_GOOD = _due("{by: 2024-Q1, stated: hoàn thành trong quý I/2024}")

CODES = (
    Code(
        "KH301",
        ERROR,
        N_("two due keys of which only one can hold"),
        N_(
            "“by” ends with a period, “in” takes place inside one, “before” ends the day before. "
            "A range is “from” with “by”."
        ),
        _due("{by: 2024-Q1, in: 2024-Q1, stated: hoàn thành trong quý I/2024}"),
        _GOOD,
    ),
    Code(
        "KH302",
        ERROR,
        N_("a due without a period"),
        N_(
            "A due says when, or that the duty is an ongoing one. Where the document says nothing, "
            "write “due: none”."
        ),
        _due("{stated: hoàn thành trong quý I/2024}"),
        _GOOD,
    ),
    Code(
        "KH303",
        ERROR,
        N_("a stated phrase that is not in the text"),
        N_(
            "The phrase is the proof of the encoded period, so it must be the document's own. It "
            "may stand in a heading above the obligation instead (“Nhiệm vụ hằng năm”)."
        ),
        _due("{by: 2024-Q1, stated: hoàn thành trong quý 1 năm 2024}"),
        _GOOD,
    ),
    Code(
        "KH304",
        ERROR,
        N_("a stated phrase that means another period"),
        N_(
            "Double entry: the phrase is read and compared with the encoded period, so that "
            "neither a slip of the finger nor a quiet edit passes. In kind they must agree too: "
            "“hoàn thành trong” is by, “trong” alone is in, “thực hiện từ” is from, “trước” is "
            "before."
        ),
        _due("{by: 2024-Q2, stated: hoàn thành trong quý I/2024}"),
        _GOOD,
    ),
    Code(
        "KH305",
        WARNING,
        N_("a stated phrase that cannot be read"),
        N_(
            "The phrase is worded in a way that the reader of phrases does not know. It never "
            "guesses; somebody must compare phrase and period."
        ),
        _due("{by: 2024-Q1, stated: sau khi tổng kết}", "sau khi tổng kết"),
        _GOOD,
        judgement=True,
    ),
    Code(
        "KH306",
        ERROR,
        N_("a deadline in the text, and no due"),
        N_(
            "The text names a period, or says how often, and the obligation would never be due. "
            "What fills brackets or a cell of a table is certain. Where a period stands in running "
            "text without the verb of the work, it may date something else, and the finding is a "
            "warning."
        ),
        _due("none"),
        _GOOD,
        judgement=True,
    ),
    Code(
        "KH307",
        WARNING,
        N_("a second deadline in the text"),
        N_(
            "The text names a period besides the stated one. If it is a deadline of its own, it "
            "would be missed."
        ),
        _due(
            "{by: 2024-Q1, stated: hoàn thành trong quý I/2024}",
            "hoàn thành trong quý I/2024; tổng kết, hoàn thành trong năm 2025",
        ),
        _GOOD,
        judgement=True,
    ),
    Code(
        "KH308",
        ERROR,
        N_("a start after the deadline"),
        N_("The obligation would be overdue before it begins."),
        _due(
            "{from: 2024-06, by: 2024-03, stated: từ tháng 6/2024 đến tháng 3/2024}",
            "từ tháng 6/2024 đến tháng 3/2024",
        ),
        _due(
            "{from: 2024-03, by: 2024-06, stated: từ tháng 3/2024 đến tháng 6/2024}",
            "từ tháng 3/2024 đến tháng 6/2024",
        ),
    ),
    Code(
        "KH309",
        WARNING,
        N_("a deadline before the document was issued"),
        N_("It would be overdue on the day of signing; most often the year is wrong."),
        _due("{by: 2023-Q1, stated: hoàn thành trong quý I/2023}", "hoàn thành trong quý I/2023"),
        _GOOD,
    ),
    Code(
        "KH310",
        ERROR,
        N_("not a period, or not one that exists"),
        N_(
            "Periods are written 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, or two of them "
            "with a slash. One spelling only, so that two files can be compared; a bare year is "
            "quoted."
        ),
        _due("{by: 2024-Q5, stated: hoàn thành trong quý I/2024}"),
        _GOOD,
    ),
    Code(
        "KH311",
        ERROR,
        N_("a recurrence that cannot be"),
        N_(
            "Its cut-offs must be days that exist, one for each turn, and its end not before its "
            "start."
        ),
        _due('{every: year, from: "2026", until: "2025", stated: hằng năm}', "hằng năm"),
        _due('{every: year, from: "2025", until: "2026", stated: hằng năm}', "hằng năm"),
    ),
    Code(
        "KH312",
        ERROR,
        N_("a stated phrase that is only a part of what the text says"),
        N_(
            "“Ngày 30/6” in “trước ngày 30/6” is the first day that is too late, and “quý I” in "
            "“quý II” another quarter: the phrase is stated whole, with the words that say what "
            "the time is to the work."
        ),
        _due("{by: 2024-06-30, stated: ngày 30/6/2024}", "hoàn thành trước ngày 30/6/2024"),
        _due(
            "{before: 2024-06-30, stated: hoàn thành trước ngày 30/6/2024}",
            "hoàn thành trước ngày 30/6/2024",
        ),
        judgement=True,
    ),
    Code(
        "KH313",
        WARNING,
        N_("a duty that recurs in the text, and no due"),
        N_(
            "The text says that something is done every year or every quarter; without a due it "
            "stands in no list of what is due."
        ),
        _due("none", "báo cáo định kỳ 6 tháng"),
        _due("{every: half-year, stated: định kỳ 6 tháng}", "báo cáo định kỳ 6 tháng"),
        judgement=True,
    ),
    Code(
        "KH315",
        ERROR,
        N_("something accepted that cannot be, or is not found"),
        N_(
            "A finding of judgement that a person has looked at is accepted in the file, with a "
            "reason, and is then a notice. What is certain cannot be accepted; what is not found "
            "any more is to be taken out."
        ),
        Example(
            _GOOD.text.replace(
                "    due:", "    accepted: [{code: KH304, reason: đã đối chiếu}]\n    due:"
            )
        ),
        _GOOD,
    ),
)
