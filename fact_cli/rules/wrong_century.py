from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import YearInCentury
from fact_cli.rule import because, contradicts, holds, rule


@rule(
    on=YearInCentury,
    severity=Severity.ERROR,
    title={"fr": "Siècle qui n’est pas celui de l’année", "en": "Century that is not the year’s"},
    wrong=[
        "La chapelle est un joyau du {{XVIIe siècle}}. Élevée en 1734 à la suite d'un vœu, elle rouvre.",
        "Ce chef-d'œuvre du {{XVIe siècle}} a souffert. Peint entre 1642 et 1651, il sera restauré.",
        "Sa dernière éruption remontait au {{XIIe siècle}}, vers 1240.",
        "L'édit fut signé en 1765, en plein {{XVIIe siècle}}.",
        "Bâti en 1654, ce manoir du {{XVIe siècle}} ouvrira ses portes.",
        "Le pont date de 1412 ({{XIVe siècle}}).",
        "La toile, peinte en 1889, au {{XVIIIe siècle}}, sera vendue.",
        "La chapelle a été bâtie en 1648. Ce joyau du {{XVIe siècle}} se visite l'été.",
        "Édifiée en 1648 par un armateur, cette demeure du {{XVIe siècle}} est classée.",
    ],
    right=[
        "La cathédrale est un bijou du XIIIe siècle. Commencée en 1195 et achevée vers 1260, elle domine la plaine.",
        "La chapelle est un joyau du XVIIe siècle. Élevée en 1634 à la suite d'un vœu, elle rouvre.",
        "L'église abrite un retable du XVIIe siècle. Élevée en 1880, elle se visite.",
        "L'église du XIIe siècle est fermée. Construite en 1905, l'école l'est aussi.",
        "Sa dernière éruption remontait au XIIIe siècle, vers 1240.",
        "Le château remonte au XIIIe siècle, vers 1620 il fut brûlé.",
        "La chapelle a été bâtie en 1548. Ce joyau du XVIe siècle se visite.",
        "La chapelle a été restaurée en 1648. Ce joyau du XVIe siècle se visite.",
        "L'édit fut signé en 1765, en plein XVIIIe siècle.",
        "Bâti en 1654, ce manoir du XVIIe siècle ouvrira ses portes.",
        "Le pont date de 1412 (XVe siècle).",
        "Le château, bâti au XVIIe siècle et restauré en 1765, ouvrira ses portes.",
        "L'église fut achevée en 1600, au XVIe siècle.",
        "L'église fut achevée en 1600, au XVIIe siècle.",
        "En 1789, la ville comptait encore douze couvents, dont trois du XIVe siècle.",
    ],
)
def check(dated: YearInCentury) -> Verdict | None:
    """1765 est au XVIIIe siècle : le siècle a toujours un de plus que ses centaines.

    La règle s'applique quand l'année et le siècle se touchent ou datent la même chose. Une
    année ronde (1600) appartient au siècle qui finit, et l'usage la donne à celui qui
    commence : les deux sont admis.
    """
    exact = (dated.year - 1) // 100 + 1
    formula = f"{dated.year} : {_roman(exact)}e siècle"
    common = dated.year // 100 + 1
    if dated.century in {exact, common}:
        return holds(dated.century_at, [dated.year_at], formula)
    return contradicts(
        dated.century_at,
        [because(dated.year_at, fr="année", en="year")],
        formula,
        fr=f"{dated.year} est au {_roman(common)}e siècle",
        en=f"{dated.year} lies in century {common}",
        suggestions=[f"{_roman(common)}e siècle"],
    )


def _roman(number: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, sign in signs:
        while number >= value:
            written += sign
            number -= value
    return written
