"""A corrected copy of a .docx: what is mechanical is put right, the rest is left to the clerk."""

from docgen.inspect.fixing.fix import Fixed, fixed

__all__ = ["Fixed", "fixed"]
