"""The letters for which signs of Word's symbol fonts stand."""

from __future__ import annotations

from fact_cli.read.office.paragraphs import UNKNOWN_SIGN

_PRIVATE = 0xF000  # where Word puts the characters of symbol fonts
_PICTURES = ("wingdings", "webdings", "marlett", "dingbats")
# Of the font Symbol, what stands beside figures in prose.
_SYMBOL = {
    **{0x20: " ", 0x25: "%", 0x2B: "+", 0x2D: "−", 0x2F: "/", 0x3C: "<", 0x3D: "=", 0x3E: ">"},
    **{0xA0: "€", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•"},
    **{0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0x6D: "µ", 0x44: "Δ", 0x57: "Ω", 0xA2: "′"},
    **{number: chr(number) for number in range(0x30, 0x3A)},
}


def letter(font: str, code: str) -> str:
    """What ``w:sym`` prints: ``code`` is hexadecimal; U+FFFD for a picture."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN_SIGN
    font = font.lower()
    if font == "symbol":
        return _SYMBOL.get(number % 0x100, UNKNOWN_SIGN)
    private = _PRIVATE <= number < _PRIVATE + 0x100
    if private or any(name in font for name in _PICTURES):
        return UNKNOWN_SIGN
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number < 0xF900:
        return UNKNOWN_SIGN
    return chr(number)
