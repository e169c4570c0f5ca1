"""Who says so: "selon X", "X affirme que", "a déclaré X", and what stands in quotes."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import forms, lower, word_pattern, words_after
from fact_cli.model.text import Extent
from fact_cli.pipeline.tree import noun_phrase
from fact_cli.pipeline.words import Words, ids

_NAME_END = re.compile(
    r"[,;:()«»\"!?]|(?<!\bM)(?<!\bMM)\.(?: |$)| - "
    r"| (?:ce|cet|cette|ces|dans|lors|en|à|publiée?|qui|que|dont) "
)
_WORD = re.compile(r"[^\W\d_]+")
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
_SUBJECTS = ids({"nsubj", "nsubj:pass"})
_SAYS = ids({"NOUN", "PROPN", "PRON", "ADJ", "AUX", "X"})  # what a subject is read as
_PRONOUN = "il|elle|on|ils|elles"
_RELATIVES = {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}
# When or how somebody said it, before the name: "a déclaré jeudi 3 mai au soir Anna Novak".
_WHEN_SAID = (
    r"(?:(?:ce )?\w+di(?: \d{1,2}(?:er)? \w+(?: \d{4})?)?(?: (?:matin|midi|soir))?"
    r"|hier|\w+ment|aussi|encore|par ailleurs)"
)
LONGEST_NAME = 60  # characters


@per_lexicon
def _according() -> re.Pattern[str]:
    phrases = (
        " *".join(word_pattern(word, folded=False) for word in say.split(" "))
        for say in lexicon().according
    )
    return re.compile(rf"(?:{'|'.join(phrases)}) *(?=\S)", re.IGNORECASE)


@per_lexicon
def _cues_of_according() -> frozenset[str]:
    """The longest word of each such phrase: "aveu" of "de l'aveu de"."""
    longest = (max(say.split(" "), key=len) for say in lexicon().according)
    return frozenset(_WORD.findall(form)[-1] for word in longest for form in forms(word)[0])


def speaker(plain: str, sentence: Extent, doc: Doc, offset: int) -> Extent | None:
    """The words that name who says the sentence; ``offset`` is where ``doc`` starts in it."""
    words = _words_of(plain, sentence)
    told = _by_preposition(plain, sentence, words)
    if told is not None or not _may_tell_who_says(words):
        return told
    return (
        _by_comparison(plain, sentence, words)
        or _by_verb(plain, sentence, words, doc, offset)
        or _inverted(plain, sentence)
    )


def named_speaker(plain: str, sentence: Extent) -> Extent | None:
    """Who says an unparsed sentence, by "selon X" or an inserted verb of saying."""
    words = _words_of(plain, sentence)
    told = _by_preposition(plain, sentence, words)
    if told is not None or not _may_tell_who_says(words):
        return told
    return _by_comparison(plain, sentence, words) or _inverted(plain, sentence)


def _words_of(plain: str, sentence: Extent) -> frozenset[str]:
    return frozenset(_WORD.findall(lower(sentence.of(plain))))


def _may_tell_who_says(words: frozenset[str]) -> bool:
    """Whether a sentence of these words holds a verb of saying, or the beginning of one."""
    return not _first_words_of_saying().isdisjoint(words)


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
    pronoun = _pronoun(found)
    return pronoun or _name_from(plain, found.end(), min(block.end, found.end() + LONGEST_NAME))


def _pronoun(said: re.Match[str]) -> Extent | None:
    """The pronoun of "a-t-il dit" or "dit-il"."""
    group = next((name for name in ("aux", "pronoun") if said[name]), None)
    return Extent(*said.span(group)) if group else None


def _ahead(plain: str, block: Extent, quotation: Extent) -> Extent | None:
    start = max(block.start, quotation.start - 160)
    found = _says_ahead().search(plain, start, quotation.start)
    return None if found is None else _without_article(plain, Extent(*found.span("name")))


@per_lexicon
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(lexicon().verbs["say"] | lexicon().verbs["announce"])


@per_lexicon
def _ids_of_saying() -> frozenset[int]:
    return ids(_verbs_of_saying())


@per_lexicon
def _first_words_of_saying() -> frozenset[str]:
    """ "Fait" of "fait savoir"."""
    return frozenset(verb.split()[0] for verb in _verbs_of_saying())


@per_lexicon
def _says() -> str:
    return "|".join(sorted(_verbs_of_saying(), key=len, reverse=True))


def _inversion(says: str, between: str) -> str:
    """A verb of ``says`` before its subject: "a-t-il dit", "dit-il", "a dit jeudi "."""
    return (
        rf"(?:(?:a|ont|avait|avaient)-(?:t-)?(?P<aux>{_PRONOUN}) (?:{says})\b"
        rf"|(?:(?:a|ont|avait|avaient) )?(?!\w+ant\b)(?:{says})"
        rf"(?:-(?:t-)?(?P<pronoun>{_PRONOUN})\b| (?:{between} )*))"
    )


@per_lexicon
def _says_behind() -> re.Pattern[str]:
    """Behind a quotation: ", a déclaré jeudi ", " explique-t-elle", ", a-t-il ajouté"."""
    going_on = "|".join(sorted(lexicon().verbs["go_on"], key=len, reverse=True))
    between = rf"(?:{_WHEN_SAID}|à \w+|sur [\w ]{{2,20}})"
    return re.compile(rf"[, ]*{_inversion(f'{_says()}|(?<=, )(?:{going_on})', between)}", re.I)


@per_lexicon
def _says_ahead() -> re.Pattern[str]:
    return re.compile(
        r"(?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,3}"
        r"|\b(?:il|elle|le|la|les)\b[\w' -]{0,40}?)"
        rf" (?:(?:a|ont|avait|avaient|s'est) )?(?:{_says()})\b[^.;«»\"]{{0,60}}[:,]? ?$"
    )


def _by_preposition(plain: str, sentence: Extent, words: frozenset[str]) -> Extent | None:
    if words.isdisjoint(_cues_of_according()):
        return None
    for found in _according().finditer(plain, sentence.start, sentence.end):
        name = _name_from(plain, found.end(), sentence.end)
        said = words_after(plain, found.end(), LONGEST_NAME) + " "
        nobody = any(said.startswith(f"{words} ") for words in lexicon().not_according)
        nobody = nobody or said.split(" ")[0] in _RELATIVES
        if name is not None and not nobody:
            return name
    return None


def _by_verb(
    plain: str, sentence: Extent, words: frozenset[str], doc: Doc, offset: int
) -> Extent | None:
    """The subject of a verb of saying that has a clause or a quotation beside it."""
    if _verbs_of_saying().isdisjoint(words):
        return None
    says = _ids_of_saying()
    for token in doc:
        if token.lower not in says:
            continue
        start = token.idx + offset
        if sentence.start <= start < sentence.end:
            who = _subject_of(token)
            inverted = who is not None and doc[who.start].text.startswith("-")  # "-t-elle"
            if who is not None and not inverted and _reports(token, plain, start, sentence):
                span = who.span(doc)
                extent = Extent(span.start_char + offset, span.end_char + offset)
                return _without_article(plain, extent)
    return None


@per_lexicon
def _inserted() -> re.Pattern[str]:
    """A comma or a closing quotation mark, and a verb of saying: ", a annoncé jeudi "."""
    return re.compile(rf"[,»\"] {_inversion(_says(), _WHEN_SAID)}", re.IGNORECASE)


@per_lexicon
def _compared() -> re.Pattern[str]:
    """ "comme l'explique ", "comme l'a annoncé jeudi "."""
    return re.compile(
        rf"\bcomme (?:nous )?(?:l' ?|le |la |les )(?:(?:a|ont|avait|avaient) )?(?:{_says()}) "
        rf"(?:{_WHEN_SAID} )*",
        re.IGNORECASE,
    )


def _by_comparison(plain: str, sentence: Extent, words: frozenset[str]) -> Extent | None:
    if "comme" not in words:
        return None
    found = _compared().search(plain, sentence.start, sentence.end)
    return None if found is None else _subject_from(plain, found.end(), sentence.end)


def _inverted(plain: str, sentence: Extent) -> Extent | None:
    """The name behind an inserted verb of saying, where the parse gave it no subject.

    A pronoun right behind a quotation speaks for that only: "…", dit-il, suivi de deux amis.
    """
    found = _inserted().search(plain, sentence.start, sentence.end)
    if found is None:
        return None
    pronoun = _pronoun(found)
    if pronoun is not None:
        quotes = re.search(
            r"[»\"]", plain[max(sentence.start, found.start() - 2) : found.start() + 1]
        )
        return None if quotes else pronoun
    return _subject_from(plain, found.end(), sentence.end)


def _subject_from(plain: str, start: int, limit: int) -> Extent | None:
    """The name or noun phrase that begins at ``start``, where one does."""
    name = _name_from(plain, start, limit)
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
        if child.dep in _SUBJECTS and child.pos in _SAYS:
            words = noun_phrase(child)
            return words if words.names(verb.doc) else None  # "39 % estiment que" names nobody
    return None


def _reports(verb: Token, plain: str, start: int, sentence: Extent) -> bool:
    """Whether the verb introduces what somebody says, and does not just take an object."""
    after = plain[start + len(verb) : sentence.end]
    before = plain[sentence.start : start]
    clause = re.match(r" (?:\w+ ){0,4}[\"«]? ?qu(?:e |')", after)
    introduces = clause or re.match(r"[^.;]{0,60} ?:", after)
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
