"""Texts and files that atheris finds by watching which lines of ours are reached.

::

    pip install atheris
    python -m tests.hostile.with_atheris -max_total_time=600 [FOLDER]

Other options are those of libFuzzer. FOLDER keeps what reached something new; with a file in
its place that one input runs again. The first byte of an input chooses the format, the rest
is the file. Half of the mutations are ours, which know French and the formats.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

FORMATS = ("txt", "md", "html", "xml", "json", "jsonl", "pdf", "docx", "odt")
WATCHED = {"model", "lang", "read", "scan", "relate", "rules", "report", "accept"}


def watched() -> Any:
    """atheris, once it watches the modules of `WATCHED`; nothing may have imported them before."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["fact_cli"], enable_loader_override=False):
        package = importlib.import_module("fact_cli")
        for module in pkgutil.walk_packages(package.__path__, "fact_cli."):
            if module.name.split(".")[1] in WATCHED:
                importlib.import_module(module.name)
    return atheris


def main() -> None:
    atheris = watched()
    from tests.hostile.files import files
    from tests.hostile.material import sentences
    from tests.hostile.mutate import LONGEST, passage, spoilt
    from tests.hostile.run import try_file

    others = list(files().values())

    def try_input(data: bytes) -> None:
        if data:
            try_file(f"a.{FORMATS[data[0] % len(FORMATS)]}", data[1 : LONGEST + 1])

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if not data or random.random() < 0.5:
            return atheris.Mutate(data, most)
        if data[0] == 0 and random.random() < 0.3:
            return (b"\0" + passage(random).encode("utf-8", "replace"))[:most]
        return (data[:1] + spoilt(data[1:], random, others))[:most]

    with tempfile.TemporaryDirectory() as folder:
        seeds = [b"\0" + text.encode() for text in sentences()[::10]]
        for name, data in files().items():
            suffix = name.rpartition(".")[2]
            if suffix in FORMATS and len(data) < LONGEST:
                seeds.append(bytes([FORMATS.index(suffix)]) + data)
        for number, seed in enumerate(seeds):
            (Path(folder) / str(number)).write_bytes(seed)
        again = any(Path(given).is_file() for given in sys.argv[1:])
        atheris.Setup([*sys.argv, *([] if again else [folder])], try_input, custom_mutator=mutated)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
