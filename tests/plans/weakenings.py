"""Edits of a plan that weaken what was signed or alter what was recorded, one function for each.

A function edits a task in place and returns the codes of the errors that must be reported for it;
none where the edit is not possible with that task.
"""

from collections.abc import Callable
from random import Random
from typing import Any

Task = dict[str, Any]
Weakening = Callable[[Task, Random], set[str]]

LATER, OWNER, TEXT, KIND = "KH502", "KH503", "KH504", "KH506"
_PERIODS = ("by", "in", "before")


def _due(task: Task) -> dict[str, Any]:
    """Return the due of a task that is due once, else nothing."""
    due = task["due"]
    return due if isinstance(due, dict) and "every" not in due else {}


def _period_key(task: Task) -> str | None:
    return next((key for key in _PERIODS if key in _due(task)), None)


def deadline_later(task: Task, random: Random) -> set[str]:
    key = _period_key(task)
    if key is None:
        return set()
    task["due"][key] = random.choice(["2031", "2031-H2", "2030-Q4", "2030-02", "2030-11-15"])
    return {LATER, KIND} if key == "in" else {LATER}


def deadline_later_in_all_places(task: Task, random: Random) -> set[str]:
    """Move a deadline so that due, phrase and text tell the same: double entry sees nothing."""
    if _due(task).get("stated") != "hoàn thành trong quý I/2024":
        return set()
    for holder, key in ((task, "text"), (task["due"], "stated")):
        holder[key] = holder[key].replace("quý I/2024", "quý III/2024")
    task["due"]["by"] = "2024-Q3"
    return {LATER, TEXT}


def deadline_dropped(task: Task, random: Random) -> set[str]:
    key = _period_key(task)
    if key is None:
        return set()
    task["due"] = {"ongoing": True, "stated": task["due"]["stated"]}
    return {LATER}


def by_to_from(task: Task, random: Random) -> set[str]:
    if "by" not in _due(task) or "from" in task["due"]:
        return set()
    task["due"] = {"from": task["due"]["by"], "stated": task["due"]["stated"]}
    return {LATER, KIND}


def by_to_in(task: Task, random: Random) -> set[str]:
    """Let the work not begin before its period does."""
    if "by" not in _due(task) or {"from", "ongoing"} & set(task["due"]):
        return set()
    task["due"]["in"] = task["due"].pop("by")
    return {KIND}


def period_dropped(task: Task, random: Random) -> set[str]:
    due = task["due"]
    if due == "none":
        return set()
    deadline = _period_key(task) is not None
    runs = "every" in due or due.get("ongoing") or not deadline
    task["due"] = "none"
    return ({LATER} if deadline else set()) | ({KIND} if runs else set())


def in_the_main_only(task: Task, random: Random) -> set[str]:
    if _period_key(task) is None or task["due"].get("substantially"):
        return set()
    task["due"]["substantially"] = True
    return {KIND}


def no_longer_running(task: Task, random: Random) -> set[str]:
    if _period_key(task) is None or not task["due"].get("ongoing"):
        return set()
    del task["due"]["ongoing"]
    return {KIND}


def start_later(task: Task, random: Random) -> set[str]:
    if "from" not in _due(task) or _period_key(task) is not None:
        return set()
    task["due"]["from"] = random.choice(["2024-Q2", "2025", "2024-02-02"])
    return {KIND}


def start_given(task: Task, random: Random) -> set[str]:
    """Let a standing duty begin some day."""
    if set(_due(task)) != {"ongoing", "stated"}:
        return set()
    task["due"]["from"] = "2040"
    return {KIND}


def each_to_joint(task: Task, random: Random) -> set[str]:
    if task.get("responsibility") != "each":
        return set()
    if random.random() < 0.5:
        del task["responsibility"]
    else:
        task["responsibility"] = "joint"
    return {KIND}


def owner_removed(task: Task, random: Random) -> set[str]:
    if not task["owners"]:
        return set()
    task["owners"].remove(random.choice(task["owners"]))
    return {OWNER}


def owner_replaced(task: Task, random: Random) -> set[str]:
    other = "hoc-vien-chinh-tri-quoc-gia-ho-chi-minh"
    if not task["owners"] or other in task["owners"]:
        return set()
    task["owners"][random.randrange(len(task["owners"]))] = other
    return {OWNER}


def owner_made_partner(task: Task, random: Random) -> set[str]:
    if not task["owners"] or task["owners"][0] in task.get("partners", []):
        return set()
    task.setdefault("partners", []).append(task["owners"].pop(0))
    return {OWNER}


def part_removed(task: Task, random: Random) -> set[str]:
    if not task.get("parts"):
        return set()
    task["parts"].remove(random.choice(task["parts"]))
    if not task["parts"] and random.random() < 0.5:
        del task["parts"]
    return {KIND}


def text_reworded(task: Task, random: Random) -> set[str]:
    words = task["text"].split()
    place = random.randrange(len(words))
    edit = random.choice(["drop", "swap case", "comma", "insert"])
    if edit == "drop":
        del words[place]
    elif edit == "swap case":
        words[place] = words[place].swapcase() if words[place].swapcase() != words[place] else "Và"
    else:
        words.insert(place, "," if edit == "comma" else "cơ bản")
    task["text"] = " ".join(words)
    return {TEXT}


def stated_reworded(task: Task, random: Random) -> set[str]:
    if task["due"] == "none":
        return set()
    task["due"]["stated"] = task["due"]["stated"].replace("t", "T", 1) + " (dự kiến)"
    return {TEXT}


def recurs_less(task: Task, random: Random) -> set[str]:
    due = task["due"]
    if due == "none" or "every" not in due:
        return set()
    if due["every"] == "quarter":
        due.update(
            random.choice(
                [{"every": "year"}, {"every": "half-year"}, {"from": "2026"}, {"until": "2900"}]
            )
        )
    else:
        due.update(
            random.choice(
                [{"every": "2 years"}, {"before": "12-16"}, {"from": "2025"}, {"until": "2029"}]
            )
        )
    return {KIND}


def recurs_no_more(task: Task, random: Random) -> set[str]:
    due = task["due"]
    if due == "none" or "every" not in due:
        return set()
    task["due"] = {"by": "2024", "stated": due["stated"]}
    return {KIND}


ALL: tuple[Weakening, ...] = (
    deadline_later,
    deadline_later_in_all_places,
    deadline_dropped,
    by_to_from,
    by_to_in,
    period_dropped,
    in_the_main_only,
    no_longer_running,
    start_later,
    start_given,
    each_to_joint,
    owner_removed,
    owner_replaced,
    owner_made_partner,
    part_removed,
    text_reworded,
    stated_reworded,
    recurs_less,
    recurs_no_more,
)
