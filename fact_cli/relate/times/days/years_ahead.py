"""Years yet to come in which something is told to have happened: "l'arrêté signé en 2913"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import TensedDay
from fact_cli.relate.context import Context
from fact_cli.relate.times.days.tensed import DATED
from fact_cli.relate.times.moments import dates, names_year, published
from fact_cli.scan.tense import tensed_verbs
from fact_cli.scan.times.context import Tense

# What is done once and over, right before its date.
_DONE = re.compile(
    r"\b(?:née?s?|morte?s?|décédée?s?|disparue?s?|fondée?s?|créée?s?|inaugurée?s?|bâtie?s?|érigée?s?"
    r"|construite?s?|ouverte?s?|élue?s?|réélue?s?|nommée?s?|signée?s?|promulguée?s?|publiée?s?"
    r"|parue?s?|sortie?s?|tournée?s?|enregistrée?s?|écrite?s?|peinte?s?|achetée?s?|rachetée?s?"
    r"|acquise?s?|détruite?s?|incendiée?s?|ravagée?s?|classée?s?|restaurée?s?|rénovée?s?"
    r"|interpellée?s?|incarcérée?s?|condamnée?s?|acquittée?s?|assassinée?s?|tuée?s?|mariée?s?"
    r"|divorcée?s?|arrivée?s?|entrée?s?|embauchée?s?|recrutée?s?|découverte?s?|inventée?s?"
    r"|victimes?|sacrée?s?|championne?s?|remportée?s?) (?:à [A-ZÀ-Þ]?[^\W\d_]+ )?"
    r"(?:en|le|dès|fin|début|en [^\W\d_]+) $"
)
_WILL = re.compile(
    r"\b(?:ser(?:a|ont|ait|aient)|aur(?:a|ont|ait|aient)|roman|série|fiction|imagin\w+|scénario"
    r"|anticipation|dystopi\w+|prophéti\w+|prédi\w+|projet\w*|objectif|horizon|d'ici|bail|contrat"
    r"|obligations?|emprunt|échéance|si|doi(?:t|vent)|devr\w+|devenir|être|avoir|seront|soi(?:t|en)t"
    r"|calendrier|planning|musulman|hébraïque|bouddhi\w+|thaï\w*|népal\w+)\b"
)
# What nobody plans: of the rest only a year far ahead is a slip.
_NEVER_PLANNED = re.compile(
    r"\b(?:née?s?|morte?s?|décédée?s?|disparue?s?|interpellée?s?|incarcérée?s?|condamnée?s?"
    r"|acquittée?s?|assassinée?s?|tuée?s?|incendiée?s?|ravagée?s?|victimes?|inventée?s?) [^\d]*$"
)
_HAS_BEEN = re.compile(r"\b(?:a|ont|avait|avaient|fut|furent) (?:été )?$")
_INVENTED = re.compile(
    r"\b(?:romans?|romanci\w+|héros|héroïne|films?|jeu vidéo|fictions?|dystopi\w+|personnages?"
    r"|bande dessinée|science-fiction|intrigue)\b"
)
FAR = 30  # years
AHEAD = 2  # years: what is nearer may be a plan told as done


def find(context: Context) -> Iterator[TensedDay]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if today is None:
        return
    if _INVENTED.search(context.told):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for time in dates(sentence):
            begin = time.interval.begin
            if begin is None or begin.year < today.year + AHEAD or not names_year(time):
                continue
            words = lower(sentence.extent.of(plain))
            before = words_before(plain, time.extent.start, 60)
            told = _DONE.search(before)
            never = told is not None and (
                _NEVER_PLANNED.search(told.group()) or _HAS_BEEN.search(before, 0, told.start())
            )
            if not never and begin.year < today.year + FAR:
                continue
            ahead = any(verb.tense is Tense.FUTURE for verb in tensed_verbs(words))
            if told and not ahead and not (_WILL.search(words) or DATED.search(words)):
                yield TensedDay(time, begin, True, today, Binding.INFERRED)
