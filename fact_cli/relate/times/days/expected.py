"""What is told as still to come in a season that is over: "attend 120 000 skieurs pour l'hiver".

In November 2024, "l'hiver 2023-2024" is the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import words_before
from fact_cli.model.lapse import TensedDay
from fact_cli.model.mention import TimeKind
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import published
from fact_cli.scan.tense import tensed_verbs

_CUES = (" pour l", " en vue d", " d'ici ")
_EXPECTS = re.compile(
    r"\b(?:attend(?:ent)?|espère(?:nt)?|prévoi(?:t|ent)|table(?:nt)? sur|mise(?:nt)? sur"
    r"|vise(?:nt)?|ambitionne(?:nt)?|compte(?:nt)? (?:sur|accueillir|vendre|ouvrir|recruter)"
    r"|anticipe(?:nt)?|prépare(?:nt)?|recherche(?:nt)?|recrute(?:nt)?|cherche(?:nt)?|annonce(?:nt)?"
    r"|(?:est|sont) (?:prévue?s?|attendue?s?|programmée?s?))\b[^.;:()«»]{0,90} pour "
    r"(?:l'|la |le |cet(?:te)? )(?:saison |exercice |campagne |année |rentrée )?(?:d')?$"
)
_OTHERWISE = re.compile(
    r"\b(?:contre|comparé|par rapport|bilan|plainte|condamn|rembours|comptes|publié|versement"
    r"|verser|paiement|payer|aides?\b|subvention|solde|primes?\b|dotation|impôt|factur|résultats?|justice"
    r"|indemni|arriérés?|toujours|encore|retard|déficit|pertes?\b|bénéfice|excédent|rapport"
    r"|chiffres|enquête|procès|décision|verdict)"
)
LAST = 2  # years: farther back, the present tense is that of a story


def find(context: Context) -> Iterator[TensedDay]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if today is None or not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for time in sentence.times:
            begin, end = time.interval.begin, time.interval.end
            if begin is None or end is None or isinstance(time.form, LengthForm):
                continue
            long = (end - begin).days >= MONTH and time.kind is not TimeKind.AGE
            gone = end < today and today.year - end.year <= LAST
            if not (long and gone) or not re.search(r"\d{4}", time.extent.of(plain)):
                continue
            told = words_before(plain, time.extent.start, BACK)
            start = sentence.extent.start
            verbs = tensed_verbs(plain[start : time.extent.start])
            words = plain[start : sentence.extent.end]
            if verbs or _OTHERWISE.search(words) or context.quoted(time.extent):
                continue
            if _EXPECTS.search(told):
                yield TensedDay(time, end, past=False, published=today)


BACK = 140  # characters before a season in which somebody expects something of it
MONTH = 28  # days
