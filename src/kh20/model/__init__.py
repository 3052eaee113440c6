"""The plan as data: frozen models of what a valid plan file holds."""

from kh20.model.agency import Agency, Successor
from kh20.model.due import Due, Recurrence, Term
from kh20.model.log import (
    Cancelled,
    Completed,
    Extended,
    Happened,
    LogEntry,
    Progress,
    Reopened,
    Voided,
)
from kh20.model.plan import FORMAT, Document, Plan, RegisterFile
from kh20.model.task import Accepted, Correction, Part, Task

__all__ = [
    "FORMAT",
    "Accepted",
    "Agency",
    "Cancelled",
    "Completed",
    "Correction",
    "Document",
    "Due",
    "Extended",
    "Happened",
    "LogEntry",
    "Part",
    "Plan",
    "Progress",
    "Recurrence",
    "RegisterFile",
    "Reopened",
    "Successor",
    "Task",
    "Term",
    "Voided",
]
