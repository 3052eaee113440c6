"""How agencies take part in obligations: directly, through others, and by succession."""

from kh20.relations.involvement import Involvement, Relation, Role, involvements, owed_by
from kh20.relations.path import Link, Step, ways_to
from kh20.relations.resolve import AgencyNotFound, Resolved, resolve_agency

__all__ = [
    "AgencyNotFound",
    "Involvement",
    "Link",
    "Relation",
    "Resolved",
    "Role",
    "Step",
    "involvements",
    "owed_by",
    "resolve_agency",
    "ways_to",
]
