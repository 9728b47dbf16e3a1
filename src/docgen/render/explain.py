"""What went wrong while a template was filled in, with the place as its author sees it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2.exceptions import SecurityError

from docgen.errors import DocgenError
from docgen.render.faults import Place, TemplateError, UnknownName, UnknownUse
from docgen.render.parts import Malformed
from docgen.render.places import area_of
from docgen.render.prepare import AnyPart
from docgen.render.undefined import Miss, NamesOf, Run, nearest


@dataclass(frozen=True, slots=True)
class Explainer:
    """Turns what rendering noted or raised into the errors of this template."""

    template: str
    parts: Mapping[str, AnyPart]
    names_of: NamesOf

    def unknown(self, run: Run, root_names: Iterable[str]) -> UnknownName:
        """One error for all unknown names of a run."""
        known = list(root_names)
        uses = (self._use(miss, owner, known) for miss, owner in run.misses.items())
        return UnknownName(self.template, list(dict.fromkeys(uses)))

    def failed(self, fault: Exception, part: str) -> DocgenError:
        """The error for an exception that a part's rendering raised."""
        if isinstance(fault, Malformed):
            remedy = "请检查跨段落、跨单元格的 {% if %} 和 {% for %} 是否成对"
            place = Place(part, area_of(part))
            return TemplateError(self.template, place, "填入数据后标签的嵌套不完整", remedy)
        if not part:  # replacing media, after all parts
            return TemplateError(
                self.template, Place("", ""), f"填不成（{fault}）", "请检查要替换的图片和文件"
            )
        place, tag = self._place(part, _failing_line(fault), "")
        problem = f"标签 {tag} {_reason(fault)}" if tag else _reason(fault)
        return TemplateError(self.template, place, problem, "请检查这个标签的写法和它用到的数据")

    def _use(self, miss: Miss, owner: object, root_names: list[str]) -> UnknownUse:
        place, tag = self._place(miss.part, miss.line, miss.name)
        known = root_names if owner is None else self.names_of(owner)
        return UnknownUse(place, tag, miss.name, nearest(miss.name, known))

    def _place(self, part: str, line: int, name: str) -> tuple[Place, str]:
        prepared = self.parts.get(part)
        return (Place(part, area_of(part)), "") if prepared is None else prepared.place_of(line, name)


def _failing_line(fault: BaseException) -> int:
    """The line of the template's source where it failed; Jinja rewrites the traceback so."""
    line, trace = 1, fault.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _reason(fault: Exception) -> str:
    if isinstance(fault, SecurityError):
        return f"含有不允许的操作（{fault}）"
    if isinstance(fault, OverflowError):
        return "循环或数值过大"
    if isinstance(fault, ZeroDivisionError):
        return "把零作了除数"
    if isinstance(fault, RecursionError):
        return "自己引用自己，没有尽头"
    return f"算不出来（{fault}）"
