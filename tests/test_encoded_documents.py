"""Real documents of other shapes than the shipped plan, encoded as signed with the register."""

import pytest
import yaml

from asking import ROOT
from kh20.findings import Severity
from kh20.planfile import load

FOLDER = ROOT / "tests" / "data" / "documents"

# How many agencies each defines itself, and the warnings that somebody has to look at.
DOCUMENTS = {
    "03-nq-cp": (1, {}),
    "cong-van-2187": (1, {}),
    "cong-van-6135": (0, {}),
    "ket-luan-2010": (3, {}),
    "thong-tu-bao-cao": (3, {"KH305": 2}),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_passes_with_almost_no_agency_of_its_own(name: str) -> None:
    """A body that is owner and partner, as the document has it, is a notice."""
    own, warnings = DOCUMENTS[name]
    loaded = load(str(FOLDER / f"{name}.plan.yaml"))
    assert loaded.plan is not None
    assert len(loaded.plan.own) == own
    found = [each for each in loaded.findings if each.severity is not Severity.NOTICE]
    assert {code: sum(each.code == code for each in found) for code in warnings} == warnings
    assert len(found) == sum(warnings.values())
    assert {each.code for each in loaded.findings} <= {"KH204", *warnings}


def test_all_documents_are_tried() -> None:
    names = {path.name.removesuffix(".plan.yaml") for path in FOLDER.glob("*.plan.yaml")}
    assert names == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_body_is_named_that_did_not_exist_yet(name: str) -> None:
    data = yaml.safe_load((FOLDER / f"{name}.plan.yaml").read_text(encoding="utf-8"))
    loaded = load(str(FOLDER / f"{name}.plan.yaml"))
    assert loaded.plan is not None
    named = {body for task in data["tasks"] for body in task["owners"]}
    assert all(loaded.plan.agencies[body].lives_on(data["document"]["issued"]) for body in named)
