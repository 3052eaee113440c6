"""A group of commands that imports a command only when it is called."""

import sys
from collections.abc import Collection, Iterable
from importlib import import_module
from inspect import cleandoc, signature
from typing import Any, ClassVar, NamedTuple, get_args

import typer
from typer.core import TyperCommand, TyperGroup

from kh20.cli.errors import UserError
from kh20.cli.parsing import JOINED, WORDS, join_words, take_once
from kh20.cli.terminal import screen_of
from kh20.formats.lines import fitted
from kh20.text.i18n import _
from kh20.text.quoting import shown


class CommandEntry(NamedTuple):
    """A command by its name: the module that defines it, what it does, and its heading in help.

    ``function`` is named where the module does not have the name of its only command. Then the
    ``EXAMPLES`` of the module are by function.
    """

    module: str
    summary: str
    heading: str
    function: str | None = None


class _NarrowHelp(typer.Context.formatter_class):  # type: ignore[valid-type,misc]
    """Help in which what is explained stands above its explanation."""

    def write_dl(self, rows: Iterable[tuple[str, str]], *_widths: int) -> None:
        """Write a list of definitions, in lines that may still be too wide."""
        for term, text in rows:
            self.write(f"{'':{self.current_indent}}{term}\n")
            with self.indentation():
                self.write_text(text)


class _OurOwn:
    """A command that speaks in sentences of kh20, and whose help has room on a narrow terminal."""

    def get_help(self, ctx: Any) -> str:
        """Return the help, as wide as standard output."""
        screen = screen_of(sys.stdout)
        if screen.narrow:
            ctx.formatter_class, ctx.terminal_width = _NarrowHelp, screen.width
        return fitted(super().get_help(ctx), screen)  # type: ignore[misc]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words behind a command. Raises :class:`UserError`."""
        typed = list(args)
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except typer.TyperException as error:
            if type(error).__name__ == "NoArgsIsHelpError":
                raise
            from kh20.cli.misuse import misuse

            raise misuse(error, ctx, typed) from None
        return rest


class ExampledCommand(_OurOwn, TyperCommand):
    """A command whose help ends with examples, and that takes an option once unless it repeats."""

    examples: tuple[str, ...] = ()
    joined: Collection[str] = ()
    """The arguments whose words are joined, by name."""

    def make_parser(self, ctx: Any) -> Any:
        """Make the parser, which drops no value."""
        parser = super().make_parser(ctx)
        join_words(parser, self.joined)
        if not ctx.resilient_parsing:
            take_once(parser)
        return parser

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Offer options, and how an argument goes on whose first words were typed."""
        items: list[Any] = super().shell_complete(ctx, incomplete)
        for parameter in self.params:
            if parameter.name in self.joined and ctx.params.get(parameter.name):
                before = f"{ctx.params[parameter.name]} "
                for item in parameter.shell_complete(ctx, before + incomplete):
                    item.value = item.value.removeprefix(before)
                    item.type = WORDS
                    items.append(item)
        return items

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, one on a line, whole: they are there to be copied."""
        with formatter.section(_("Examples")):
            for example in self.examples:
                formatter.write(f"  {example}\n")


class LazyGroup(_OurOwn, TyperGroup):
    """Shows its commands under headings, and loads the one that is called.

    Typer works out the options of every command that it is given; with some twenty of them that
    would be most of the start-up time.
    """

    entries: ClassVar[dict[str, CommandEntry]]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before a command; nothing at all is a call for help."""
        return super().parse_args(ctx, [] if args == ["--"] else args)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the headings."""
        return list(self.entries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import and return a command; ``None`` where there is none of that name."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module = import_module(f"kh20.cli.commands.{entry.module}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        callback = getattr(module, entry.function or entry.module)
        told = _(cleandoc(callback.__doc__ or entry.summary))  # “-OO” drops docstrings.
        app.command(cmd_name, cls=ExampledCommand, help=told)(callback)
        command: Any = typer.main.get_command(app)
        command.no_args_is_help = False
        declared = signature(callback, eval_str=True).parameters.values()
        command.joined = [each.name for each in declared if JOINED in get_args(each.annotation)]
        examples = module.EXAMPLES
        command.examples = examples[entry.function] if entry.function else examples
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is called; of an unknown one say which may have been meant."""
        if args and args[0] not in self.entries and not ctx.resilient_parsing:
            from kh20.text.suggestions import closest, did_you_mean

            raise UserError(
                _("there is no command “{name}”").format(name=shown(args[0])),
                did_you_mean(closest(args[0], self.entries))
                or _("“kh20 --help” lists the commands"),
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands under their headings, without importing them."""
        headings: dict[str, list[tuple[str, str]]] = {}
        for name, entry in self.entries.items():
            headings.setdefault(entry.heading, []).append((name, _(entry.summary)))
        for heading, rows in headings.items():
            with formatter.section(_(heading)):
                formatter.write_dl(rows)
