"""The fontconfig file that makes LibreOffice see the free faces under the official names.

Hermetic: the installed faces and the distribution's folder, nothing of the user's, a cache of its own.
LibreOffice takes family AND weight from fontconfig's first answer, and asks again with the characters
that face lacks; so the order of the families is the order of fallback. No scan rules: they are stored
in the font cache, which does not notice when a rule changes.
"""

from collections.abc import Iterable
from html import escape

from docgen.pdf.fonts.faces import Face

_HEAD = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir prefix="xdg">docgen-fontconfig</cachedir>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
"""
# Artificial bold for the faces that have none (仿宋 and 楷体 in bold).
_TAIL = """  <include ignore_missing="yes">/etc/fonts/conf.d/90-synthetic.conf</include>
</fontconfig>
"""


def configuration(faces: Iterable[Face]) -> str:
    """The whole file, to lie beside the folder `fonts`."""
    rules = [_rule(name, face) for face in faces for name in face.names]
    return _HEAD + "".join(rules) + _TAIL


def _rule(name: str, face: Face) -> str:
    return _weighted(name, face) if face.weight else _alias(name, face)


def _weighted(name: str, face: Face) -> str:
    families = "".join(f"<string>{escape(family)}</string>" for family in face.families)
    return (
        '  <match target="pattern">\n'
        f'    <test name="family" qual="any"><string>{escape(name)}</string></test>\n'
        f'    <edit name="family" mode="prepend" binding="strong">{families}</edit>\n'
        f'    <edit name="weight" mode="assign"><const>{face.weight}</const></edit>\n'
        "  </match>\n"
    )


def _alias(name: str, face: Face) -> str:
    families = "".join(f"<family>{escape(family)}</family>" for family in face.families)
    return f'  <alias binding="same"><family>{escape(name)}</family><prefer>{families}</prefer></alias>\n'
