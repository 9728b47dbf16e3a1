"""A group of commands that is a folder: one module a command, one sub-folder a group below it.

Nothing is imported until a command is called: what the help page shows of it, the first line of its help,
is read from the source.
"""

import ast
import pkgutil
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from docgen.cli.help_page import HelpPage

click.Context.formatter_class = HelpPage


class Folder(click.Group):
    """The commands of the package `package`."""

    def __init__(self, package: str, **settings: Any) -> None:
        super().__init__(
            no_args_is_help=True, options_metavar="[选项]", subcommand_metavar="命令 [参数]…", **settings
        )
        self.package = package

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(self._modules())

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        module_name = self._modules().get(cmd_name)
        if module_name is None:
            return None
        module = import_module(module_name)
        if hasattr(module, "__path__"):
            return Folder(module_name, name=cmd_name, help=module.__doc__)
        command: click.Command = module.command
        command.name, command.options_metavar = cmd_name, "[选项]"
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name, known, n=1, cutoff=0.5)
            hint = f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(known)}"
            raise click.UsageError(f"没有命令“{name}”，{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        names = self.list_commands(ctx)
        with formatter.section("命令"):
            formatter.write_dl([(name, self._summary(name)) for name in names])

    def _modules(self) -> dict[str, str]:
        spec = find_spec(self.package)
        places = list(spec.submodule_search_locations or []) if spec else []
        found = pkgutil.iter_modules(places)
        return {_command_name(module.name): f"{self.package}.{module.name}" for module in found}

    def _summary(self, name: str) -> str:
        spec = find_spec(self._modules()[name])
        if spec is None or spec.origin is None:
            return ""
        tree = ast.parse(Path(spec.origin).read_bytes())
        if spec.submodule_search_locations is not None:
            return _first_line(ast.get_docstring(tree))
        functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        return next((_first_line(ast.get_docstring(f)) for f in functions if f.name == "command"), "")


def _command_name(module: str) -> str:
    # A verb that is a word of Python, such as import, has its module named import_.
    return module.rstrip("_").replace("_", "-")


def _first_line(docstring: str | None) -> str:
    return (docstring or "").split("\n", 1)[0].rstrip("。")
