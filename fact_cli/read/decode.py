"""Bytes to text: UTF-8 with or without a mark, else Windows-1252, else a clear refusal."""

from __future__ import annotations

from fact_cli.errors import InputError
from fact_cli.read.foreign import refuse_foreign

_SAMPLE = 65536  # bytes that the detector looks at; it judges, it does not convert


def decode(path: str, data: bytes) -> str:
    """The text of ``data``, without a byte order mark. Raises `InputError`."""
    refuse_foreign(path, data)
    if b"\0" in data:
        raise InputError(
            path,
            "fichier binaire : convertissez-le en texte UTF-8",
            "binary file: convert it to UTF-8 text",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _legacy(path, data)


def _legacy(path: str, data: bytes) -> str:
    """Windows-1252, where charset-normalizer agrees that this is French in it.

    Left to choose freely it misreads a third of short texts, so it has one choice.
    """
    from charset_normalizer import from_bytes

    if from_bytes(data[:_SAMPLE], cp_isolation=["cp1252"]).best() is not None:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    raise InputError(
        path,
        "octets illisibles, ni UTF-8 ni Windows-1252 : convertissez le fichier en UTF-8",
        "undecodable bytes, neither UTF-8 nor Windows-1252: convert the file to UTF-8",
    )
