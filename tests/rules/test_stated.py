"""The stated phrase, the encoded period and the text say the same."""

import pytest

from kh20.findings.code import merge
from kh20.planfile import load_bytes
from rules.found import brief, found, task, tasks

Q1 = "hoàn thành trong quý I/2024"


def _one(due: str, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return brief(tasks(task(due=due, text=text)))


@pytest.mark.parametrize(
    "text",
    [
        f"Báo cáo ({Q1}).",
        ">-\n      Báo cáo (hoàn thành\n      trong quý I/2024).",
        '"Báo cáo (hoàn thành trong  quý I/2024)."',
        f"Báo cáo; {Q1}; sau đó {Q1}.",
    ],
)
def test_a_phrase_stands_in_the_text_however_it_is_folded(text: str) -> None:
    assert _one(f"{{by: 2024-Q1, stated: {Q1}}}", text) == []


@pytest.mark.parametrize(
    ("stated", "hint"),
    [
        ("hoàn thành trong quý 1/2024", "copy the phrase from the text, letter by letter"),
        (
            "Hoàn thành trong quý I/2024",
            "only case, diacritics or punctuation differ: copy it letter by letter",
        ),
        (
            "hoan thanh trong quy I/2024",
            "only case, diacritics or punctuation differ: copy it letter by letter",
        ),
    ],
)
def test_a_phrase_is_copied_letter_by_letter(stated: str, hint: str) -> None:
    wrong = found(tasks(task(due=f"{{by: 2024-Q1, stated: {stated}}}", text=f"Báo cáo ({Q1}).")))
    (missing,) = (each for each in wrong if each.code == "KH303")
    assert (missing.at, missing.earlier, missing.hint) == (stated, ("text",), hint)


@pytest.mark.parametrize(
    ("keys", "stated", "at"),
    [
        ("by: 2024-Q2", Q1, "2024-Q2"),
        ("by: 2024-03", Q1, "2024-03"),
        ("in: 2024-Q1", Q1, "2024-Q1"),
        ("before: 2024-Q1", Q1, "2024-Q1"),
        ("from: 2024-Q1", Q1, "2024-Q1"),
        ("by: 2024-Q1, ongoing: true", Q1, "true"),
        ("by: 2024-Q1, substantially: true", Q1, "true"),
        ("ongoing: true", Q1, "true"),
        ("by: 2024-12", "trong tháng 12/2024", "2024-12"),
        ("by: 2024-06-30", "trước ngày 30/6/2024", "2024-06-30"),
        ("by: 2024-01", "thực hiện từ tháng 01/2024", "2024-01"),
        ("from: 2024-01, by: 2024-06", "thực hiện từ tháng 01/2024", "2024-06"),
        ("by: 2024-Q1", "thường xuyên", "2024-Q1"),
    ],
)
def test_period_and_phrase_that_disagree(keys: str, stated: str, at: str) -> None:
    wrong = found(tasks(task(due=f"{{{keys}, stated: {stated}}}")))
    (disagreement,) = (each for each in wrong if each.code == "KH304")
    assert (disagreement.at, disagreement.earlier) == (at, (stated,))
    assert disagreement.message.startswith(f"“{stated}” means ")
    assert disagreement.message.endswith(" is encoded")


@pytest.mark.parametrize(
    ("keys", "stated"),
    [
        ("by: 2024-Q1", Q1),
        ('by: "2024", substantially: true', "cơ bản hoàn thành trong năm 2024"),
        ("in: 2023-12", "trong tháng 12/2023"),
        ("from: 2024-01", "thực hiện từ tháng 01/2024"),
        ("from: 2024-01, ongoing: true", "thực hiện từ tháng 01/2024"),
        (
            "by: 2023-12, ongoing: true",
            "hoàn thành trong tháng 12/2023 và chỉ đạo thực hiện thường xuyên",
        ),
        ("before: 2024-06-30", "trước ngày 30/6/2024"),
        ("from: 2024-01, by: 2024-06", "từ tháng 01/2024 đến tháng 6/2024"),
        ("ongoing: true", "thường xuyên"),
        ("every: year, before: 12-15", "trước ngày 15/12 hằng năm"),
    ],
)
def test_period_and_phrase_that_agree(keys: str, stated: str) -> None:
    codes = {
        code for code, _at, _earlier in brief(tasks(task(due=f"{{{keys}, stated: {stated}}}")))
    }
    assert codes <= {"KH309"}  # Some of them are before the day of issue.


def test_what_is_left_out_is_shown_at_the_phrase() -> None:
    stated = "cơ bản hoàn thành trong năm 2024"
    (wrong,) = found(tasks(task(due=f'{{by: "2024", stated: {stated}}}')))
    assert wrong[:3] == ("KH304", stated, ())
    assert "substantially: true" in wrong.message


def test_a_phrase_that_cannot_be_read_confirms_nothing() -> None:
    (unread,) = found(tasks(task(due="{by: 2024-Q1, stated: sau khi tổng kết}")))
    assert unread[:2] == ("KH305", "sau khi tổng kết")


@pytest.mark.parametrize(
    ("stated", "right", "wrong"),
    [
        ("hoàn thành trong quý III (năm 2025)", "by: 2025-Q3", "by: 2024-Q3"),
        ("hoàn thành trong quý III năm tới", "by: 2025-Q3", "by: 2024-Q3"),
        ("hoàn thành trong quý III năm sau", "by: 2025-Q3", "by: 2024-Q3"),
        ("trước ngày 30/6 của năm 2025", "before: 2025-06-30", "before: 2024-06-30"),
    ],
)
def test_the_year_that_is_written_counts_not_that_of_the_document(
    stated: str, right: str, wrong: str
) -> None:
    assert found(tasks(task(due=f"{{{right}, stated: {stated}}}"))) == []
    (error,) = found(tasks(task(due=f"{{{wrong}, stated: {stated}}}")))
    assert error.code == "KH304"


def test_a_day_of_next_year_is_of_one_year_or_of_each() -> None:
    stated = "trước ngày 31/01 năm sau"
    assert found(tasks(task(due=f"{{every: year, before: 01-31, stated: {stated}}}"))) == []
    assert found(tasks(task(due=f"{{before: 2025-01-31, stated: {stated}}}"))) == []


@pytest.mark.parametrize("due", ["by: 2024-Q3", "by: 2025-Q3"])
def test_where_the_year_cannot_be_read_somebody_is_asked(due: str) -> None:
    stated = "hoàn thành trong quý III niên độ 2025"
    (unread,) = found(tasks(task(due=f"{{{due}, stated: {stated}}}")))
    assert unread[:2] == ("KH305", stated)


def test_a_deadline_whose_year_cannot_be_read_is_left_unencoded_all_the_same() -> None:
    stated = "hoàn thành trong quý III niên độ 2025"
    assert _one("none", f"Báo cáo, {stated}.") == [("KH306", stated, ("none",))]
    text = f"Báo cáo ({Q1}), {stated} cho toàn ngành."
    assert _one(f"{{by: 2024-Q1, stated: {Q1}}}", text) == [("KH307", stated, ())]


@pytest.mark.parametrize("year", ["２０２５", "2025"])
def test_a_time_in_other_digits_is_found(year: str) -> None:
    text = f"Báo cáo ({Q1}), trình trước ３０／６／{year}."
    assert _one(f"{{by: 2024-Q1, stated: {Q1}}}", text) == [
        ("KH307", f"trình trước ３０／６／{year}", ())
    ]


def test_a_deadline_in_the_text_needs_a_due() -> None:
    wrong = _one("none", f"Báo cáo ({Q1}).")
    assert wrong == [("KH306", Q1, ("none",))]


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo kết quả.",
        "Thực hiện Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Ban Chấp hành Trung ương.",
        "Xây dựng chiến lược đến năm 2030, tầm nhìn đến năm 2045.",
        "Chỉ đạo thường xuyên.",
    ],
)
def test_what_names_no_deadline_needs_none(text: str) -> None:
    assert _one("none", text) == []


def test_each_deadline_that_is_left_out_is_shown() -> None:
    text = f"Trình đề án ({Q1}) và chiến lược (hoàn thành trong năm 2025)."
    assert _one(f"{{by: 2024-Q1, stated: {Q1}}}", text) == [
        ("KH307", "hoàn thành trong năm 2025", ())
    ]
    assert _one("none", text) == [
        ("KH306", Q1, ("none",)),
        ("KH306", "hoàn thành trong năm 2025", ("none",)),
    ]


def test_the_same_deadline_in_other_words_is_encoded() -> None:
    text = f"Báo cáo ({Q1}), tức là hoàn thành trong quý 1 năm 2024."
    assert _one(f"{{by: 2024-Q1, stated: {Q1}}}", text) == []


def test_keys_that_contradict_each_other_are_not_compared_with_the_phrase() -> None:
    assert [code for code, _at, _e in _one(f"{{stated: {Q1}}}", f"Báo cáo ({Q1}).")] == ["KH302"]


def test_without_a_sound_text_or_due_nothing_is_compared() -> None:
    assert [code for code, _at, _e in _one("{by: 2024-Q9, stated: x}", f"Báo cáo ({Q1}).")] == [
        "KH310"
    ]
    assert [code for code, _at, _e in _one(f"{{by: 2024-Q1, stated: {Q1}}}", "' '")] == ["KH106"]


@pytest.mark.parametrize("key", ["in", "by"])
@pytest.mark.parametrize("stated", ["vào ngày 30/6/2024", "trong ngày 30/6/2024"])
def test_of_one_day_by_and_in_say_the_same(key: str, stated: str) -> None:
    """What takes place on a day is done by its end."""
    assert _one(f"{{{key}: 2024-06-30, stated: {stated}}}", f"Báo cáo ({stated}).") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sơ kết 5 năm thực hiện Nghị quyết từ năm 2020 đến năm 2025.",
        "Triển khai Đề án giai đoạn từ năm 2022 đến năm 2025.",
    ],
)
def test_a_period_that_had_begun_is_no_deadline(text: str) -> None:
    """It is that of a programme; the document was issued in 2024."""
    assert _one("none", text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Báo cáo định kỳ 6 tháng.", ["KH313"]),
        ("Báo cáo hằng năm.", ["KH313"]),
        ("Báo cáo hằng tuần.", ["KH313"]),
        ("Báo cáo 3 lần mỗi tuần.", []),
        ("Định kỳ báo cáo.", []),
        ("Thực hiện từ tháng 3/2024.", ["KH306"]),
    ],
)
def test_what_recurs_needs_a_due_that_says_so(text: str, codes: list[str]) -> None:
    """As far as the format has a word for how often."""
    assert [code for code, _at, _earlier in _one("none", text)] == codes


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Báo cáo (hoàn thành trong quý II/2024).", "error"),
        ("Báo cáo (trước ngày 30/6/2024).", "error"),
        ("Hoàn thành trước ngày 30/6/2024.", "error"),
        ("Trình Chính phủ, hoàn thành trong quý II/2024.", "error"),
        ("Cơ bản hoàn thành trong năm 2025.", "error"),
        ("Rà soát các văn bản ban hành trước ngày 01/7/2024 để sửa đổi.", "warning"),
        ("Xử lý các dự án tồn đọng phát sinh trước ngày 01/7/2024.", "warning"),
        ("Thanh toán các khoản nợ đến hạn trong năm 2025.", "warning"),
        ("Chuẩn bị thi hành Luật Đất đai (có hiệu lực từ ngày 01/01/2025).", None),
    ],
)
def test_what_may_date_something_else_is_a_warning(text: str, severity: str | None) -> None:
    """A date in running text can belong to what the work is about; nothing is encoded then."""
    findings = load_bytes(merge(tasks(task(due="none", text=text))).encode(), "plan.yaml").findings
    said = [each.severity.value for each in findings if each.code == "KH306"]
    assert said == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("due", "text", "agrees"),
    [
        ("{by: 2024-09, stated: trong tháng 9/2024}", "Trình Đề án trong tháng 9/2024.", True),
        (
            "{by: 2025-H1, stated: trong 6 tháng đầu năm 2025}",
            "Hoàn thành việc này trong 6 tháng đầu năm 2025.",
            True,
        ),
        ("{in: '2027', stated: vào năm 2027}", "Tổ chức sơ kết vào năm 2027.", True),
        ("{in: 2024-09, stated: trong tháng 9/2024}", "Tổ chức Hội nghị trong tháng 9/2024.", True),
        (
            "{by: 2024-09, stated: trong tháng 9/2024}",
            "Tổ chức Hội nghị trong tháng 9/2024.",
            False,
        ),
        ("{by: 2024-09, stated: trong tháng 9/2024}", "Trình Đề án (trong tháng 9/2024).", False),
        ("{by: 2024-10, stated: trong tháng 9/2024}", "Trình Đề án trong tháng 9/2024.", False),
    ],
)
def test_the_verb_of_the_sentence_tells_whether_a_period_is_an_end(
    due: str, text: str, agrees: bool
) -> None:
    """The phrase need not be stated with all that stands between the verb and the time."""
    assert [code for code, _at, _earlier in _one(due, text)] == ([] if agrees else ["KH304"])


@pytest.mark.parametrize("text", [f"Báo cáo ({Q1}).", f"'Báo cáo ({Q1.replace(' ', '  ')}).'"])
def test_each_stated_phrase_is_looked_for(text: str) -> None:
    due = f"{{by: 2024-Q1, stated: {Q1}}}"
    wrong = task("I.2", due=due, text="Báo cáo.")
    assert brief(tasks(task("I.1", due=due, text=text), wrong)) == [("KH303", Q1, ("text",))]


D_15_12 = "{every: year, before: 12-15, stated: trước ngày 15/12}"
TWO = ["KH304", "KH312"]
RHYTHM = {"I": "Nhiệm vụ định kỳ hằng năm"}


@pytest.mark.parametrize(
    ("due", "text", "headings", "codes"),
    [
        ("{every: year, stated: hằng năm}", "Báo cáo.", RHYTHM, []),
        ("{every: year, stated: hằng năm}", "Báo cáo.", {}, ["KH303"]),
        ("{every: year, stated: hằng năm}", "Báo cáo.", {"II": "Hằng năm: hằng năm"}, ["KH303"]),
        ("{every: quarter, stated: hằng năm}", "Báo cáo.", RHYTHM, ["KH304"]),
        (D_15_12, "Báo cáo trước ngày 15/12.", RHYTHM, []),
        (D_15_12, "Báo cáo trước ngày 15/12.", {}, TWO),
        (D_15_12.replace("12-15", "12-20"), "Báo cáo trước ngày 15/12.", RHYTHM, TWO),
        (D_15_12, "Báo cáo trước ngày 15/12.", {"I": "Báo cáo hằng quý"}, TWO),
    ],
)
def test_a_heading_says_how_often(
    due: str, text: str, headings: dict[str, str], codes: list[str]
) -> None:
    said = f"headings: {headings}\n" if headings else ""
    wrong = brief(said + tasks(task("I.1", due=due, text=text)))
    assert [code for code, *_rest in wrong if code != "KH223"] == codes


_TWO = "Tháng 12/2024 và bổ sung, sửa đổi hằng năm"


@pytest.mark.parametrize(
    ("due", "codes"),
    [
        ("{every: year, stated: X}", ["KH304"]),
        ("{ongoing: true, stated: X}", ["KH304"]),
        ("{by: 2024-11, ongoing: true, stated: X}", ["KH304"]),
        ("{by: 2024-12, ongoing: true, stated: X}", []),
    ],
)
def test_a_first_date_is_not_lost_to_the_rhythm_behind_it(due: str, codes: list[str]) -> None:
    text = f'"| 1 | Xây dựng Đề án | {_TWO} |"'
    data = merge(tasks(task(due=due.replace("X", f'"{_TWO}"'), text=text))).encode()
    found_codes = [each.code for each in load_bytes(data, "plan.yaml").findings]
    assert [code for code in found_codes if code.startswith("KH3")] == codes
