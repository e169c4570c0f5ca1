"""Points with a number of their own, against the number that the title announces.

"Les quatre choses à retenir", above "1. …" to "5. …": the numbers run from one on, each at the
start of a line or of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import words_before
from fact_cli.model.listed import CountedList
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.sums.names.listed import APART, is_exact, is_hedged

_POINT = re.compile(r"(?<![\w.,/-])(?P<at>\d{1,2})(?:\.|\)|/| [-–—]) ?(?=[A-ZÀ-Þ«\"])")
_STARTS = re.compile(r"(?:[.!?»…] |\n *)$")
# What is numbered is another list, or the steps of one thing.
_OTHER_LIST = re.compile(
    r"\b(?:classement|box-office|programme|palmarès|résultats?|tableau|podium|étapes?|préparation"
    r"|recette|ingrédients)\b[^.!?\n]{0,60}[.:]?\s*$",
    re.IGNORECASE,
)
_TOLD = {
    "chose", "point", "info", "information", "raison", "question", "conseil", "chiffre", "date",
    "erreur", "idée", "clé", "leçon", "enseignement", "moment", "étape", "lieu", "endroit", "façon",
    "manière", "astuce", "règle", "mesure", "scénario", "image", "fait", "livre", "film", "recette",
    "balade", "sortie", "événement", "actu", "changement", "nouveauté", "piste", "solution",
    "enjeu", "défi", "priorité", "destination", "adresse", "spectacle", "exposition", "concert",
    "randonnée", "plage", "village", "réponse", "vérité", "mythe", "signe", "symptôme", "geste",
    "réflexe", "objet", "album", "disque", "série", "roman", "argument", "temps", "promesse",
}  # fmt: skip
AHEAD = 90  # characters before the first point in which its list is named
FEWEST = 3  # points of a list


def find(context: Context) -> Iterator[CountedList]:
    plain, blocks = context.document.plain, context.document.blocks
    if not context.tells(("1. ", "1) ", "1/", "1 - ", "1 – ", "1 — ")):
        return
    counts = [
        one
        for sentence in every_sentence(context)
        if blocks[sentence.sentence.block].kind is BlockKind.TITLE
        for one in sentence.quantities
        if is_exact(one) and one.of in _TOLD and not is_hedged(plain, one)
    ]
    points = [] if len(counts) != 1 else _points(context)
    told = [int(one.of(plain)) for one in points]
    if len(told) < FEWEST or told != list(range(1, len(told) + 1)):
        return
    if _OTHER_LIST.search(words_before(context.document.plain, points[0].start, AHEAD)):
        return
    if abs((counts[0].value or 0) - len(told)) <= APART:
        yield CountedList(counts[0], points, len(told))


def _points(context: Context) -> list[Extent]:
    plain = context.document.plain
    return [
        Extent(*found.span("at"))
        for block in context.document.blocks
        if block.kind not in {BlockKind.TITLE, BlockKind.BOILERPLATE}
        for found in _POINT.finditer(plain, block.extent.start, block.extent.end)
        if found.start() == block.extent.start
        or _STARTS.search(plain, found.start() - 3, found.start())
    ]
