"""What a clerk says who has something entered into the archive: who, why, and how long to wait for it."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from docgen.archive.writer import Writer, writing
from docgen.build.wanted import Say
from docgen.files import CannotWrite
from docgen.issuing.deposit import Act
from docgen.issuing.faults import Unsaid
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Said:
    """Who does it and why, how long to wait for the archive, and who hears of what happens meanwhile."""

    by: str
    reason: str
    wait_seconds: float = 60
    say: Say = lambda text: None

    def act(self) -> Act:
        """The act, of now. Raises Unsaid."""
        if not self.by.strip():
            raise Unsaid("--by", "经办人")
        if not self.reason.strip():
            raise Unsaid("--reason", "事由")
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        return Act(self.by.strip(), self.reason.strip(), at)

    def writer(self, workspace: Workspace) -> AbstractContextManager[Writer]:
        """The one writer of the workspace's archive. Raises what `writing` raises."""

        def waits(holder: str) -> None:
            self.say(f"归档库正由{holder}使用，等它空出来……")

        def unfinished(reason: CannotWrite) -> None:
            self.say(f"已经记入归档库，不会丢失，但收尾没有做完：{reason}。下次存入时会接着做完")

        return writing(
            workspace.archive,
            by=self.by.strip(),
            wait_seconds=self.wait_seconds,
            on_wait=waits,
            on_unfinished=unfinished,
        )
