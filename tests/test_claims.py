"""Claims: a figure of a sentence, and who says what of it, when, and how surely."""

from __future__ import annotations

import pytest

from fact_cli.model.claim import Claim
from fact_cli.pipeline.load import model
from fact_cli.run import check

PUBLISHED = "2024-06-12"


def claim_of(text: str, words: str) -> Claim:
    document = (result := check(text, published=PUBLISHED)).article.document
    for claim in result.article.claims:
        mention = claim.quantity or claim.time
        if mention is not None and mention.extent.of(document.text) == words:
            return claim
    raise AssertionError(f"no claim of {words!r}")


@pytest.mark.parametrize(
    ("text", "figure", "subject", "predicate"),
    [
        ("La ville compte 12 000 habitants.", "12 000", "La ville", "compte"),
        ("OpenAI a levé 20 milliards de dollars.", "20 milliards de dollars", "OpenAI", "a levé"),
        ("Le taux de grévistes était de 15,5 %.", "15,5 %", "Le taux de grévistes", "était"),
        ("L'avocate a requis vingt ans de prison contre l'homme, qui compte 19 mentions à son casier.", "19", "l'homme", "compte"),
        ("Les 150 élus vont se réunir à Lyon.", "150", "Les 150 élus", "vont se réunir"),
        ("Cinq mille affiches vont être distribuées.", "Cinq mille", "Cinq mille affiches", "vont être distribuées"),
        ("Il vend une pierre, évaluée à 4 millions d'euros.", "4 millions d'euros", "une pierre", "évaluée"),
        ("Selon Anna Novak, une experte de 35 ans, l'hôtel affiche 15 % de remplissage.", "15 %", "l'hôtel", "affiche"),
        ("Deux cents femmes ont été soignées en 2019.", "Deux cents", "Deux cents femmes", "ont été soignées"),
        ("À Lyon, douze résidents de la maison (Ehpad) des Tilleuls sont morts.", "douze", "douze résidents de la maison", "sont"),
        ("Deux élèves ont été punis et 4 autres sont exclus.", "4", "4 autres", "sont exclus"),
        ("Plus de 300 élus n'ont pas voté.", "300", "Plus de 300 élus", "n'ont pas voté"),
        ("Le maire a réuni des artisans et 40 commerçants qui sont venus.", "40", "Le maire", "a réuni"),
        ("Bruno obtient 6 %, Samia Novak 2 % et Yvon Petit 1 %.", "2 %", "Samia Novak", "obtient"),
        ("Anna Novak obtient 39 %, devant Jean Dupont à 20 %.", "20 %", "Jean Dupont", "obtient"),
        ("Le groupe a vendu 3 usines à Lyon et Paris pour 12 euros.", "12 euros", "Le groupe", "a vendu"),
        ("Les deux pays ont chacun renvoyé 12 diplomates.", "12", "Les deux pays", "ont chacun renvoyé"),
        ("Le nombre passe sous les 4 000 (3 878, soit 141 de moins).", "141", "Le nombre", "passe"),
    ],
)  # fmt: skip
def test_subject_and_predicate(text: str, figure: str, subject: str, predicate: str) -> None:
    claim = claim_of(text, figure)
    assert (claim.subject, claim.predicate) == (subject, predicate)


@pytest.mark.parametrize(
    ("text", "figure", "time"),
    [
        ("Le groupe a levé 20 milliards d'euros en 2022 et 25 en 2023.", "20 milliards d'euros", "2022"),
        ("Le groupe a levé 20 milliards d'euros en 2022 et 25 en 2023.", "25", "2023"),
        ("En 2019, l'usine a employé 300 personnes.", "300", "2019"),
        ("Le modèle de 1961 est vendu à côté d'une voiture qui a roulé 9 500 km.", "9 500 km", None),
        ("L'usine a accueilli 84 000 visiteurs en 2019, contre 80 000 en 2018.", "80 000", "2018"),
        ("Ses maîtres l'ont annoncé samedi, sur leur page qui compte 16 millions de fans.", "16 millions", None),
        ("Le navire, long de 275 m, a heurté un quai mardi.", "275 m", None),
        ("En 1990, le mur était long de 3 km.", "3 km", "1990"),
        ("En 2019, deux ponts ont rouvert et 4 autres sont fermés.", "4", "2019"),
    ],
)  # fmt: skip
def test_the_time_of_a_figure(text: str, figure: str, time: str | None) -> None:
    claim = claim_of(text, figure)
    assert (None if claim.time is None else claim.time.extent.of(text)) == time


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        ("Selon la mairie, 300 arbres ont été plantés.", "300", "la mairie"),
        ("D'après un rapport de la Cour, 300 arbres ont été plantés.", "300", "un rapport de la Cour"),
        ("Selon un calendrier serré, 300 arbres seront plantés.", "300", None),
        ("« Nous avons planté 300 arbres », a déclaré jeudi Anna Novak.", "300", "Anna Novak"),
        ("« Nous avons planté 300 arbres », explique-t-elle.", "300", "elle"),
        ("Anna Novak a déclaré : « Nous avons planté 300 arbres. »", "300", "Anna Novak"),
        ("Le ministre affirme que 300 arbres ont été plantés.", "300", "Le ministre"),
        ("Anna Novak annonce l'ouverture de 13 parcs.", "13", "Anna Novak"),
        ("Selon le journal, le groupe a vendu. Il aurait touché 3 millions d'euros.", "3 millions d'euros", "le journal"),
        ("La ville a planté 300 arbres.", "300", None),
        ("La ville a planté 300 arbres, a-t-elle annoncé, confirmant une information du Soir.", "300", "elle"),
        ("« Le bar est ouvert », dit-elle, suivie de deux amis.", "deux", None),
        ("Comme l'explique Le Soir, 300 arbres ont été plantés.", "300", "Le Soir"),
        ("Comme l'a annoncé jeudi le ministère, 300 arbres ont été plantés.", "300", "le ministère"),
        ("300 arbres ont été plantés, a indiqué mardi 24 mars son directeur.", "300", "son directeur"),
        ("« Le parc perdra 300 arbres », poursuit le rapport.", "300", "le rapport"),
        ("Le groupe, né en 2010, poursuit sa croissance avec 300 salariés.", "300", None),
        ("« Le parc a perdu 300 arbres », a-t-il tweeté.", "300", "il"),
        ("Anna Novak souhaite « qu'on plante 300 arbres ».", "300", "Anna Novak"),
        ("L'agence, selon laquelle 300 arbres sont morts, a été dissoute.", "300", None),
        ("De même, 39 % estiment que le maire est élu avec un score inférieur à 40 %.", "40 %", None),
    ],
)  # fmt: skip
def test_the_speaker(text: str, figure: str, source: str | None) -> None:
    assert claim_of(text, figure).attribution.source == source


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("La ville a planté 300 arbres.", "300", "asserted"),
        ("La ville aurait planté 300 arbres.", "300", "conditional"),
        ("La ville va planter 300 arbres.", "300", "forecast"),
        ("La ville devrait planter 300 arbres.", "300", "forecast"),
        ("La ville plantera 300 arbres.", "300", "forecast"),
        ("La ville prévoit de planter 300 arbres.", "300", "forecast"),
        ("Anna Novak annonce l'ouverture de 13 parcs.", "13", "forecast"),
        ("La ville n'a pas planté 300 arbres.", "300", "negated"),
        ("La ville a-t-elle planté 300 arbres ?", "300", "asked"),
    ],
)
def test_the_modality(text: str, figure: str, modality: str) -> None:
    assert claim_of(text, figure).modality.value == modality


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("La halle a rouvert en 2021. Elle emploie 130 personnes.", "130", "La halle"),
        ("Le directeur a signé en 2021. Il dirige 130 personnes.", "130", "Le directeur"),
        ("Le titre de Renault a bondi. Le groupe emploie 130 000 personnes.", "130 000", "Renault"),
        ("Il y a 130 personnes.", "130", None),
    ],
)
def test_what_a_subject_stands_for(text: str, figure: str, name: str | None) -> None:
    link = claim_of(text, figure).link
    assert (None if link is None else link.of(text)) == name


def test_boilerplate_captions_and_bylines_are_told_apart() -> None:
    text = (
        "Le marché rouvre\nPar Anna Novak, le 3 mai 2024\nLe marché a attiré 300 personnes.\n"
        "Photo : les 40 étals du marché\nÀ lire aussi : Les 12 chiffres du marché"
    )
    blocks = {claim.block.value for claim in check(text).article.claims}
    assert blocks == {"paragraph", "caption", "boilerplate"}


def test_words_that_the_model_forgets_change_no_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Le zorglub coûte 12 euros, selon Nabuchodonosorine. La ville compte 12 000 habitants."
    before = check(text).article.claims
    monkeypatch.setattr("fact_cli.pipeline.annotate.WORDS_KEPT", 0)
    nlp = model()
    known = len(nlp.vocab.strings)
    for number in range(3):
        check(f"L’hôtel Brimborion{number} a 40 chambres.")
        assert check(text).article.claims == before
    assert len(nlp.vocab.strings) == known
