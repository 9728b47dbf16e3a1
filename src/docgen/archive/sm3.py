"""SM3 (GB/T 32905-2016): the national digest, beside sha512 on what leaves the house.

OpenSSL has it where it was not built without; else the 60 lines of the standard, for a few hundred bytes.
"""

import hashlib
from collections.abc import Sequence

_MASK = 0xFFFFFFFF
_START = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)
_BLOCK_BYTES = 64


def sm3(data: bytes) -> str:
    """The SM3 digest in hexadecimal."""
    try:
        return hashlib.new("sm3", data).hexdigest()
    except ValueError:
        return by_the_book(data)


def by_the_book(data: bytes) -> str:
    """The same, as GB/T 32905 section 5 has it."""
    padded = data + b"\x80" + b"\0" * (-(len(data) + 9) % _BLOCK_BYTES) + (8 * len(data)).to_bytes(8, "big")
    state: Sequence[int] = _START
    for start in range(0, len(padded), _BLOCK_BYTES):
        state = _compressed(state, padded[start : start + _BLOCK_BYTES])
    return "".join(f"{word:08x}" for word in state)


def _left(word: int, bits: int) -> int:
    bits %= 32
    return (word << bits | word >> (32 - bits)) & _MASK if bits else word


def _expanded(block: bytes) -> list[int]:
    words = [int.from_bytes(block[at : at + 4], "big") for at in range(0, _BLOCK_BYTES, 4)]
    for j in range(16, 68):
        mixed = words[j - 16] ^ words[j - 9] ^ _left(words[j - 3], 15)
        words.append(mixed ^ _left(mixed, 15) ^ _left(mixed, 23) ^ _left(words[j - 13], 7) ^ words[j - 6])
    return words


def _compressed(state: Sequence[int], block: bytes) -> list[int]:
    words = _expanded(block)
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        constant = 0x79CC4519 if j < 16 else 0x7A879D8A
        ss1 = _left((_left(a, 12) + e + _left(constant, j)) & _MASK, 7)
        ss2 = ss1 ^ _left(a, 12)
        ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
        gg = e ^ f ^ g if j < 16 else (e & f) | (~e & g)
        tt1 = (ff + d + ss2 + (words[j] ^ words[j + 4])) & _MASK
        tt2 = (gg + h + ss1 + words[j]) & _MASK
        a, b, c, d = tt1, a, _left(b, 9), c
        e, f, g, h = tt2 ^ _left(tt2, 9) ^ _left(tt2, 17), e, _left(f, 19), g
    return [old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h), strict=True)]
