"""What the rules are shown of a plan whose shape has faults."""

from typing import Any

from hypothesis import given, settings
from pydantic import ValidationError

from kh20.findings import Diagnostic, KeyPath, Place
from kh20.model import Plan
from kh20.planfile.shape.faults import shape_diagnostics
from kh20.planfile.shape.salvage import sound_parts
from plans.faulty_plans import faulty_data

_DOCUMENT = {"number": "1/K", "title": "K", "issued": "2024-01-02", "issuer": "A"}
_TASK = {"id": "I.1", "title": "T", "text": "T.", "owners": ["a"], "due": "none"}
_DUE = {"by": "2024-Q1", "stated": "trong quý I/2024"}


def _at(*paths: KeyPath) -> list[Diagnostic]:
    return [Diagnostic("KH103", "", Place(path)) for path in paths]


def _plan(**sections: Any) -> dict[str, Any]:
    plan = {"format": 1, "document": _DOCUMENT, "agencies": {"a": {"name": "A"}}, "tasks": [_TASK]}
    return {**plan, "log": [], **sections}


def test_what_is_sound_stays() -> None:
    draft = sound_parts(_plan(format=2), _at(("format",)))
    assert draft.document is not None
    assert (list(draft.agencies), list(draft.tasks), draft.whole) == (["a"], [0], True)


def test_a_document_with_a_fault_is_left_out() -> None:
    draft = sound_parts(_plan(document={}), _at(("document", "number")))
    assert (draft.document, draft.whole) == (None, True)
    assert sound_parts({"tasks": []}, _at(("document",))).document is None


def test_an_obligation_is_salvaged_by_leaving_out_the_keys_with_a_fault() -> None:
    wrong = {**_TASK, "title": 1, "ghi_chu": "x"}
    draft = sound_parts(
        _plan(tasks=[_TASK, wrong]), _at(("tasks", 1, "title"), ("tasks", 1, "ghi_chu"))
    )
    assert list(draft.tasks) == [0]
    assert list(draft.salvaged_tasks) == [1]
    assert draft.salvaged_tasks[1].owners == ("a",)
    assert list(draft.every_task) == [0, 1]
    assert draft.unsound_tasks == {"I.1"}
    assert not draft.whole


def test_a_text_without_its_due_and_a_due_without_its_text_are_left_out() -> None:
    for key in ("text", "due"):
        task = {**_TASK, "text": "Báo cáo (trong quý I/2024).", "due": _DUE, key: 1}
        draft = sound_parts(_plan(tasks=[task]), _at(("tasks", 0, key)))
        assert (draft.salvaged_tasks[0].text, draft.salvaged_tasks[0].due) == ("…", "none")
    missing = {key: value for key, value in _TASK.items() if key != "due"}
    draft = sound_parts(_plan(tasks=[missing]), _at(("tasks", 0, "deu")))
    assert draft.salvaged_tasks[0].text == "…"


def test_an_obligation_without_a_sound_id_cannot_be_salvaged() -> None:
    for task, path in (({**_TASK, "id": 1}, ("tasks", 0, "id")), ("x", ("tasks", 0))):
        draft = sound_parts(_plan(tasks=[task]), _at(path))
        assert (draft.every_task, draft.unsound_tasks) == ({}, frozenset())


def test_an_agency_is_salvaged_and_stays_known_as_unsound() -> None:
    agencies = {"a": {"name": "A", "alias": ["X"]}, "b": {"name": 1}, "C c": {"name": "C"}}
    draft = sound_parts(
        _plan(agencies=agencies),
        _at(("agencies", "a", "alias"), ("agencies", "b", "name"), ("agencies", "C c")),
    )
    assert list(draft.agencies) == ["a"]
    assert draft.unsound_agencies == {"a", "b", "C c"}
    assert all(map(draft.knows_agency, ["a", "b", "c-c"]))
    assert not draft.knows_agency("d")


def test_members_go_with_the_mark_of_a_collective() -> None:
    agencies = {"a": {"name": "A", "collective": "có", "members": ["a"]}}
    draft = sound_parts(_plan(agencies=agencies), _at(("agencies", "a", "collective")))
    assert draft.agencies["a"].members == ()


def test_without_a_section_nothing_is_said_of_what_refers_to_it() -> None:
    draft = sound_parts(_plan(agencies=[]), _at(("agencies",)))
    assert draft.knows_agency("anything")
    entry = {"task": "I.9", "on": "2024-02-01", "event": "progress", "note": "x"}
    draft = sound_parts(_plan(tasks=None, log=[entry]), _at(("tasks",)))
    assert (draft.tasks, draft.log) == ({}, {})


@given(faulty_data())
@settings(max_examples=100)
def test_whatever_is_wrong_the_rest_is_valid(data: Any) -> None:
    if not isinstance(data, dict):
        return
    try:
        Plan.model_validate(data)
    except ValidationError as error:
        shape = shape_diagnostics(error, data)
        draft = sound_parts(data, shape)
        assert shape
        tasks = data.get("tasks")
        if isinstance(tasks, list):
            assert set(draft.every_task) <= set(range(len(tasks)))
            assert draft.tasks.keys().isdisjoint(draft.salvaged_tasks)
