"""kh20 show: one obligation, whole."""

from kh20.answers.answer import Answer
from kh20.answers.one_obligation import obligation_answer
from kh20.cli.meant import find_standings
from kh20.cli.options import TaskArgument
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.obligations import Standing
from kh20.planfile.decode import packaged_plan
from kh20.planfile.yaml.locate import locate_one
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 show IV.2.1",
    "kh20 show IV.2.3 --as-of 2024-04-15 --format json",
)
"""What its help shows."""


@query
def show(
    opened: Opened,
    task_id: TaskArgument,
) -> Answer:
    """Show one obligation: verbatim text, who, how its dates were worked out, its history."""
    standings = find_standings(opened.book, task_id)
    line = _line(opened, standings[-1])
    return obligation_answer(opened.scope, standings, _where(opened, line), line)


def _where(opened: Opened, line: int) -> str:
    if opened.path == str(packaged_plan()):
        return _("line {line} of the plan that comes with kh20").format(line=line)
    return f"{opened.path}:{line}"


def _line(opened: Opened, standing: Standing) -> int:
    index = opened.plan.tasks.index(standing.task.whole)
    span = locate_one(opened.loaded.text, ("tasks", index, "id"))
    return opened.loaded.text.region(span).line
