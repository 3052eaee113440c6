"""Changes in words: each kind has its own, and none loses what was and what is."""

from dataclasses import replace

import pytest

from comparison.comparing import between
from kh20.comparison import Change, Effect, Kind, compare
from kh20.comparison.change import headline, sentence
from plans.made_plans import BY_Q1, task

CHANGE = Change(Kind.OWNER_REPLACED, "I.1", "Bộ A", "Bộ B", (), (), task="I.1")


@pytest.mark.parametrize("kind", Kind)
def test_the_mirror_image_of_a_mirror_image_is_the_kind_itself(kind: Kind) -> None:
    assert kind.mirror.mirror is kind
    weaker = {Effect.WEAKENS, Effect.STRENGTHENS}
    if kind.effect in weaker and kind is not Kind.OWNER_REPLACED:
        assert {kind.effect, kind.mirror.effect} == weaker


def test_only_a_change_that_the_guard_refuses_has_a_remedy_of_its_own() -> None:
    own = {kind for kind in Kind if kind.remedy.code != "KH506"}
    assert {kind.effect for kind in own} == {Effect.WEAKENS, Effect.ALTERS}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_words_of_its_own(kind: Kind) -> None:
    said = headline(replace(CHANGE, kind=kind))
    assert said.startswith("I.1: ")
    others = {headline(replace(CHANGE, kind=other)) for other in Kind if other is not kind}
    assert said not in others


@pytest.mark.parametrize("kind", [kind for kind in Kind if not kind.of_texts])
def test_what_was_and_what_is(kind: Kind) -> None:
    change = replace(CHANGE, kind=kind)
    assert sentence(change).endswith(": Bộ A → Bộ B")
    assert sentence(replace(change, new=None)).endswith(": Bộ A")
    assert sentence(replace(change, old=None)).endswith(": Bộ B")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.of_texts])
def test_texts_are_shown_by_their_words(kind: Kind) -> None:
    assert sentence(replace(CHANGE, kind=kind)).endswith(": Bộ [-A-]{+B+}")


def test_days_are_counted() -> None:
    (change,) = compare(*between(task("I.1", BY_Q1), task("I.1", {**BY_Q1, "by": "2024-04-01"})))
    assert sentence(change) == (
        "I.1: the deadline was moved later: 2024-03-31 → 2024-04-01 (1 day)"
    )
    assert sentence(replace(change, days=-3)).endswith("(3 days)")


def test_a_flag_has_no_value_to_show() -> None:
    change = replace(CHANGE, kind=Kind.ONGOING_DROPPED, old="true", new=None)
    assert sentence(change) == "I.1: it is no longer a running duty"


@pytest.mark.parametrize(
    ("count", "end"), [(1, "it concerns I.1"), (12, ", I.12"), (14, ", I.12 and 2 more")]
)
def test_the_obligations_concerned_are_named_up_to_a_dozen(count: int, end: str) -> None:
    concerns = tuple(f"I.{number}" for number in range(1, count + 1))
    assert sentence(replace(CHANGE, concerns=concerns)).endswith(end)
