"""The part that agencies have in obligations: directly, through others, and by succession."""

from kh20.agencies.involvement import Involvement, Relation, Role, involvements, owed_by
from kh20.agencies.resolve import AgencyNotFound, Resolved, resolve_agency
from kh20.agencies.ways import Link, Step, ways_to

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
