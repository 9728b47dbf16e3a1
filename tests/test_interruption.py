"""Ctrl-C is not lost when a library takes it for a fault of its own."""

import os
import signal
import subprocess
import sys

import pytest
from pydantic import BaseModel, field_serializer

from docgen import interruption


@pytest.fixture
def watched():
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    interruption.watch()
    yield
    interruption.watch()
    signal.signal(signal.SIGINT, before)


class Slow(BaseModel):
    name: str = ""

    @field_serializer("name")
    def _pressed_meanwhile(self, name):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass
        return name


def test_what_a_serialiser_swallowed_is_raised_again(watched):
    with pytest.raises(ValueError, match="KeyboardInterrupt"):
        Slow().model_dump_json()

    with pytest.raises(KeyboardInterrupt):
        interruption.insist()


def test_nothing_is_raised_when_nothing_came(watched):
    interruption.insist()


def test_a_build_whose_serialiser_swallows_ctrl_c_ends_interrupted(tmp_path):
    script = """
import os, signal, sys
from docgen.actions.init import init
from docgen.build.inputs import Inputs
from docgen.cli import main
from pathlib import Path

def swallowing(self, job, *, draft):
    try:
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass
    except KeyboardInterrupt as pressed:
        raise ValueError("Error serializing to JSON: KeyboardInterrupt") from pressed

init(Path(sys.argv[1]))
Inputs.of = swallowing
sys.exit(main(["-C", sys.argv[1], "build", "D22", "-b", "Z01", "-j", "1"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "office")], capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 130, done.stderr
    assert "已中断" in done.stderr
