"""The program: its commands, and how whatever goes wrong is told."""

# The help of an option is translated when the program is made, not when this is imported.
from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

# Pydantic looks through every installed package for plugins that watch validation. None belongs
# in this program, and the search costs as much as reading the plan.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import typer

from kh20 import __version__
from kh20.cli.errors import ExitCode, InvalidPlan, UserError
from kh20.cli.group import CommandEntry, LazyGroup
from kh20.cli.shells import teach_shells, tell_failures
from kh20.cli.terminal import (
    Unwritable,
    complain,
    discard_output,
    leave,
    say,
    screen_of,
    use_utf8,
    write,
)
from kh20.text.i18n import N_, _, use_language

COMPLETION_VARIABLE = "_KH20_COMPLETE"

_QUERIES = N_("Ask")
_RECORD = N_("Record")
_FILE = N_("Check and describe")


class Commands(LazyGroup):
    """The commands of kh20."""

    entries: ClassVar[dict[str, CommandEntry]] = {
        "due": CommandEntry("due", N_("What falls due in a period."), _QUERIES),
        "overdue": CommandEntry(
            "overdue", N_("What is past its deadline and not completed."), _QUERIES
        ),
        "upcoming": CommandEntry("upcoming", N_("What is due next."), _QUERIES),
        "owner": CommandEntry(
            "agencies", N_("Everything that an agency owes or takes part in."), _QUERIES, "owner"
        ),
        "owners": CommandEntry(
            "agencies", N_("All agencies, with their counts."), _QUERIES, "owners"
        ),
        "agencies": CommandEntry(
            "directory", N_("A body: its names, life, what it took over."), _QUERIES, "agencies"
        ),
        "list": CommandEntry("list_", N_("Obligations that meet conditions."), _QUERIES),
        "show": CommandEntry("show", N_("One obligation, whole."), _QUERIES),
        "summary": CommandEntry(
            "agencies", N_("The reporting grid, by owner and in total."), _QUERIES, "summary"
        ),
        "done": CommandEntry("record", N_("Record a completion."), _RECORD, "done"),
        "progress": CommandEntry("record", N_("Record how far the work is."), _RECORD, "progress"),
        "extend": CommandEntry(
            "record", N_("Record that a decision moved a deadline."), _RECORD, "extend"
        ),
        "happened": CommandEntry(
            "record",
            N_("Record the event from which a deadline is counted."),
            _RECORD,
            "happened",
        ),
        "cancel": CommandEntry(
            "record", N_("Record that a decision lifted an obligation."), _RECORD, "cancel"
        ),
        "reopen": CommandEntry(
            "record", N_("Take back a completion or a cancellation."), _RECORD, "reopen"
        ),
        "undo": CommandEntry(
            "record", N_("Take back an entry that was a mistake."), _RECORD, "undo"
        ),
        "init": CommandEntry(
            "init", N_("Start a plan of your own from the packaged one."), _RECORD
        ),
        "merge": CommandEntry(
            "merge", N_("Join two versions of a plan; git's merge driver."), _RECORD
        ),
        "diff": CommandEntry("diff", N_("What changed between two versions, by meaning."), _FILE),
        "check": CommandEntry("check", N_("Validate plan files; the check for CI."), _FILE),
        "explain": CommandEntry("explain", N_("What a diagnostic code means."), _FILE),
        "schema": CommandEntry("schema", N_("The JSON Schema of plan files."), _FILE),
    }


def _print_version(wanted: bool) -> None:
    if wanted:
        write(f"kh20 {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help=_("Print the version.")
        ),
    ] = False,
) -> None:
    pass


def _program() -> Any:
    """Make the program. Its help is in the language that is in use by now."""
    app = typer.Typer(
        cls=Commands,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    told = _("Deadlines of Vietnamese plan documents: what is owed, by whom, by when.")
    app.callback(help=told)(_root)
    program = typer.main.get_command(app)
    tell_failures(program)
    if COMPLETION_VARIABLE in os.environ:
        teach_shells()
    return program


def run(arguments: Sequence[str] | None = None, *, language: str | None = None) -> int:
    """Run the command line and return its exit code. Raises nothing but what ends the process.

    ``language`` is that of messages and help; ``None`` takes it from the environment.
    """
    try:
        use_language(language)
        result: Any = _program().main(
            args=list(arguments) if arguments is not None else None,
            prog_name="kh20",
            standalone_mode=False,
        )
        return result if isinstance(result, int) else ExitCode.FINE
    except typer.TyperException as error:
        say(error.format_message())  # Called without arguments: help is the answer.
        return ExitCode.USAGE
    except UserError as error:
        complain(error.message, error.hint)
        return ExitCode.USAGE
    except InvalidPlan as error:
        return _invalid(error, no_color="--no-color" in (arguments or sys.argv))
    except Unwritable as error:
        return _unwritable(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except SystemExit:
        # Typer ends the process where it completes a word for a shell, which it has to, and where
        # whoever read the help has seen enough, as in “| head”.
        if COMPLETION_VARIABLE in os.environ:
            raise
        discard_output()
        return ExitCode.FINE
    except (Exception, RecursionError) as error:
        if isinstance(error, OSError) and error.filename is None:
            discard_output()
            return _unwritable(error.strerror or str(error))
        return _crash(error)


def main() -> None:
    """Run the command line of this process and end it with the exit code."""
    # A command builds what it shows and ends: looking for garbage in between is time lost.
    gc.disable()
    use_utf8()
    leave(run())


def _unwritable(reason: str) -> int:
    complain(_("the output cannot be written: {reason}").format(reason=reason), None)
    return ExitCode.UNWRITABLE


def _invalid(error: InvalidPlan, *, no_color: bool) -> int:
    from kh20.formats.findings.pretty import pretty_text

    screen = screen_of(sys.stderr, no_color=no_color)
    say(pretty_text(error.findings, screen), rendered=True)
    complain(
        _("the plan “{path}” is not valid, so nothing is said of it").format(path=error.path),
        _("fix it, then ask again; “kh20 check” shows the same findings"),
    )
    return ExitCode.USAGE


def _interrupted(error: BaseException | None) -> bool:
    """Tell whether Ctrl-C is behind an error: what was interrupted may have wrapped it."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _crash(error: Exception) -> int:
    if _interrupted(error):
        return ExitCode.INTERRUPTED
    if os.environ.get("KH20_DEBUG"):
        raise error
    if COMPLETION_VARIABLE in os.environ:  # Nothing is said into a line that is being typed.
        return ExitCode.CRASH
    complain(
        _("a mistake in kh20 itself: {kind}: {error}").format(
            kind=type(error).__name__, error=error
        ),
        _("please report it; KH20_DEBUG=1 shows where it happened"),
    )
    return ExitCode.CRASH
