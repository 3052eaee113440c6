from kh20.periods import PeriodError


def test_an_error_is_a_sentence_with_a_hint_apart() -> None:
    error = PeriodError("it is not a period", hint="write 2024")
    assert (str(error), error.hint) == ("it is not a period", "write 2024")
    assert PeriodError("it is not a period").hint is None
