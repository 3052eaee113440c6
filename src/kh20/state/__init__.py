"""The state of obligations on a day, worked out from the tasks and the log up to that day."""

from kh20.state.obligation import Obligation
from kh20.state.replay import Book
from kh20.state.share import Share
from kh20.state.standing import FINISHED, Standing, Status

__all__ = ["FINISHED", "Book", "Obligation", "Share", "Standing", "Status"]
