"""A workshop whose process dies at one paper; importable, so that another process can have it."""

import os
import signal

from docgen.build.paper import Workshop


class DeadlyWorkshop(Workshop):
    """Dies at the D22 of Z01."""

    def make(self, job, *, draft):
        if (job.owner, job.paper.code) == ("Z01", "D22"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().make(job, draft=draft)
