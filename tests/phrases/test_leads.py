import pytest

from kh20.phrases.leads import clauses, lead_of

LEADS = {
    "hoàn thành trong |": ("trong ", "in", ""),
    "hoàn thành ngay trong |": ("ngay trong ", "in", ""),
    "chậm nhất là |": ("chậm nhất là ", "latest", ""),
    "chậm nhất đến hết |": ("chậm nhất đến hết ", "latest", ""),
    "chậm nhất trước |": ("chậm nhất trước ", "before", ""),
    "không muộn hơn |": ("không muộn hơn ", "latest", ""),
    "quá |": ("quá ", "after", ""),
    "không quá |": ("không quá ", "latest", ""),
    "đến hết |": ("đến hết ", "until", ""),
    "từ nay đến hết |": ("từ nay đến hết ", "from now to", ""),
    "tính đến hết |": ("tính đến hết ", "report", ""),
    "tầm nhìn đến |": ("tầm nhìn đến ", "report", ""),
    "bắt đầu từ |": ("bắt đầu từ ", "from", ""),
    "vào cuối |": ("vào cuối ", "at", "cuối"),
    "từ đầu |": ("từ đầu ", "from", "đầu"),
    "lần đầu |": ("đầu ", None, "đầu"),
    "trước 17h30 |": ("trước 17h30 ", "latest", ""),
    "trước 17 giờ 30 phút |": ("trước 17 giờ 30 phút ", "latest", ""),
    "trước mắt |": ("", None, ""),
    "nghị quyết số 45-nq/tw, |": ("", None, ""),
    "(trong |": ("", None, ""),
    "|": ("", None, ""),
}


@pytest.mark.parametrize(("text", "lead"), LEADS.items())
def test_leads(text: str, lead: tuple[str, str | None, str]) -> None:
    time = text.index("|")
    found = lead_of(text, 0, time)
    assert (text[found.start : time], found.role, found.part) == lead


def test_a_lead_does_not_reach_into_the_clause_before() -> None:
    text = "trong; tháng 6"
    assert lead_of(text, text.index(" ") + 1, text.index("tháng")).role is None


def bodies(text: str) -> list[tuple[str, str]]:
    return [(text[clause.body : clause.end], clause.label) for clause in clauses(text)]


def test_stops_end_a_clause_but_commas_and_dates_do_not() -> None:
    assert bodies("rà soát, trình (quý i); xong 30.6.2024. báo cáo") == [
        ("rà soát, trình ", ""),
        ("quý i", ""),
        ("", ""),
        ("xong 30.6.2024", ""),
        ("báo cáo", ""),
    ]


def test_bullets_are_left_out() -> None:
    assert bodies("- quý i") == [("quý i", "")]
    assert bodies("đ) quý i")[-1] == ("quý i", "")


def test_labels_tell_carrying_out_from_completion() -> None:
    assert bodies("thời gian thực hiện: năm 2024") == [("năm 2024", "execution")]
    assert bodies("c) thời gian tổ chức hội nghị: quý i")[-1] == ("quý i", "execution")
    assert bodies("thời hạn trình: tháng 2") == [("tháng 2", "completion")]
    assert bodies("hạn hoàn thành 30/6/2024") == [("30/6/2024", "completion")]
    assert bodies("ngày ban hành: 28/11/2023") == [("ngày ban hành: 28/11/2023", "")]
