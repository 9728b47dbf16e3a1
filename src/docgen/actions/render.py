"""render: any docxtpl template with any YAML or JSON, without a workspace."""

from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import write_atomic
from docgen.render import Template
from docgen.render.data import read_data


class WouldOverwriteSource(DocgenError):
    """The output is one of the inputs."""

    exit_status = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"输出文件“{path}”就是输入文件", "请换一个输出文件名，以免模板或数据被盖掉")


def render(template: Path, data: Path, out: Path, *, strict: bool = True) -> Path:
    """The template filled in with the data lies at `out`. Raises what is wrong with either."""
    for source in (template, data):
        if out.exists() and source.exists() and out.samefile(source):
            raise WouldOverwriteSource(out)
    write_atomic(out, Template(template, strict=strict).render(read_data(data)))
    return out
