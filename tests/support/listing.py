"""A list of two owners, with what makes files hard: long text, markup, what is late, what has no day."""

from datetime import date

from docgen.campaign.agenda import Item
from docgen.campaign.task import Task
from docgen.publish.todo.listing import Listing, Owner
from docgen.publish.todo.signing import SigningLine

AS_OF = date(2012, 6, 20)
LONG = "把“会签”规则从头到尾修订一遍，" * 8 + "a,b;c\\d & <b> {{ 7*7 }}"


def listing(*, empty: bool = False) -> Listing:
    """The list, or one without any item."""
    items = (
        Item("Z01", Task("补交记录", "a.done", "赵海", date(2012, 6, 15), "R46"), -3, overdue=True),
        Item("Z01", Task(LONG, "b.done", "钱进", date(2012, 6, 30), "R48", "“七一”前考评"), 6, overdue=False),
        Item("Z01", Task("没有时限的事", "c.done", "钱进"), None, overdue=False),
        Item("Z01", Task("补交记录", "a.done", "赵海", date(2012, 7, 2), "R46"), 7, overdue=False),
    )
    owners = (Owner("Z01", "门诊党支部", () if empty else items), Owner("Z02", "住院党支部", ()))
    line = SigningLine("D07", "责任书", "周明（党委书记）", "末页", "盖医院党委印章", "待签", "Z01/D07.docx")
    return Listing("医院党委", "提升工作", AS_OF, owners, () if empty else items, () if empty else (line,))
