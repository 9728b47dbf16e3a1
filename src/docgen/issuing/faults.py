"""Why a paper, or a whole run, is not issued, in the user's words."""

from datetime import date

from docgen.errors import DocgenError
from docgen.text.present import present


class NoFonds(DocgenError):
    """Objects are named by 全宗号, so nothing can be issued without one."""

    def __init__(self, file: str) -> None:
        super().__init__("党委的记录里没有全宗号，归档件无法命名", f"请在 {file} 的“党委”下填写“全宗号”")


class NoYear(DocgenError):
    """Objects are named by the campaign's year."""

    def __init__(self, file: str) -> None:
        super().__init__("记录里没有年份，归档件无法命名", f"请在 {file} 的“专项工作”下填写“年份”")


class Unsaid(DocgenError):
    """Who does it and why must be said."""

    exit_status = 2

    def __init__(self, option: str, what: str) -> None:
        super().__init__(f"没有写明{what}", f"请加 {option}，例如 {option} {_EXAMPLES.get(option, '……')}")


_EXAMPLES = {"--by": "张三", "--reason": "印发", "--from": "市委教育工委", "--number": "示教工委〔2012〕33号"}


class NothingNamed(DocgenError):
    """Neither kinds nor --all."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__("没有写要印发哪些文书", "请写文种（如 D22），要全部印发请加 --all")


class NotIssued(DocgenError):
    """Open errors on what feeds the paper, or in its own format."""

    def __init__(self, told: str, codes: str) -> None:
        remedy = f"请改正后再印发；确实要照此印发的，加 --allow {codes}（会记录在案）"
        super().__init__(told, remedy)


class NoPrefix(DocgenError):
    """The committee's record has no 机关代字 for this series."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"这种文书要编号，但“机关代字”里没有“{key}”",
            f"请在党委记录的“机关代字”（doc_prefixes）里补上“{key}”，或在记录里直接填好文号",
        )


class NoDate(DocgenError):
    """An official paper with a number must bear its day."""

    def __init__(self) -> None:
        super().__init__("没有成文日期，不能编号", "请在记录里填好日期，或加 --date 写明成文日期")


class NumberTaken(DocgenError):
    """Another paper bears the number."""

    def __init__(self, doc_no: str, holder: str) -> None:
        super().__init__(
            f"{doc_no} 已经用了（{holder}）", "请改用别的号，或删去记录里的文号，由 docgen 编下一个"
        )


class NumberReserved(DocgenError):
    """Somebody keeps the number for another paper."""

    def __init__(self, doc_no: str, by: str, until: str, reason: str) -> None:
        till = f"，到 {until}" if until else ""
        super().__init__(
            f"{doc_no} 由{by}预留{till}（{reason}）", f"请改用别的号；确由{by}印发的，--by 写{by}"
        )


class NumberVoid(DocgenError):
    """A void number is never given again."""

    def __init__(self, doc_no: str, reason: str) -> None:
        super().__init__(f"{doc_no} 已经作废（{reason}），作废的号不再使用", "请改用别的号")


class NumberOutside(DocgenError):
    """Business outside docgen has used the number."""

    def __init__(self, doc_no: str, reason: str) -> None:
        super().__init__(f"{doc_no} 已用于别的文件（{reason}）", "请改用别的号；登记错了的请先核对发文登记簿")


class NumberOfAnotherYear(DocgenError):
    """The year of the number is not that of the paper's day."""

    def __init__(self, doc_no: str, day: date) -> None:
        super().__init__(
            f"{doc_no} 的年份和成文日期 {present(day)} 不是同一年",
            "文号按成文日期的年份编，请改正其中一个",
        )


class NoSuchNumber(DocgenError):
    """The text is no document number."""

    exit_status = 2

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}”不是完整的发文字号", "请写成“代字〔年份〕号码号”，例如 示院党发〔2012〕11号"
        )


class OtherDate(DocgenError):
    """--date and the record disagree."""

    def __init__(self, recorded: date, asked: date) -> None:
        super().__init__(
            f"记录里的成文日期是 {present(recorded)}，--date 写的是 {present(asked)}",
            "请改正其中一个；记录里已有日期的不必加 --date",
        )


class NotPrinted(DocgenError):
    """The template has no place for the number, or for the day, that the paper was given."""

    def __init__(self, what: str, value: str) -> None:
        super().__init__(
            f"{what} {value} 没有印到文书上",
            "模板里文号写 {{ issued.doc_no }}，日期写 {{ issued.date }}；执行 docgen template lint 检查模板",
        )


class ChangedMeanwhile(DocgenError):
    """A file was saved while papers were made from it."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} 在印发过程中被改动了，这份文书没有印发", "请存好记录，再执行一次")


class OwnFault(DocgenError):
    """docgen broke on one paper; the others go on."""

    def __init__(self, fault: BaseException) -> None:
        super().__init__(
            f"程序在做这份文书时出错（{type(fault).__name__}：{fault}）",
            "其他文书不受影响；请把这句话和这份记录发给维护人员",
        )
