"""How a share follows what it is of: behind words, in a bracket, apposed, in a new sentence."""

from __future__ import annotations

import re

TOLD_BEHIND = re.compile(
    r"(?: [^,;:.()\d]{0,50}?)?(?:, ?|\(| )(?:soit|donc|c'est-à-dire|autrement dit|à savoir|ou"
    r"|ce qui (?:fait|donne|représente)"
    r"|(?:il |elle |ils |elles )?(?:n'a |n'ont |a |ont |n'y |y )?(?:pès|compt|form|représent"
    r"|recueill|obten|récolt"
    r"|totalis|atteign)\w+)"
    r"(?: [^,;:.()\d]{0,30})?"
    r"|[^;:.()\d]{0,90}\b(?:taux|part|proportion|participation|score|pourcentage)\b[^,;:.()\d]{0,30}"
)
_A_RATE = (
    r"(?:(?:un |une |l[ea] )?(?:taux|part|proportion|pourcentage)(?: [^.;:()\d]{0,40})?"
    r" (?:de |à |d'environ |de près de ))?"
)
BRACKET = re.compile(rf"[^,;:.()\d]{{0,30}} ?\((?:soit )?{_A_RATE}(?:l[ea] )?")
# "180 des 900 salariés ont fait grève : 20 %."
COLON = re.compile(
    rf"[^,;:.()\d]{{0,60}} [:;] (?:soit |c'est |environ |près de )?{_A_RATE}(?:l[ea] )?"
)
ELSEWHERE = r"(?! (?:national|mondial|régional|loca|européen|départemental|communal|annuel))"
# "…, un quart de l'effectif", "… – soit 20 % du personnel"
APPOSED = re.compile(r"[^;:.()\d]{0,60}(?:, ?| [–—-] )(?:soit )?(?:environ |près de )?(?:l[ea] )?")
CLOSED = re.compile(r" ?(?:[.;)!?]|$)")
OF_STAFF = re.compile(
    r" (?:de (?:ses|leurs|l'|la|le) ?|des |du )(?:effectifs?|personnel|salariés|employés|emplois"
    rf"|postes|main-d'œuvre|total|ensemble|agents)\b{ELSEWHERE}"
)
# "Elles représentent 36,8 % des députés": of what the sentence before tells them to be of.
THEY_ARE = re.compile(
    r"(?:Ils|Elles|Ceux-ci|Celles-ci|Ces derni(?:ers|ères)|L(?:es premiers|es premières))"
    r" (?:ne |n'|en )?(?:représent|form|constitu|compos|pès|font|sont)\w*"
    r"(?: [^\W\d_']+){0,3} (?:de )?"
)
A_SHARE = re.compile(
    r"(?:Le taux|La part|La proportion|Un taux|Une proportion|Une part|Un score|C'est|Soit"
    r"|(?:Fort|Forte) d'une part|Avec une part|Ce taux|Cette part"
    r"|(?:Cela|Ce qui|Voilà qui) (?:signifie|veut dire|représente|équivaut|correspond|fait))\b"
    r"[^.;:\d]{0,50}|Ces? |Cette "
    r"|(?:Ils?|Elles?|Cela|À (?:lui|elle|eux) seule?s?, (?:ils?|elles?)) (?:[^\W\d_]+ )?"
    r"(?:donc|ainsi) (?:près de |plus de |moins de |environ )?"
)
