"""The plan that comes with kh20."""

from pathlib import Path

FILE_NAME = "plan.yaml"


def packaged_plan() -> Path:
    """Return the path of the packaged plan: in the package, or in the checkout it runs from.

    A wheel carries a copy; an editable install reads the one at the top of the checkout, so that
    an edit is seen at once.
    """
    here = Path(__file__).resolve()
    inside = here.parents[1] / FILE_NAME
    return inside if inside.exists() else here.parents[3] / FILE_NAME
