"""The data of the document itself."""

import pytest

from comparison.comparing import changes, codes, issued_on, severity
from kh20.comparison import guard
from kh20.findings import Severity
from kh20.model import Plan
from plans.made_plans import made_plan, plan_data, task


def with_document(**keys: str) -> Plan:
    data = plan_data([task("I.1")])
    data["document"].update(keys)
    return Plan.model_validate(data)


@pytest.mark.parametrize("key", ["number", "title", "issuer", "signed_by", "source", "implements"])
def test_data_of_the_document_are_a_notice(key: str) -> None:
    (diagnostic,) = guard(made_plan([task("I.1")]), with_document(**{key: "khác"}))
    assert (diagnostic.code, severity(diagnostic)) == ("KH512", Severity.NOTICE)
    assert diagnostic.message.startswith(f"{key}: the document data was altered: ")
    assert diagnostic.place.path == ("document", key)


@pytest.mark.parametrize(("key", "value"), [("issued", "2024-11-28"), ("timezone", "Asia/Tokyo")])
def test_what_days_are_counted_by_is_a_warning(key: str, value: str) -> None:
    (diagnostic,) = guard(made_plan([task("I.1")]), with_document(**{key: value}))
    assert (diagnostic.code, severity(diagnostic)) == ("KH512", Severity.WARNING)


def test_a_later_day_of_issue_does_not_make_a_later_deadline_right() -> None:
    """A phrase without a year is read in the year of issue: both are edited at once."""
    text, stated = "Báo cáo (hoàn thành trong quý I).", "hoàn thành trong quý I"
    old = issued_on("2024-01-02", [task("I.1", {"by": "2024-Q1", "stated": stated}, text=text)])
    new = issued_on("2025-01-02", [task("I.1", {"by": "2025-Q1", "stated": stated}, text=text)])
    assert codes(old, new) == ["KH512", "KH502!"]


def test_spacing_is_no_change() -> None:
    assert changes(with_document(title="Kế hoạch"), with_document(title=" Kế\nhoạch ")) == []
