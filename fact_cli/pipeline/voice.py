"""Who says so: "selon X", "X affirme que", "a déclaré X", and what stands in quotes."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, word_pattern
from fact_cli.model.text import Extent
from fact_cli.pipeline.tree import noun_phrase
from fact_cli.pipeline.words import Words

_NAME_END = re.compile(
    r"[,;:()«»\"!?]|(?<!\bM)(?<!\bMM)\.(?: |$)| - "
    r"| (?:ce|cet|cette|ces|dans|lors|en|à|publiée?|qui|que|dont) "
)
_ARTICLE = re.compile(r"^(?:le|la|les|l'|un|une|des|du) ?", re.IGNORECASE)
_DETERMINERS = {
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "des",
    "son",
    "sa",
    "ses",
    "leur",
    "leurs",
    "ce",
    "cette",
    "cet",
}
_SUBJECTS = {"nsubj", "nsubj:pass"}
LONGEST_NAME = 60  # characters


@per_lexicon
def _according() -> re.Pattern[str]:
    phrases = (
        " *".join(word_pattern(word, folded=False) for word in say.split(" "))
        for say in lexicon().according
    )
    return re.compile(rf"(?:{'|'.join(phrases)}) *(?=\S)", re.IGNORECASE)


def speaker(plain: str, sentence: Extent, doc: Doc, offset: int) -> Extent | None:
    """The words that name who says the sentence; ``offset`` is where ``doc`` starts in it."""
    return (
        _by_preposition(plain, sentence)
        or _by_verb(plain, sentence, doc, offset)
        or _inverted(plain, sentence)
    )


def named_speaker(plain: str, sentence: Extent) -> Extent | None:
    """Who says an unparsed sentence, by "selon X" or an inserted verb of saying."""
    return _by_preposition(plain, sentence) or _inverted(plain, sentence)


def announcer(verb: Token | None, offset: int) -> Extent | None:
    """The subject of a verb whose object is what is said: "annonce l'ouverture de 13 parcs"."""
    if verb is None or verb.lower_ not in lexicon().verbs["announce"]:
        return None
    if not any(child.dep_ == "obj" for child in verb.children):
        return None
    words = _subject_of(verb)
    if words is None:
        return None
    span = words.span(verb.doc)
    return Extent(span.start_char + offset, span.end_char + offset)


def quoted_speaker(plain: str, block: Extent, quotation: Extent) -> Extent | None:
    """Who says a quotation: named behind it, "…", a dit X, or before it, X a dit : "…"."""
    return _behind(plain, block, quotation) or _ahead(plain, block, quotation)


def _behind(plain: str, block: Extent, quotation: Extent) -> Extent | None:
    found = _says_behind().match(plain, quotation.end, block.end)
    if found is None:
        return None
    if found["pronoun"]:
        return Extent(*found.span("pronoun"))
    return _name_from(plain, found.end(), min(block.end, found.end() + LONGEST_NAME))


def _ahead(plain: str, block: Extent, quotation: Extent) -> Extent | None:
    start = max(block.start, quotation.start - 160)
    found = _says_ahead().search(plain, start, quotation.start)
    return None if found is None else _without_article(plain, Extent(*found.span("name")))


@per_lexicon
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(lexicon().verbs["say"] | lexicon().verbs["announce"])


@per_lexicon
def _says() -> str:
    return "|".join(sorted(_verbs_of_saying(), key=len, reverse=True))


@per_lexicon
def _says_behind() -> re.Pattern[str]:
    """Behind a quotation: ", a déclaré jeudi ", " explique-t-elle", ", dit ", " a-t-il ajouté"."""
    return re.compile(
        rf"[, ]*(?:(?:a|ont|avait|avaient)(?:-t-(?P<aux>il|elle|on|ils|elles))? )?(?:{_says()})"
        r"(?:-t?-?(?P<pronoun>il|elle|on|ils|elles)\b| )"
        r"(?:(?:\w+di|hier|\w+ment|aussi|encore|par ailleurs|à \w+|sur [\w ]{2,20}) )*",
        re.IGNORECASE,
    )


@per_lexicon
def _says_ahead() -> re.Pattern[str]:
    return re.compile(
        r"(?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,3}"
        r"|\b(?:il|elle|le|la|les)\b[\w' -]{0,40}?)"
        rf" (?:(?:a|ont|avait|avaient|s'est) )?(?:{_says()})\b[^.;«»\"]{{0,60}}[:,]? ?$"
    )


def _by_preposition(plain: str, sentence: Extent) -> Extent | None:
    for found in _according().finditer(plain, sentence.start, sentence.end):
        name = _name_from(plain, found.end(), sentence.end)
        said = lower(plain[found.end() : found.end() + LONGEST_NAME]) + " "
        nobody = any(said.startswith(f"{words} ") for words in lexicon().not_according)
        if name is not None and not nobody:
            return name
    return None


def _by_verb(plain: str, sentence: Extent, doc: Doc, offset: int) -> Extent | None:
    """The subject of a verb of saying that has a clause or a quotation beside it."""
    says = _verbs_of_saying()
    for token in doc:
        start = token.idx + offset
        if token.lower_ in says and sentence.start <= start < sentence.end:
            words = _subject_of(token)
            if words is not None and _reports(token, plain, start, sentence):
                span = words.span(doc)
                extent = Extent(span.start_char + offset, span.end_char + offset)
                return _without_article(plain, extent)
    return None


@per_lexicon
def _inserted() -> re.Pattern[str]:
    """A comma or a closing quotation mark, and a verb of saying: ", a annoncé jeudi "."""
    return re.compile(
        rf"[,»\"] (?:(?:a|ont|avait|avaient) )?(?:{_says()})"
        r"(?: (?:\w+di|hier|\w+ment|aussi|encore))* ",
        re.IGNORECASE,
    )


def _inverted(plain: str, sentence: Extent) -> Extent | None:
    """The name behind an inserted verb of saying, where the parse gave it no subject."""
    found = _inserted().search(plain, sentence.start, sentence.end)
    if found is None:
        return None
    name = _name_from(plain, found.end(), sentence.end)
    first = name.of(plain).split(" ")[0].split("'")[0].lower() if name else ""
    return name if name and (first in _DETERMINERS or name.of(plain)[0].isupper()) else None


def _name_from(plain: str, start: int, limit: int) -> Extent | None:
    """The words from ``start`` to where a name ends, without an article that is none of it."""
    stop = _NAME_END.search(plain, start, limit)
    end = min(stop.start() if stop else limit, start + LONGEST_NAME)
    name = plain[start:end].rstrip(" .")
    return _without_article(plain, Extent(start, start + len(name))) if name else None


def _subject_of(verb: Token) -> Words | None:
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "AUX", "X"}:
            return noun_phrase(child)
    return None


def _reports(verb: Token, plain: str, start: int, sentence: Extent) -> bool:
    """Whether the verb introduces what somebody says, and does not just take an object."""
    after = plain[start + len(verb) : sentence.end]
    before = plain[sentence.start : start]
    introduces = re.match(r" (?:\w+ ){0,4}qu(?:e |')", after) or re.match(r"[^.;]{0,60} ?:", after)
    inserted = re.search(r"[,»\"] (?:(?:a|ont|avait|avaient) )?$", before)
    return bool(introduces or inserted)


def _without_article(plain: str, name: Extent) -> Extent:
    """A name without its article; "la maire" keeps it, and so does "La Croix" in a sentence."""
    article = _ARTICLE.match(name.of(plain))
    if article is None or not plain[name.start + article.end()].isupper():
        return name
    if plain[name.start].isupper() and plain[name.start - 2 : name.start] not in {"", ". ", " "}:
        return name
    return Extent(name.start + article.end(), name.end)
