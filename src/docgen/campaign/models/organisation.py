"""Who is who: the superior, the committee with its offices, the registry of people."""

from docgen.campaign.models.types import Count, Id, Name, OwnerId, Person, Phone
from docgen.records.schema import Entity, field, many, part, words


class SuperiorContact(Entity):
    """Whom to call at the superior organisation; not in the committee's registry."""

    name: Name = words("姓名")
    title: str = words("职务")
    phone: Phone = words("电话")


class Superior(Entity):
    """上级党组织 of the committee."""

    full_name: str = words("全称", due="S0")
    short_name: str = words("简称", due="S0")
    doc_prefix: str = words("机关代字")
    contact: SuperiorContact = part(SuperiorContact, "联系人")


class Office(Entity):
    """A department of the committee that papers name: 办公室, 组织部."""

    name: str = words("名称", due="S0")
    head: Person = words("负责人")
    clerk: Person = words("经办人", "干事")
    phone: Phone = words("电话")
    fax: Phone = words("传真")
    email: str = words("电子邮箱", "邮箱")
    room: str = words("办公地点", "房间")
    hours: str = words("办公时间")


class Totals(Entity):
    """Party members of the whole committee; must equal the branches' sum."""

    branches: Count | None = field("党支部数")
    formal_members: Count | None = field("正式党员数")
    probationary_members: Count | None = field("预备党员数")


class Committee(Entity):
    """党委, whose papers these are."""

    id: Id = words("编号", due="S0")
    full_name: str = words("全称", "党委全称", required=True)
    short_name: str = words("简称", due="S0")
    school: str = words("学校", "单位", due="S0")
    doc_prefixes: dict[str, str] = field("机关代字", default={}, due="S0")
    has_seal: bool = field("印章", default=False, due="S0")
    secretary: Person = words("书记", due="S0")
    deputy_secretary: Person = words("副书记")
    members: tuple[Person, ...] = many("委员", due="S0")
    office: Office = part(Office, "办公室", due="S0")
    org_department: Office = part(Office, "组织部", due="S0")
    address: str = words("地址")
    postcode: str = words("邮编")
    fonds_no: str = words("全宗号")
    totals: Totals = part(Totals, "党员总数")


class RegisteredPerson(Entity):
    """人员: one line of the registry, by whose exact spelling all names are checked."""

    name: Name = words("姓名", due="S0")
    org: OwnerId = words("所属组织", "组织", due="S0")
    title: str = words("职务", due="S0")
    ethnic: str = words("民族")
    gender: str = words("性别")
    phone: Phone = words("电话")
    id: Id = words("编号")
    note: str = words("备注")
