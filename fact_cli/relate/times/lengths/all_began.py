"""How long a story went on, told as it opens, against where all of it began and where it stopped.

"Pendant sept ans, elle avait puisé dans la caisse. … Tout avait commencé en mars 2016. Tout s'est
arrêté en mars 2021"; "146 virements, le premier daté du 9 mars 2017, le dernier du 12 mars 2020".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.moments import dates, lengths, names_year, spanned

LEAD = 3  # sentences, of which the first may be the title
FAR = Decimal(3)  # times as long, or as short, is another length
REACH = 60  # characters before a date that say what happened then
_CUES = ("tout avait", "tout a ", "tout commenc", "première", "premier")
_THING = (
    r"(?:faits?|virements?|opérations?|retraits?|chèques?|vols?|détournements?|ventes?|envois?)"
)
_BEGAN = re.compile(
    r"\btout (?:a|avait|aurait) (?:commencé|débuté|démarré)\b[^.;:]{0,30}$"
    r"|\btout (?:commence|débute|démarre|commençait)\b[^.;:]{0,30}$"
    rf"|\bles? premi(?:er|ère)s? {_THING}\b[^.;:,]{{0,30}}$"
    r"|, l[ae] premi(?:er|ère) (?:datée?|remont\w+|effectuée?|commise?|,|en|le|du)[^.;:,]{0,20}$"
)
_STOPPED = re.compile(
    r"\btout (?:s'est|s'était|se serait) (?:arrêté|terminé|achevé)\b[^.;:]{0,30}$"
    r"|\btout (?:a|avait) (?:pris fin|cessé)\b[^.;:]{0,30}$"
    r"|\btout (?:s'arrête|s'achève|prend fin|cesse)\b[^.;:]{0,30}$"
    rf"|\bles? derni(?:er|ère)s? {_THING}\b[^.;:,]{{0,30}}$"
    r"|, l[ae] derni(?:er|ère)(?: (?:datée?|remont\w+|effectuée?|commise?))?,?"
    r" (?:du|de|en|le|au)? ?$"
)
_DURING = re.compile(r"\b(?:pendant|durant)\b")
_GOES = re.compile(
    r"(?:^|, |\b(?:caisse|poche|barbe|nez|insu)[^.;:]{0,30} )(?:pendant|durant) "
    r"(?:près de |plus de |quelque |presque |environ )?$"
)
# What goes on from the first to the last of the facts; not how long they were looked into.
_DID = re.compile(
    r"\b(?:puis|ment|détourn|vol|escroqu|prélev|truqu|falsifi|pioch|siphonn|trich|tromp|fraud|dérob"
    r"|soutir|abus|vid|encaiss|harcel|frapp|viol|dissimul|dup|rançonn|pill|grugé|gruge)[^\W\d_]*\b"
)


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(("pendant ", "durant ")) or not context.tells(_CUES):
        return
    plain = context.document.plain
    told = [
        (sentence, stated)
        for sentence in context.sentences[:LEAD]
        for stated in lengths(sentence)
        if _GOES.search(lower(plain[sentence.extent.start : stated.extent.start]))
        and _DID.search(lower(sentence.extent.of(plain)))
    ]
    lead = " ".join(lower(one.extent.of(plain)) for one in context.sentences[:LEAD])
    if len(_DURING.findall(lead)) != 1:
        return
    began, stopped = (list(_points(context, words)) for words in (_BEGAN, _STOPPED))
    if len(told) != 1 or len(began) != 1 or len(stopped) != 1:
        return
    stated = told[0][1]
    length, ends = stated_length(plain, stated), spanned(began[0], stopped[0])
    if length is None or ends is None or length[0] not in {Unit.YEARS, Unit.MONTHS}:
        return
    between = elapsed(*ends, length[0])
    if between is None or between.high is None or not isinstance(stated.form, LengthForm):
        return
    value = in_unit(stated.form.duration, length[0])
    if 0 < between.high / FAR <= value <= FAR * between.high:
        at = (began[0].extent, stopped[0].extent)
        yield Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)


def _points(context: Context, words: re.Pattern[str]) -> Iterator[TimeExpression]:
    """The dates of which ``words`` are told."""
    for sentence in context.sentences:
        for time in dates(sentence):
            if names_year(time) and words.search(_ahead(context, sentence, time)):
                yield time


def _ahead(context: Context, sentence: ScannedSentence, time: TimeExpression) -> str:
    start = max(sentence.extent.start, time.extent.start - REACH)
    return lower(context.document.plain[start : time.extent.start])
