"""What the events of the log are called in the office."""

_LABELS = {
    "issue": "印发",
    "correction": "更正",
    "attach": "附入",
    "receive": "收文",
    "withdraw": "撤回",
    "repeal": "废止",
    "arrange": "整理",
    "destroy": "销毁",
    "reserve": "预留编号",
    "void": "作废编号",
    "external": "外用编号",
}


def event_label(event: str) -> str:
    """The Chinese word for an event; one that is not known stands as the log has it."""
    return _LABELS.get(event, event)
