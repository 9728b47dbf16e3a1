"""What reading a zip of unknown origin raises: a torn one, an oddly packed one, a locked one.

zipfile says BadZipFile only where its own directory is wrong; the rest comes from below.
"""

import zipfile
import zlib

try:
    from lzma import LZMAError
except ImportError:  # a Python built without it, whose zipfile refuses such members itself
    LZMAError = zipfile.BadZipFile  # type: ignore[misc, assignment]

ZIP_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,  # a member that ends too early
    OSError,  # bzip2's way to say so
    RuntimeError,  # locked; a compression that zipfile does not know is a NotImplementedError
    ValueError,  # a place before the file's beginning, a name in no known writing
    OverflowError,  # a place beyond any file's end
    KeyError,  # a member that the directory does not have
)


def is_locked(reason: BaseException) -> bool:
    """Whether the member could not be read because it wants a password."""
    return isinstance(reason, RuntimeError) and "encrypt" in str(reason)
