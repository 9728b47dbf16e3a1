"""The settings of a fresh LibreOffice profile: Chinese, no macros, nothing fetched from elsewhere."""

from pathlib import Path

from docgen.files import write_atomic

_SETTINGS = (
    # A document without a language of its own says zh-CN in its PDF, not en-US.
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "zh-CN"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale", "zh-CN"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale_CJK", "zh-CN"),
    # A foreign document must not run code here nor call out for its pictures.
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_EXPORT = "/org.openoffice.Office.Common/Filter/PDF/Export"
# ISO 19005-2, level B. Tags are asked of level A alone, but a screen reader needs them in any PDF.
_PDFA = ((_EXPORT, "SelectPdfVersion", "2"), (_EXPORT, "UseTaggedPDF", "true"))


def new_profile(folder: Path, *, pdfa: bool = False) -> None:
    """`folder` is a profile that LibreOffice can start with; its PDFs are PDF/A-2b where that is asked."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in (*_SETTINGS, *(_PDFA if pdfa else ()))
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )
    write_atomic(folder / "user" / "registrymodifications.xcu", text.encode())
