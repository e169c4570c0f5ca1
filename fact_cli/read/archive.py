"""Zip containers, opened with care: no header is believed, every limit holds while unpacking."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fact_cli.errors import InputError
from fact_cli.read.foreign import protected, refuse_foreign
from fact_cli.read.limits import (
    LARGEST_CONTAINER,
    LARGEST_GROWTH,
    LARGEST_TEXT,
    LARGEST_UNPACKED,
    too_large,
    whole,
)

MOST_MEMBERS = 10_000  # a book with a picture on every page has some hundreds
SMALL_MEMBER = LARGEST_TEXT  # bytes; a blank form or a long table may grow a thousand times
_ENCRYPTED = 0x1  # in the flags of a member
_ENTRY = b"PK\x01\x02"  # with which each entry of a zip's directory begins
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Archive:
    """An open container called ``name``; ``members`` by path, in lower case with slashes."""

    name: str
    members: Mapping[str, ZipInfo]
    file: ZipFile

    def __contains__(self, path: str) -> bool:
        return path.lower() in self.members

    def unpacked(self, path: str) -> bytes:
        """The bytes of a member that is there. Raises `InputError` for one that cannot be had."""
        member = self.members[path.lower()]
        if member.flag_bits & _ENCRYPTED:
            raise protected(self.name)
        if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise damaged(self.name)
        try:
            return self._grown(member)
        except (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError) as error:
            raise damaged(self.name) from error
        except (NotImplementedError, RuntimeError) as error:
            raise damaged(self.name) from error

    def _grown(self, member: ZipInfo) -> bytes:
        largest = min(LARGEST_UNPACKED, max(SMALL_MEMBER, LARGEST_GROWTH * member.compress_size))
        grown = bytearray()
        with self.file.open(member) as packed:
            while chunk := packed.read(_CHUNK):
                grown += chunk
                if len(grown) > LARGEST_UNPACKED:
                    raise too_large(self.name, LARGEST_UNPACKED)
                if len(grown) > largest:
                    raise _bomb(self.name)
        return bytes(grown)


def opened(name: str, stream: BinaryIO) -> Archive:
    """The zip container in ``stream``. Raises `InputError` for anything else.

    Nothing is unpacked yet, and nothing is ever written to a disk.
    """
    data = whole(name, stream, LARGEST_CONTAINER)
    refuse_foreign(name, data)
    if not data.startswith(b"PK"):
        raise InputError(
            name,
            "le contenu n’est pas celui d’un document de traitement de texte : "
            "réenregistrez-le en .docx ou .odt",
            "the content is not a word processor's document: save it again as .docx or .odt",
        )
    # Counted before the directory is read, which would make an object of every entry.
    if data.count(_ENTRY) > MOST_MEMBERS:
        raise InputError(
            name,
            f"archive refusée : plus de {MOST_MEMBERS} éléments",
            f"archive refused: more than {MOST_MEMBERS} members",
        )
    try:
        file = ZipFile(io.BytesIO(data))
    except (BadZipFile, struct.error, NotImplementedError, ValueError, OSError) as error:
        raise damaged(name) from error
    members = {info.filename.replace("\\", "/").lower(): info for info in file.infolist()}
    return Archive(name, members, file)


def damaged(name: str) -> InputError:
    return InputError(
        name,
        "fichier incomplet ou endommagé : demandez-en une autre copie",
        "incomplete or damaged file: ask for another copy",
    )


def _bomb(name: str) -> InputError:
    return InputError(
        name,
        f"archive refusée : un élément y grossit plus de {LARGEST_GROWTH} fois",
        f"archive refused: a member grows more than {LARGEST_GROWTH} times",
    )
