"""A page that is no document kind (an index, a list, a form), in the look of our papers.

Its blocks are a YAML file beside the module that knows what the page says.
"""

import io
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from docgen.build.prepared import PreparedPaper, Sheet
from docgen.build.properties import PART, core_properties
from docgen.layout.builder import build_template
from docgen.layout.package import unpack
from docgen.layout.profile import SETUP
from docgen.render import Template
from docgen.text.present import finalize


def own_page(
    package: str,
    name: str,
    context: Mapping[str, object],
    *,
    title: str,
    office: str,
    day: date,
    names: tuple[str, ...] = (),
) -> bytes:
    """The .docx of the blocks `name` in `package`. `title`, `office` and `day` are the file's properties;
    a title on the page does not break within `names`.
    """
    page = _prepared(package, name)
    parts = page.fill(context)
    page.lay_out(parts, Sheet(draft=False, one_page=None, keep_whole=names))
    parts[PART] = core_properties(title, office, day)
    return page.template.pack(parts)


@cache
def _prepared(package: str, name: str) -> PreparedPaper:
    data = build_template(yaml.safe_load(files(package).joinpath(name).read_bytes()))
    source = io.BytesIO(data)
    source.name = name
    return PreparedPaper(Template(source, finalize=finalize), unpack(data)["word/styles.xml"], SETUP, ())
