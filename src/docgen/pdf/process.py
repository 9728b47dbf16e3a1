"""LibreOffice as a process that ends with docgen, however docgen ends.

Killed outright, docgen can tell nobody; LibreOffice would finish its batch and keep two hundred megabytes.
So a shell stands between them that holds the other end of a pipe: when that closes, it kills its group.
"""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress

# `soffice` is a script around a program around the real program: only their whole group can be killed.
_GUARD = (
    '"$@" 3<&- & child=$!; '
    "{ read -r _ <&3; kill -KILL 0; } & guard=$!; "
    'exec 3<&-; wait "$child"; status=$?; kill -KILL "$guard" 2>&-; exit "$status"'
)
_SHELL = ("/bin/sh", "-c", f"exec 3<&0 </dev/null; {_GUARD}", "docgen")
IS_GUARDED = hasattr(os, "killpg")


def start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """The program runs in a group of its own, for no longer than this process; then `ended` or `kill` it."""
    return subprocess.Popen(
        [*_SHELL, *command] if IS_GUARDED else list(command),
        env=environment,
        stdin=subprocess.PIPE if IS_GUARDED else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """The program and what it has started have ended."""
    if IS_GUARDED:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
    ended(process)


def ended(process: subprocess.Popen[bytes]) -> None:
    """Nothing is left open of a program that has ended."""
    if process.stdin is not None:
        process.stdin.close()
