"""Start-up: `docgen --help` and others against `python -c pass`, by turns.

By the processor's time of each process, which other load on the machine changes least, and by the clock.
"""

import os
import subprocess
import sys
import time
from statistics import median

ROUNDS = 25
LONGEST_SECONDS = 0.25  # what is promised for `docgen --help`
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "docgen --help": [sys.executable, "-m", "docgen", "--help"],
    "docgen --version": [sys.executable, "-m", "docgen", "--version"],
    "docgen build --help": [sys.executable, "-m", "docgen", "build", "--help"],
}


def seconds(command: list[str]) -> tuple[float, float]:
    """Of the processor, and by the clock."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu, time.perf_counter() - start


def main() -> int:
    cpu: dict[str, list[float]] = {name: [] for name in COMMANDS}
    clock: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            spent = seconds(command)
            cpu[name].append(spent[0])
            clock[name].append(spent[1])
    plain = median(cpu["python -c pass"])
    for name in COMMANDS:
        spent_ms, waited_ms = 1000 * median(cpu[name]), 1000 * min(clock[name])
        print(f"{name:<20}{spent_ms:6.0f} ms of the processor ({spent_ms / plain / 1000:.1f} times", end=" ")
        print(f"python -c pass), {waited_ms:.0f} ms by the clock at best")
    print(f"promised for docgen --help: {1000 * LONGEST_SECONDS:.0f} ms")
    return int(median(cpu["docgen --help"]) > LONGEST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
