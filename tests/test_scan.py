"""A value and the wordings that must give it; and what is no quantity at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fact_cli.lang.lexicon import read as read_data
from fact_cli.model.mention import Quantity
from tests.helpers import quantities, read, scanned

# (kind, value, unit or noun) → wordings; the whole wording is the mention, hedges aside
SAME = {
    ("money", "1400000000000", "USD"): [
        "1 400 milliards de dollars", "1\u202f400 milliards de dollars", "1\u00a0400 Md$",
        "1.400 milliards de dollars", "1400 milliards de dollars", "mille quatre cents milliards de dollars",
        "1,4 billion de dollars",
    ],
    ("money", "2500000", "EUR"): [
        "2,5 millions d'euros", "2,5 millions d’euros", "2,5 M€", "2.5 millions d'euros",
        "2 500 000 euros", "2.500.000 €", "deux millions et demi d'euros", "2 500 000 €", "2'500'000 euros",
    ],
    ("money", "10", "USD"): ["10 dollars", "dix dollars", "$10", "10 $", "US$10", "10 USD"],
    ("money", "300", "XOF"): ["300 francs CFA", "300 FCFA", "trois cents francs CFA"],
    ("money", "80", "CHF"): ["80 francs suisses", "CHF 80", "quatre-vingts francs suisses", "huitante francs suisses"],
    ("dimension", "200", "m²"): ["200 m²", "200 m2", "200 mètres carrés"],
    ("dimension", "1.50", "m"): ["1m50", "1,50 m", "1,50 mètre"],
    ("dimension", "-5", "°C"): ["-5 °C", "−5 °C", "moins 5 degrés"],
    ("money", "15.50", "USD"): ["15 dollars 50", "15,50 dollars", "15,50 $"],
    ("money", "5000000000", "CAD"): ["5 milliards de dollars canadiens"],
    ("money", "5000000000", "USD"): ["5 G$", "5 milliards de dollars", "cinq milliards de dollars"],
    ("count", "500000", "lit"): ["un demi-million de lits", "500 000 lits", "cinq cent mille lits"],
    ("count", "1001", "nuit"): ["mille et une nuits", "1 001 nuits"],
    ("number", "3.14", None): ["trois virgule quatorze", "3,14"],
    ("money", "0.5", "EUR"): ["50 centimes", "50 centimes d'euro", "0,5 euro"],
    ("money", "20", "GBP"): ["20 livres sterling", "£20", "20 livres britanniques"],
    ("percent", "12.5", "%"): ["12,5 %", "12,5%", "12,5 pour cent", "12.5 %"],
    ("points", "2.3", "pt"): ["2,3 points", "2,3 pts"],
    ("ratio", "70", "×"): ["70 fois", "soixante-dix fois", "septante fois"],
    ("dimension", "42.195", "km"): ["42,195 km", "42,195 kilomètres"],
    ("dimension", "30", "km/h"): ["30 km/h", "30 kilomètres par heure", "trente kilomètres à l'heure"],
    ("dimension", "12", "°C"): ["12 °C", "12°C", "12 degrés"],
    ("count", "21", "élève"): ["21 élèves", "vingt et un élèves", "vingt-et-un élèves", "21 jeunes élèves"],
    ("count", "97", "décès"): ["97 décès", "quatre-vingt-dix-sept décès", "nonante-sept décès"],
    ("count", "1900", "cheval"): ["1 900 chevaux", "mille neuf cents chevaux", "dix-neuf cents chevaux"],
    ("count", "1200000", "habitant"): ["1 million 200 mille habitants", "1,2 million d'habitants"],
    ("dimension", "1.20", "m"): ["un mètre et vingt centimètres", "1 mètre 20 centimètres", "1m20"],
    ("dimension", "2.5", "kg"): ["2½ kg", "2,5 kilos", "deux kilos et demi"],
    ("count", "36", "rafale"): ["36 Rafale"],
    ("dimension", "0.5", "t"): ["une demi-tonne", "0,5 tonne"],
    ("dimension", "-10", "°C"): ["10 degrés en dessous de zéro", "-10 °C"],
    ("money", "3.20", "EUR"): ["3 euros et 20 centimes", "3,20 euros", "3 € 20"],
    ("money", "1.23", "USD"): ["USD1,23", "1 USD et 23 cents", "1,23 $"],
    ("money", "0.5", "USD"): ["50 cents", "0,50 $"],
    ("money", "16400000", "CAD"): ["16,4 millions de $ CA", "16,4 M$ CA"],
    ("money", "420000000", "DEM"): ["420 millions de marks", "420 millions de deutschemarks"],
    ("ordinal", "25", None): ["vingt-cinquième", "25e"],
    ("ordinal", "1950", None): ["1950e"],
    ("ordinal", "91", None): ["quatre-vingt-onzième", "91e", "nonante et unième"],
    ("ratio", "0.6", "×"): ["trois cinquièmes"],
    ("dimension", "4", "al"): ["4 années-lumière", "quatre années-lumières"],
    ("dimension", "3", "kWh"): ["3 kWh", "3 kilowattheures", "3 kilowatts-heures"],
    ("dimension", "1013", "hPa"): ["1 013 hPa", "1 013 hectopascals"],
    ("dimension", "5", "A"): ["5 ampères"],
    ("dimension", "400", "lm"): ["400 lumens"],
    ("dimension", "300", "K"): ["300 kelvins", "300 degrés Kelvin"],
    ("dimension", "-5", "°F"): ["moins cinq degrés Fahrenheit", "-5 °F"],
    ("dimension", "20", "mg/dl"): ["20 mg/dl", "20 mg/dL"],
    ("dimension", "6", "l/min"): ["6 litres par minute", "6 l/min"],
    ("dimension", "60", "im/s"): ["60 images par seconde"],
    ("dimension", "20", "ft"): ["20 pi"],
    ("percent", "20", "%"): ["20 pc", "20 p. cent", "20 p. 100", "20 pour-cent"],
    ("money", "1000", "XOF"): ["1000 FCFA", "1 000 F CFA"],
    ("money", "3", "TRY"): ["3 ₺", "3 livres turques"],
    ("money", "3.50", "AUD"): ["3 dollars australiens et cinquante cents"],
    ("points", "0.25", "pt"): ["un quart de point"],
    ("dimension", "0.25", "km"): ["un quart de kilomètre", "1/4 de kilomètre", "1/4 km", "¼ km", "0,25 kilomètre"],
    ("dimension", "10.5", "mi"): ["10 1/2 miles", "10 ½ miles", "10,5 miles", "dix miles et demi"],
    ("dimension", "0.125", "l"): ["⅛ litre", "0,125 litre"],
    ("number", "1.1", None): ["un virgule un", "1,1"],
    ("number", "2.5", None): ["deux et demi", "2,5"],
    ("number", "320000", None): ["3,2e5", "3,2 × 10^5", "3,2 × 10⁵"],
    ("count", "36", "œuf"): ["trois douzaines d'œufs", "3 douzaines d’œufs"],
    ("dimension", "12", "nmi"): ["12 milles marins", "douze milles nautiques"],
    ("ordinal", "3000000", None): ["trois millionième"],
    ("ordinal", "11", None): ["11eme", "11ième", "11e", "onzième"],
    ("ordinal", "82", None): ["huitante-deuxième", "octante-deuxième", "82ème"],
    ("ratio", "0.2", "×"): ["un cinquième de l'électorat", "un cinquième des élèves", "un cinquième de moins", "en recul d'un cinquième", "réduit d'un cinquième en un an"],
    ("ratio", "0.000001", "×"): ["un millionième de l'ensemble"],
    ("count", "3000000", "visiteur"): ["3 millions de visiteurs", "trois millions de visiteurs", "3 000 000 visiteurs"],
}  # fmt: skip
CASES: list[tuple[tuple[str, str, str | None], str]] = [
    (key, wording) for key, wordings in SAME.items() for wording in wordings
]

NONE = [
    "Google lance Gemini 3 !",
    "Le Covid-19 a frappé.",
    "L'A380 se pose.",
    "Le G7 se réunit.",
    "Le CO2 monte.",
    "La 5G arrive.",
    "Il a été élu.",
    "Un homme est venu.",
    "Le bâtiment est neuf.",
    "Du contenu de tiers.",
    "Il vient de l'Airbus A320.",
    "Le match s'achève sur un 3-0.",
    "Un quart de finale.",
    "Le Premier ministre arrive.",
    "Un quartier flambant neuf érigé ici.",
    "Lisez la page 12.",
    "Appelez le 01 42 33 44 55.",
    "Il habite 12, rue de la Paix.",
    "2. Qui doit payer ?",
    "Il est en quarantaine.",
    "Le numéro deux des autorités parle.",
    "La Porsche 911 et les 718 Cayman sont là.",
    "Tous les deux éprouvés, ils se taisent.",
    "Le double attentat a choqué.",
    "Les départements de l'Ain (01) et du Cantal (15) sont touchés.",
    "Il y a un jour où tout change.",
    "Le record est de 3'30\"65.",
    "Une Porsche 911 (991) bleue passe.",
    "Il contient du 4-MBC.",
    "Les enquêteurs 2.0 arrivent.",
    "Il a perdu la manche 3/6.",
    "Elle joue le 1/4 de finale.",
    "Il reste quelques secondes.",
    "Le département 2A est touché.",
    "Il vend 4 pc portables.",
    "La vitesse tombe chaque seconde.",
    "2.",
]


# What a block or a cell holds is a number by itself.
ALONE = [
    ("33", "33"), ("onze", "11"), ("Zéro", "0"), ("trois millions", "3000000"), ("1,2M", "1200000"),
    ("⅔", "0.6666666666666666666666666667"), ("3/4", "0.75"), ("un huitième", "0.125"),
    ("DEUXIEME", "2"), ("vingt et unième", "21"), ("XLe", "40"), ("cinquante-trois mille millions", "53000000000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), ALONE)
def test_a_number_by_itself(text: str, value: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.extent.of(text)) == (Decimal(value), text)


RATIOS = [proof for entry in read_data("ratios")["expression"] for proof in entry["gives"].items()]


@pytest.mark.parametrize(("key", "wording"), CASES, ids=[wording for _, wording in CASES])
def test_a_wording_gives_its_value(key: tuple[str, str, str | None], wording: str) -> None:
    kind, value, what = key
    (found,) = quantities(f"On parle de {wording} dans la vallée.")
    assert (found.kind.value, found.value) == (kind, Decimal(value))
    assert (found.unit or found.of) == what


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("La route forme un angle de 90 degrés.", "deg"),
        ("Le camion a fait une rotation de 180°.", "deg"),
        ("Il fera 35 degrés dans la vallée.", "°C"),
        ("Le bébé pèse sept livres.", "lb"),
        ("Le prix est de sept livres, soit 8 euros.", "GBP"),
        ("Elle a vendu sept livres.", None),
        ("Le parti a 4 pc des voix.", "%"),
    ],
)
def test_a_noun_of_two_units(sentence: str, unit: str | None) -> None:
    assert quantities(sentence)[0].unit == unit


@pytest.mark.parametrize("sentence", NONE)
def test_no_quantity(sentence: str) -> None:
    assert quantities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Il y a environ 27 % de hausse.", ["27 %"]),
        ("On compte 373 décès par noyade.", ["373"]),
        ("Une dizaine d'élèves sont venus.", ["Une dizaine"]),
        ("Le loyer passe de 320 à 400 euros.", ["320", "400 euros"]),
        ("Deux hommes et trois femmes sont morts.", ["Deux", "trois"]),
        ("Les trois « super hangars » ont brûlé.", ["trois"]),
        ("Le nombre de militaires passera de 400 à 1200.", ["400", "1200"]),
        ("La toile fait 15 cm sur 20.", ["15 cm", "20"]),
        ("Les quotas vont jusqu'à 10, 12 et 15 tonnes.", ["10", "12", "15 tonnes"]),
        ("Le fonds vaut 53 mille milliards de yens.", ["53 mille milliards de yens"]),
    ],
)
def test_what_a_mention_covers(sentence: str, words: list[str]) -> None:
    assert [quantity.extent.of(sentence) for quantity in quantities(sentence)] == words


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Le loyer passe de 320 à 400 euros.", [("320", "EUR"), ("400", "EUR")]),
        ("Il a eu 138 millions de dollars contre 117,2.", [("138000000", "USD"), ("117200000", "USD")]),
        ("Il a dépensé 15 des 100 milliards d'euros.", [("15000000000", "EUR"), ("100000000000", "EUR")]),
        ("Il a 136 milliards d'euros de dettes (31 milliards de plus).", [("136000000000", "EUR"), ("31000000000", "EUR")]),
        ("Il faudra 15 ou 20 milliards de dollars.", [("15000000000", "USD"), ("20000000000", "USD")]),
        ("La part passe de 12,1 à 13,4 %.", [("12.1", "%"), ("13.4", "%")]),
    ],
)  # fmt: skip
def test_a_unit_is_shared(sentence: str, values: list[tuple[str, str]]) -> None:
    found = quantities(sentence)
    assert [(q.value, q.unit) for q in found] == [(Decimal(v), unit) for v, unit in values]


@pytest.mark.parametrize(
    ("sentence", "words", "low", "high"),
    [
        ("Il faudra de 2 à 3 millions d'euros.", "2 à 3 millions d'euros", "1500000", "3500000"),
        ("Il faudra entre 10 et 15 élèves.", "10 et 15", "10", "15"),
        ("On attend 60 à 100 mm de pluie.", "60 à 100 mm", "59.5", "100.5"),
        ("On attend 10-20 coureurs.", "10-20", "10", "20"),
    ],
)
def test_a_range_is_one_mention(sentence: str, words: str, low: str, high: str) -> None:
    (found,) = quantities(sentence)
    assert (found.extent.of(sentence), found.value) == (words, None)
    assert (found.strict.low, found.strict.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("On compte 12 blessés, dont 3 graves.", ["blessé", "blessé"]),
        ("Deux hommes et une femme sont morts.", ["homme", "femme"]),
        ("Sur les 38 victimes, 17 ont été identifiées.", ["victime", "victime"]),
        ("Elle a eu 3 millions de visiteurs et 2 autres expositions.", ["visiteur", "exposition"]),
        ("Il y a 199 élèves, 176 n'ont pas de tablette.", ["élève", "élève"]),
        ('Elle a 110 millions de « followers » et 40 "fans".', ["follower", "fan"]),
        ("La vingtaine de pompiers est partie.", ["pompier"]),
        ("Il fait 6 000 pas.", ["pas"]),
        ("Elle a écrit 20 livres et ouvert deux bars.", ["livre", "bar"]),
        ("Plus de 7.000 de nos enfants sont morts.", ["enfant"]),
        ("Il y a 10 Français et 3 Belges.", ["français", "belge"]),
    ],
)
def test_what_is_counted(sentence: str, nouns: list[str]) -> None:
    assert [quantity.of for quantity in quantities(sentence)] == nouns


@pytest.mark.parametrize(("wording", "value"), RATIOS)
def test_a_ratio_in_words(wording: str, value: str) -> None:
    (found,) = quantities(f"Ce chiffre, {wording}.")
    assert found.kind == "ratio"
    assert found.value is not None and abs(found.value - Decimal(value)) < Decimal("0.001")
    assert found.strict.holds(Decimal(value))


def test_the_precision_written_is_kept() -> None:
    three, three_exactly = quantities("On passe de 3 millions de lits à 3,0 millions de lits.")
    assert three.value == three_exactly.value
    assert (three.step, three_exactly.step) == (Decimal(1_000_000), Decimal(100_000))


def test_ranks_in_digits_and_roman_letters() -> None:
    sentence = "De la 1 re à la 18 e minute de la Ve édition du XIXe siècle."
    values = [quantity.value for quantity in quantities(sentence)]
    assert values == [1, 18, 5]


def test_a_point_before_three_digits_is_what_its_neighbours_say() -> None:
    english = quantities("Il roule à 335.5 km/h, soit 208.572 mph.")
    french = quantities("Il coûte 1.300 euros, soit 12,5 % de plus.")
    assert [str(quantity.value) for quantity in english] == ["335.5", "208.572"]
    assert [str(quantity.value) for quantity in french] == ["1300", "12.5"]


@pytest.mark.parametrize("sentence", ["Le total est de −2 %.", "Le total est de -2 %."])
def test_the_sign_is_kept(sentence: str) -> None:
    (found,) = quantities(sentence)
    assert found.value == -2


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("La récolte baisserait (- 20,8 %).", ["-20.8"]),
        ("La récolte baisserait (– 20,8 %).", ["-20.8"]),
        ("Les ventes reculent en ville (- 4 % ; — 3,5 % à la campagne).", ["-4", "-3.5"]),
        ("L'évolution est de - 3 %.", ["-3"]),
        ("La hausse - 3 % en ville - inquiète.", ["3"]),
        ("Le parti - 12 élus - a gagné.", ["12"]),
        ("Il reste trois classes (- 12 élèves).", ["3", "12"]),
    ],
)
def test_a_minus_apart_from_its_figure(sentence: str, values: list[str]) -> None:
    assert [str(one.value) for one in quantities(sentence)] == values


def test_offsets_are_exact_behind_a_composed_letter_and_a_soft_hyphen() -> None:
    source = "Une e\u0301co\u00adle compte 45 e\u0301le\u0300ves."
    document = read(source)
    (sentence,) = scanned(source)
    (quantity,) = sentence.quantities
    place = document.locate(quantity.extent)
    assert source[place.start : place.end] == "45"
    assert quantity.of == "élève"


def test_a_hedge_is_named() -> None:
    found: list[Quantity] = quantities("On attend près de 300 coureurs, et plus de 20 chars.")
    assert [quantity.hedge for quantity in found] == ["près de", "plus de"]


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Il fait entre 1,5 et 3 mètres.", "1.45", "3.5"),
        ("Il gagne entre 1 000 et 1 250 euros.", "1000", "1250"),
        ("Il compte une douzaine d'élèves.", "9.6", "14.4"),
        ("Le prix a baissé d'un tiers.", "0.31", "0.35"),
        ("Il a reçu 2 millions d'euros.", "1500000", "2500000"),
        ("Il a un million deux cent mille élèves.", "1200000", "1200000"),
        ("Il vend 2 x 50 grammes.", "49.5", "50.5"),
        ("Il compte deux porte-avions.", "2", "2"),
        ("Il compte deux sans-abri.", "2", "2"),
    ],
)
def test_what_a_figure_can_stand_for(sentence: str, low: str, high: str) -> None:
    (quantity,) = quantities(sentence)
    assert (quantity.strict.low, quantity.strict.high) == (Decimal(low), Decimal(high))
