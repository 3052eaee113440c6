"""The state of obligations on a day, worked out from the tasks and the log up to that day."""

from kh20.obligations.book import Body, Book
from kh20.obligations.obligation import Obligation, Share
from kh20.obligations.standing import FINISHED, Standing, Status

__all__ = ["FINISHED", "Body", "Book", "Obligation", "Share", "Standing", "Status"]
