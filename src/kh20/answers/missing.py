"""Who or what is still missing of an obligation that is completed one by one."""

from __future__ import annotations

from kh20.answers.wording import share_note
from kh20.obligations import Book, Standing


def title_text(standing: Standing, book: Book) -> str:
    """Return the title of an obligation and, where some of it has been completed, what has not."""
    missing = missing_text(standing, book)
    return f"{standing.task.title} ({missing})" if missing else standing.task.title


def missing_text(standing: Standing, book: Book) -> str:
    """Return how many owners or parts are missing, and which; empty where none has completed yet.

    Where both count, the parts stand behind the owner that owes them.
    """
    note = share_note(standing)
    if not note:
        return ""
    titles = {part.id: part.title for part in standing.task.parts}
    owed: dict[str, list[str]] = {}
    for share in standing.missing:
        owner = book.plan.agencies[share.agency].name if share.agency is not None else ""
        owed.setdefault(owner, []).extend(titles[part] for part in (share.part,) if part)
    names = (": ".join(filter(None, (owner, ", ".join(parts)))) for owner, parts in owed.items())
    return f"{note}: {'; '.join(names)}"
