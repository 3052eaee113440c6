from kh20.phrases.clauses import clauses


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
