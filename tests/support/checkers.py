"""What Word would repair, as three checkers of OOXML see it."""

import subprocess
import sys
from pathlib import Path


def faults_of(file: Path) -> list[str]:
    """What the checkers say of the file, nothing if they find it clean."""
    tools = Path(sys.executable).parent
    commands = (["openxml-audit"], ["docx-integrity", "check"], ["ooxml-integrity", "check"])
    faults = []
    for command in commands:
        result = subprocess.run(
            [str(tools / command[0]), *command[1:], str(file)], capture_output=True, text=True, check=False
        )
        if result.returncode or "WARN" in result.stdout or "Warnings:" in result.stdout:
            faults.append(f"{file.name}: {command[0]}: {result.stdout}{result.stderr}")
    return faults
