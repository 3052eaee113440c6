"""Edits of a plan's data after which it says the same: order, spacing, spelling of the same."""

from collections.abc import Callable
from random import Random
from typing import Any
from unicodedata import normalize

Data = dict[str, Any]
_VERBATIM = ("text", "stated", "name", "note", "basis")  # A title may be too long then.


def tasks_moved(data: Data, random: Random) -> None:
    random.shuffle(data["tasks"])


def agencies_moved(data: Data, random: Random) -> None:
    data["agencies"] = _shuffled(data["agencies"], random)


def keys_moved(data: Data, random: Random) -> None:
    data["tasks"] = [_shuffled(task, random) for task in data["tasks"]]
    data["log"] = [_shuffled(entry, random) for entry in data["log"]]
    for task in data["tasks"]:
        if isinstance(task["due"], dict):
            task["due"] = _shuffled(task["due"], random)


def lists_moved(data: Data, random: Random) -> None:
    for task in data["tasks"]:
        for key in ("owners", "partners", "parts"):
            random.shuffle(task.get(key, []))
    for agency in data["agencies"].values():
        for key in ("aliases", "members"):
            random.shuffle(agency.get(key, []))


def log_moved(data: Data, random: Random) -> None:
    """Take the entries of different days in another order; those of one day keep theirs."""
    days = sorted({entry["on"] for entry in data["log"]})
    random.shuffle(days)
    data["log"].sort(key=lambda entry: days.index(entry["on"]))


def decomposed(data: Data, random: Random) -> None:
    """Write letters and tone marks as characters of their own, as some systems do."""
    _rewrite(data, lambda text: normalize("NFD", text))


def spaced(data: Data, random: Random) -> None:
    _rewrite(data, lambda text: text.replace(" ", random.choice(["  ", "\n", " \t"])))


def defaults_said(data: Data, random: Random) -> None:
    for task in data["tasks"]:
        task.setdefault("responsibility", "joint")
        task.setdefault("partners", [])
        task.setdefault("parts", [])


def ranges_said(data: Data, random: Random) -> None:
    """Write quarters as the months that they are."""
    months = {"Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12")}
    for task in data["tasks"]:
        due = task["due"] if isinstance(task["due"], dict) else {}
        for key in ("by", "from", "in"):
            year, _dash, quarter = str(due.get(key)).partition("-")
            if quarter in months:
                first, last = months[quarter]
                due[key] = f"{year}-{first}/{year}-{last}"


def _shuffled(data: Data, random: Random) -> Data:
    keys = list(data)
    random.shuffle(keys)
    return {key: data[key] for key in keys}


def _rewrite(value: Any, change: Callable[[str], str]) -> None:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        if isinstance(each, dict | list):
            _rewrite(each, change)
        elif key in _VERBATIM:
            value[key] = change(each)


ALL = (
    tasks_moved,
    agencies_moved,
    keys_moved,
    lists_moved,
    log_moved,
    decomposed,
    spaced,
    defaults_said,
    ranges_said,
)
