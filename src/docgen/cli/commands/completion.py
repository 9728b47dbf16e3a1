"""`docgen completion`."""

import click
from click.shell_completion import get_completion_class

from docgen.errors import DocgenError


class NoCompletion(DocgenError):
    """Click knows no completion for this shell."""

    exit_status = 2

    def __init__(self, shell: str) -> None:
        super().__init__(f"不能为“{shell}”自动补全", "可用的有：bash、zsh、fish")


@click.command
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """输出命令自动补全脚本。

    例：
      docgen completion bash > ~/.local/share/bash-completion/completions/docgen
      docgen completion zsh > ~/.zfunc/_docgen
      docgen completion fish > ~/.config/fish/completions/docgen.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise NoCompletion(shell)
    click.echo(kind(ctx.find_root().command, {}, "docgen", "_DOCGEN_COMPLETE").source())
    return 0
