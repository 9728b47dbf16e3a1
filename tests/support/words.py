"""Papers as lines of words, without any look: one right paper of each genre, to be broken in one place."""

from docgen.inspect.elements import Element, Format
from docgen.inspect.wording import Line, Wording

NOTICE = (
    (Element.MARK, "云河市自来水公司文件"),
    (Element.NUMBER, "云水发〔2024〕12号"),
    (Element.TITLE, "云河市自来水公司关于做好汛期供水保障工作的通知"),
    (Element.RECIPIENTS, "各营业所，公司机关各部门："),
    (
        Element.BODY,
        "根据《云河市城市供水条例》和《关于加强防汛工作的通知》（云政发〔2024〕5号）要求，现将有关事项通知如下。",
    ),
    (Element.HEADING1, "一、提高思想认识"),
    (Element.BODY, "2024年6月1日（星期六）起进入汛期。各营业所要坚持“安全第一”。"
     "2021—2023年漏损率已降至10%～12%。"),
    (Element.HEADING2, "（一）加强值守。"),
    (Element.BODY, "值班电话0871-6510326，每日8:30至17:30有人接听；官网www.yhwater.cn同步公布。"
     "水压保持在0.3兆帕左右。"),
    (Element.HEADING3, "1.备足物资"),
    (Element.HEADING4, "（1）沙袋三四百个，水泵2台。"),
    (Element.HEADING1, "二、严肃工作纪律"),
    (Element.BODY, "对瞒报、迟报等行为，依照有关规定处理（见附件2）。"
     "张某某等3人因脱岗受到批评，特此引以为戒。"),
    (Element.ATTACHMENT_NOTE, "附件：1.值班安排表"),
    (Element.ATTACHMENT_NOTE, "2.物资储备清单"),
    (Element.SIGNATURE, "云河市自来水公司"),
    (Element.DATE, "2024年5月28日"),
    (Element.NOTE, "（此件公开发布）"),
    (Element.ATTACHMENT_LABEL, "附件1"),
    (Element.ATTACHMENT_TITLE, "值班安排表"),
    (Element.ATTACHMENT_LABEL, "附件2"),
    (Element.ATTACHMENT_TITLE, "物资储备清单"),
    (Element.COPY_TO, "抄送：市水务局，市应急管理局。"),
    (Element.IMPRINT, "云河市自来水公司办公室　　2024年5月29日印发"),
)  # fmt: skip

REQUEST = (
    (Element.MARK, "长乐县人民医院文件"),
    (Element.NUMBER, "长医〔2023〕7号"),
    (Element.SIGNER, "签发人：欧阳景和"),
    (Element.TITLE, "长乐县人民医院关于购置核磁共振设备的请示"),
    (Element.RECIPIENTS, "县卫生健康局："),
    (Element.BODY, "我院现有设备使用已超过10年，拟购置核磁共振设备1台，约需资金860万元。"),
    (Element.BODY, "妥否，请批示。"),
    (Element.SIGNATURE, "长乐县人民医院"),
    (Element.DATE, "2023年3月6日"),
    (Element.NOTE, "（联系人：仇朴，联系电话：0000-8610001）"),
    (Element.COPY_TO, "抄送：县财政局。"),
    (Element.IMPRINT, "长乐县人民医院办公室　　2023年3月6日印发"),
)

REPORT = (
    (Element.MARK, "长乐县人民医院文件"),
    (Element.NUMBER, "长医〔2023〕9号"),
    (Element.SIGNER, "签发人：欧阳景和"),
    (Element.TITLE, "长乐县人民医院关于2022年度工作情况的报告"),
    (Element.RECIPIENTS, "县卫生健康局："),
    (Element.BODY, "现将我院2022年度工作情况报告如下。全年完成手术3215台，经县委批准设立分院1处。"),
    (Element.BODY, "特此报告。"),
    (Element.SIGNATURE, "长乐县人民医院"),
    (Element.DATE, "2023年3月9日"),
)

REPLY = (
    (Element.MARK, "长乐县卫生健康局文件"),
    (Element.NUMBER, "长卫〔2023〕21号"),
    (Element.TITLE, "长乐县卫生健康局关于同意购置设备的批复"),
    (Element.RECIPIENTS, "县人民医院："),
    (Element.BODY, "你院《关于购置核磁共振设备的请示》（长医〔2023〕7号）收悉。经研究，同意购置。"),
    (Element.BODY, "此复。"),
    (Element.SIGNATURE, "长乐县卫生健康局"),
    (Element.DATE, "2023年4月1日"),
)

ANNOUNCEMENT = (
    (Element.MARK, "云河市自来水公司文件"),
    (Element.NUMBER, "云水发〔2024〕15号"),
    (Element.TITLE, "云河市自来水公司关于计划停水的公告"),
    (Element.BODY, "因管网改造，定于2024年7月3日0时至6时停水。"),
    (Element.BODY, "特此公告。"),
    (Element.SIGNATURE, "云河市自来水公司"),
    (Element.DATE, "2024年6月28日"),
)

LETTER = (
    (Element.MARK, "云河市自来水公司"),
    (Element.NUMBER, "云水函〔2024〕3号"),
    (Element.TITLE, "云河市自来水公司关于商请协助管线迁改的函"),
    (Element.RECIPIENTS, "市交通运输局："),
    (Element.BODY, "因道路改造，需迁改DN800供水管线1.2公里，请予支持。"),
    (Element.BODY, "请予函复。"),
    (Element.SIGNATURE, "云河市自来水公司"),
    (Element.DATE, "2024年6月28日"),
)

PAPERS = {
    "notice": (NOTICE, Format.ORDINARY),
    "request": (REQUEST, Format.UPWARD),
    "report": (REPORT, Format.UPWARD),
    "reply": (REPLY, Format.ORDINARY),
    "announcement": (ANNOUNCEMENT, Format.ORDINARY),
    "letter": (LETTER, Format.LETTER),
}


def words(paper, *, instead=None, add=None):
    """A paper of PAPERS with the first line of an element said otherwise (None: gone), or a line more.

    `instead`: element to text; `add`: (element, text), put behind the first line of the body.
    """
    lines, form = PAPERS[paper]
    changes, made = dict(instead or {}), []
    for element, text in lines:
        said = changes.pop(element, text)
        if said is not None:
            made.append(Line(element, said, paragraph=len(made) + 1))
        if add and element is Element.BODY:
            made.append(Line(*add, paragraph=len(made) + 1))
            add = None
    assert not changes, "the paper has no such element"
    return Wording(tuple(made), form)
