"""Old or locked documents of word processors, known by their first bytes: refused with a remedy."""

from __future__ import annotations

from fact_cli.errors import InputError

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and what Office wraps a locked .docx in
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_RICH = b"{\\rtf"


def refuse_foreign(name: str, data: bytes) -> None:
    """Raises `InputError` where ``data`` is a Word 97 file, RTF, or a locked Office document."""
    if data.startswith(_COMPOUND) and _LOCKED in data:
        raise protected(name)
    if data.startswith(_COMPOUND):
        raise InputError(
            name,
            "ancien format Office (.doc) : ouvrez-le et enregistrez-le en .docx",
            "old Office format (.doc): open it and save it as .docx",
        )
    if data.startswith(_RICH):
        raise InputError(
            name,
            "format RTF : ouvrez-le et enregistrez-le en .docx",
            "RTF format: open it and save it as .docx",
        )


def protected(name: str) -> InputError:
    return InputError(
        name,
        "document protégé par un mot de passe : enregistrez-le sans protection",
        "document protected by a password: save it without protection",
    )
