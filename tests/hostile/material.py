"""What texts are made of and mutated with: odd figures, odd characters, sentences to spoil."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from fact_cli.rule import all_rules

TESTS = Path(__file__).parent.parent
FIXTURES = TESTS.parent / "fixtures"

FIGURES = (
    "0", "00", "-0", "1", "2", "-5", "+3", "−12", "0,0", "0,00000000000000000001", "1e400", "10^9",
    "1,5e3", "999", "1000", "1 000", "1.000", "1'000", "12.345.678", "99999999999999999999",
    "9" * 21, "9" * 4301, "1" * 10_000, "½", "2½", "10²", "10⁹", "١٢٣", "１２３", "४२", "߁߂", "Ⅻ",
    "XX", "XXe", "MMMMCMXCIX", "zéro", "un", "une", "cent mille", "mille milliards",
    "un million de milliards", "3 milliards de milliards", "nan", "NaN", "inf", "Infinity",
    "0x1F", "1_000", "12/0", "0/0", "25:61", "1er", "79e", "1950e", "99999e", "0e", "-1re",
    "8\u200d0", "1\u00ad0", "1\u202f000", "1\u00a0000", "5\u0301", "deux", "trois", "la moitié",
    "un tiers", "trois quarts", "deux fois", "dix fois", "une dizaine", "des centaines",
)  # fmt: skip
YEARS = (
    "0", "00", "0000", "0001", "1", "99", "100", "999", "1582", "1899", "1900", "1999", "2000",
    "2024", "2025", "2099", "2100", "9998", "9999", "10000", "99999", "99 999", "-1", "-2024",
    "52 av. J.-C.", "1 avant J.-C.", "9999 av. J.-C.", "2024-2025", "9999-10000", "’68", "1950 et 1",
)  # fmt: skip
DAYS = (
    "le 0 janvier", "le 31 février", "le 30 février", "le 29 février", "le 31 avril", "le 1er mars",
    "le 99 juin", "lundi", "lundi 29 février", "dimanche 31 décembre", "demain", "hier", "avant-hier",
    "ce lundi", "lundi dernier", "lundi prochain", "la veille", "le lendemain", "Noël", "Pâques",
    "le 79e jour", "la semaine 53", "la semaine 0", "le 00/00/0000", "le 31/02/2024", "99/99/9999",
    "2024-02-30", "0000-00-00", "9999-12-31", "le 31 décembre 9999", "le 1er janvier 1", "fin 9999",
    "cet été", "l’hiver 9999", "le printemps 1", "mi-mars 0", "le XXe siècle", "le 0e siècle",
    "le 100e siècle", "le IXe siècle avant J.-C.", "les années 0", "les années 9990", "à 24 h",
    "à 99h99", "il y a 9999 ans", "dans 99999999 siècles", "depuis 1e400 jours", "pendant -3 mois",
    "dans dix mille ans", "il y a 99999999999999999999 secondes", "au deuxième trimestre 9999",
    "du 31 au 1er mars", "du 5 mars au 2 février", "entre 2024 et 1950", "tous les 0 ans",
    "à l’âge de -4 ans", "âgé de 0 an", "à 99999 ans", "son 0e anniversaire", "sa 9999e édition",
    "deux ans après", "trois mois avant", "9999 ans plus tard", "3000 ans plus tôt", "le même jour",
    "le mois dernier", "l’an 0", "l’an 10000", "en l’an 2000 av. J.-C.", "l’année scolaire 0-1",
)  # fmt: skip
UNITS = (
    "%", "euros", "€", "M€", "Md€", "$", "points", "personnes", "ans", "mois", "jours", "heures",
    "km", "km/h", "m²", "kg", "°C", "tonnes", "litres", "habitants", "élèves", "fois", "voix",
    "sièges", "milliards", "millions d’euros", "milliards de dollars", "pour cent", "pour mille", "‰",
    "euros par mois", "€/m²", "hectares", "mètres", "kilomètres", "minutes", "degrés", "points de base",
)  # fmt: skip
GLUE = (
    "soit", "dont", "contre", "de", "à", "entre", "et", "ou", "sur", "près de", "plus de",
    "moins de", "environ", "jusqu’à", "au moins", "au total", "passe de", "est passé de",
    "une hausse de", "une baisse de", "a augmenté de", "a reculé de", "a triplé", "le double de",
    "par rapport à", "au lieu de", "selon", "parmi eux", "les autres", "les deux", "un sur", "né en",
    "âgé de", "mort en", "célèbre", "anniversaire", "édition", "depuis", "pendant", "dure", "du",
    "au", "«", "»", "“", "”", '"', "(", ")", "[", "]", "–", "—", "-", ":", ";", ",", ".", "…", "?",
    "!", "'", "’", "/", "=", "+", "×", "(sic)", "l’", "d’", "n’est pas", "aurait", "sera", "dit-il",
    "Paris,", "PARIS (AFP) –", "M.", "J.-C.", "Covid-19", "A4", "a", "b", "\n", "\n\n", "\t", "\r",
)  # fmt: skip
ODD = (
    "\0", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1b[31m", "\x1b]0;x\x07", "\x1c", "\x1f",
    "\x7f", "\x85", "\x9b", "\xa0", "\xad", "\u0300", "\u0301", "\u0327", "\u034f", "\u061c",
    "\u1160", "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028",
    "\u2029", "\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2060", "\u2066", "\u2069",
    "\u3000", "\ufe0f", "\ufeff", "\ufffc", "\ufffd", "\uffff", "\ud800", "\udfff", "\ud83d",
    "\ue000", "\uf8ff", "\U000e0041", "\U0010ffff", "😀", "👩‍👩‍👧", "🇫🇷", "א", "ب", "שלום", "مئة", "ﬁ", "ﬀ",
    "ǆ", "ß", "İ", "ı", "ſ", "K", "Å", "Ω", "а", "е", "о", "𝟓", "𝔘", "ᵉ", "ʳ", "㎞", "㏄", "℃", "№",
    "가", "각", "e\u0301", "A\u030a", "\u1100\u1161\u11a8", "\u0f73", "\u0344", "\u2126", "\u212a",
)  # fmt: skip


@cache
def sentences() -> Sequence[str]:
    """Every example of every rule, and the passages invented to measure the checker."""
    found = [
        example.text for rule in all_rules().values() for example in (*rule.wrong, *rule.right)
    ]
    for name in ("invented_errors", "invented_clean"):
        lines = (TESTS / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        found += [json.loads(line)["text"] for line in lines]
    return [text.replace("{{", "").replace("}}", "") for text in found]
