"""The Chinese names of a record's fields, by their key paths."""

from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named, Part, shape_of


def labels(entity: type[Entity], prefix: str = "") -> dict[str, str]:
    """Key path → label for every field below `entity`; `[]` stands for the items of a list."""
    found: dict[str, str] = {}
    for slot in shape_of(entity).slots:
        path, kind = f"{prefix}{slot.key}", slot.kind
        found[path] = slot.title
        if isinstance(kind, Many):
            path, kind = f"{path}[]", kind.item
        if isinstance(kind, Part):
            found |= labels(kind.entity, f"{path}.")
    return found


def label_of(entity: type[Entity], path: str) -> str:
    """The trail of a key path by the model: `plan.stages` is 晋位方案 › 步骤安排; "" when there is none."""
    kind: Kind | None = Part(entity)
    label = ""
    for step in steps(path):
        kind, title = step_into(kind, step)
        if not title:
            return ""
        label = joined(label, title, step)
    return label


def steps(path: str) -> list[str]:
    """`a.b[0]` as a, b and [0]."""
    return [step for step in path.replace("[", ".[").split(".") if step]


def step_into(kind: Kind | None, step: str) -> tuple[Kind | None, str]:
    """The kind and the label of what `step` leads to; no label where the model knows no such step."""
    if step.startswith("["):
        inner = kind.item if isinstance(kind, Many) else None
        return inner, f"第{int(step[1:-1]) + 1}项" if step[1:-1].isdigit() else step
    if isinstance(kind, Part):
        slot = next((s for s in shape_of(kind.entity).slots if s.key == step), None)
        return (slot.kind, slot.title) if slot else (None, "")
    return (kind.value, step) if isinstance(kind, Named) else (None, "")


def joined(label: str, title: str, step: str) -> str:
    """The trail one step on."""
    if not label:
        return title
    return f"{label} {title}" if step.startswith("[") else f"{label} › {title}"
