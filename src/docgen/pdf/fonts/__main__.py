"""`python -m docgen.pdf.fonts install [--from FOLDER]`: for scripts that run before the command exists."""

import argparse
import sys
from pathlib import Path

from docgen.errors import DocgenError
from docgen.pdf.fonts.install import install


def main(arguments: list[str]) -> int:
    """The exit status of one call."""
    parser = argparse.ArgumentParser(prog="python -m docgen.pdf.fonts")
    parser.add_argument("verb", choices=["install"])
    parser.add_argument("--from", dest="source", type=Path, help="装有字体文件或 .deb 软件包的文件夹")
    chosen = parser.parse_args(arguments)
    try:
        install(source_folder=chosen.source, progress=_say)
    except DocgenError as error:
        _say(str(error))
        return error.exit_status
    return 0


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
