"""Markdown: what of it is prose, what part each block plays, and where it stands."""

from __future__ import annotations

import html
import re
import time
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyromark import events_with_range

from fact_cli.model.text import Document, Extent
from fact_cli.read import read_file
from fact_cli.read.byte_offsets import from_bytes
from fact_cli.read.markdown import read

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "markdown").iterdir())


def document(text: str | bytes) -> Document:
    data = text.encode() if isinstance(text, str) else text
    (found,) = read("a.md", BytesIO(data))
    assert isinstance(found, Document)
    return found


def told(found: Document) -> list[str]:
    return [f"{block.kind}: {block.extent.of(found.text)}" for block in found.blocks]


def cut(found: Document, extent: Extent) -> str:
    """What the file holds where ``extent`` was read."""
    place = found.locate(extent)
    return found.sources[place.field][place.start : place.end]


def test_the_parser_counts_bytes_and_positions_are_characters() -> None:
    text = "# Été 😀\n\nUn *œuf* à 2\u202f€ 🐄 e\u0301té."
    offset = from_bytes(text)
    words = [
        (event["Text"], text[offset(span["start"]) : offset(span["end"])])
        for event, span in events_with_range(text)
        if isinstance(event, dict) and "Text" in event
    ]
    assert words == [(word, word) for word in ("Été 😀", "Un ", "œuf", " à 2\u202f€ 🐄 e\u0301té.")]


# A block is told as "kind: words"; the first blocks keep a text from being taken for its title.
LEAD = "Le maire part.\n\n"


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("Un\ndeux.", ["paragraph: Un deux."]),
        ("## Le *vote*", ["heading: Le vote"]),
        ("Le vote\n---\n", ["heading: Le vote"]),
        ("- un\n  - deux\n\n  trois\n- [x] quatre", ["list-item: un", "list-item: deux", "list-item: trois", "list-item: quatre"]),
        ("3. un\n4. deux", ["list-item: un", "list-item: deux"]),
        ("> Un\n> deux.\n>\n> - trois", ["quotation: Un deux.", "quotation: trois"]),
        ("> > Un\n\nDeux.", ["quotation: Un", "paragraph: Deux."]),
        ("> [!NOTE] Repères\n> Un.", ["heading: Repères", "paragraph: Un."]),
        ("| a | b |\n|---|:-:|\n| 1 \\| 2 | **3** |", ["table-cell: a", "table-cell: b", "table-cell: 1 | 2", "table-cell: 3"]),
        ("Un ![Le *pont*](p.jpg \"Titre\") deux.", ["paragraph: Un deux.", "caption: Le pont"]),
        ("![Le pont](p.jpg)\n*Le pont en 2024.*", ["caption: Le pont", "caption: Le pont en 2024."]),
        ("![](p.jpg) Le *pont* est fermé.", ["paragraph: Le pont est fermé."]),
        ("[![Le pont](p.jpg)](http://x.fr)", ["caption: Le pont"]),
        ('{{< figure src="a.jpg" caption="Le *pont* \\"neuf\\"" >}}', ['caption: Le pont "neuf"']),
        ("{% include f.html alt='Un pont' caption='Le pont' %}", ["caption: Le pont"]),
        ("![IMG_2034.jpg](a.jpg) Un.", ["paragraph: Un."]),
        ("{{< img alt=`Un pont` >}}", ["caption: Un pont"]),
        ("Un.[^a]\n\n[^a]: Deux.\n\n    Trois.", ["paragraph: Un.", "paragraph: Deux.", "paragraph: Trois."]),
        ("Un[^absente] deux^[Une note.] trois.", ["paragraph: Un deux trois.", "paragraph: Une note."]),
        ("**Un** _deux_ [trois](http://x.fr \"non\") [quatre][q] <http://y.fr>\n\n[q]: /z 'non'", ["paragraph: Un deux trois quatre"]),
        ("[un]({{< ref \"a.md\" >}}) [deux]({{ site.url }}/x) [[Page|trois]] ![[a.jpg]]", ["paragraph: un deux trois"]),
        ("Voir [https://x.fr/1](https://x.fr/2_(3)) et www.x.fr/2024. Fin (https://x.fr/4).", ["paragraph: Voir et . Fin ()."]),
        ("Un  \ndeux,\\\ntrois.  \nQuatre", ["paragraph: Un deux, trois.", "paragraph: Quatre"]),
        ("Un,\\\nDeux  \n**trois**  \n**Quatre**", ["paragraph: Un, Deux trois", "paragraph: Quatre"]),
        ("&eacute;t&#233; &lt;b&gt; 5 \\* 2 \\_a\\_ -- \"x\" ...", ['paragraph: été <b> 5 * 2 _a_ -- "x" ...']),
        ("Un `code` deux l'`x` et a`b`c.", ["paragraph: Un deux l' et a c."]),
        ("```yaml\nprix: 3\n```\n\n    indenté\n\nUn.", ["paragraph: Un."]),
        ("Soit $a = b^2$ et $$x_1$$ ou $n$.", ["paragraph: Soit et ou ."]),
        ("De $5 à $10, de 5$ à 10$, et US$3 ou US$4.", ["paragraph: De $5 à $10, de 5$ à 10$, et US$3 ou US$4."]),
        ("$$\n\\sum x\n= 3\n$$\n\nUn.", ["paragraph: Un."]),
        ("Un <!-- 3 --> deux.\n\n<!--more-->\n\n<!--\nnon\n\nnon\n-->\nTrois.", ["paragraph: Un deux.", "paragraph: Trois."]),
        ("Un <b>deux</b> <span class='x'>trois</span>.", ["paragraph: Un deux trois."]),
        ("Un <script>x = 3</script>deux.\n\n<style>\np { width: 3 }\n\n</style>\n\nTrois.", ["paragraph: Un deux.", "paragraph: Trois."]),
        ("De 1200^1^ à 1500 euros, 3 m^2^.", ["paragraph: De 1200 à 1500 euros, 3 m2."]),
        ("De 10 à 10<sup>6</sup> euros.", ["paragraph: De 10 à 10⁶ euros."]),
        ("3 m<sup>2</sup>, 12<sup>1</sup> ou 1<sup>er</sup>, 1^er^ et 2^e^.", ["paragraph: 3 m2, 12 ou 1er, 1er et 2e."]),
        ("Le prix ~~de 80~~ de 90 <del>95</del> euros ==hors taxe==.", ["paragraph: Le prix de 90 euros hors taxe."]),
        ("<figure>\n<img alt=\"Un pr&eacute;\">\n<figcaption>Un\n<b>pré</b></figcaption>\n</figure>", ["caption: Un pré"]),
        ("<blockquote>\n\nUn *deux*.\n\n</blockquote>\n\nTrois.", ["quotation: Un deux.", "paragraph: Trois."]),
        ("<ul>\n<li>un<li>deux\n</ul>\n<p>Trois<br>quatre.<br>Cinq</p>", ["list-item: un", "list-item: deux", "paragraph: Trois quatre.", "paragraph: Cinq"]),
        ("> <div>\n> Un\n> deux\n> </div>", ["quotation: Un deux"]),
        ("<table>\n<tr><td>1&nbsp;000</td><td>2</td></tr>\n</table>", ["table-cell: 1\u00a0000", "table-cell: 2"]),
        ("{{% encadre %}}\nUn.\n{{% /encadre %}}\nDeux.", ["paragraph: Un.", "paragraph: Deux."]),
        ("{% if a %}\nUn {{ b }} deux{{< c >}}.\n{% endif %}", ["paragraph: Un deux."]),
        ("{% highlight js %}\n3 % de 5\n\n{% endhighlight %}\nUn.", ["paragraph: Un."]),
        ("{% comment %}\nUn.\n\nDeux.\n{% endcomment %}\n\nTrois.", ["paragraph: Trois."]),
        ("{::comment}\nUn.\n{:/}\n\nDeux.", ["paragraph: Deux."]),
        ("Un {{ deux.\n\nTrois }} quatre.", ["paragraph: Un {{ deux.", "paragraph: Trois }} quatre."]),
        ("Un %%non%% deux.\n\n%% non\n\nnon %%\n\nTrois.", ["paragraph: Un deux.", "paragraph: Trois."]),
        ("De 10 %% à 20 %%.", ["paragraph: De 10 %% à 20 %%."]),
        ("Un.\n{: .a #b}\n\n## Deux {#deux .x}\n\n[trois]{.y} {.z}", ["paragraph: Un.", "heading: Deux", "paragraph: trois"]),
        ("::: warning\nUn.\n:::\n\n[TOC]\n\n*[TVA]: Taxe\n\nDeux.", ["paragraph: Un.", "paragraph: Deux."]),
        ("Prix\n: 3 euros", ["paragraph: Prix : 3 euros"]),
        ("Un\n\n***\n\nDeux", ["paragraph: Un", "paragraph: Deux"]),
        ("", []),
    ],
)  # fmt: skip
def test_the_blocks_of_a_text(markdown: str, blocks: list[str]) -> None:
    for text in (LEAD + markdown, (LEAD + markdown).replace("\n", "\r\n")):
        assert told(document(text)) == ["paragraph: Le maire part.", *blocks]


@pytest.mark.parametrize(
    ("text", "title", "blocks"),
    [
        ("# Un\n\nDeux.", "Un", ["title: Un", "paragraph: Deux."]),
        ("![P](p.jpg)\n\n# Un\n\nDeux.\n\n# Trois", "Un", ["title: Un", "caption: P", "paragraph: Deux.", "heading: Trois"]),
        ("---\ntitle: L'été\n---\n# L’été !\n\nDeux.", "L'été", ["title: L'été", "paragraph: Deux."]),
        ("---\ntitle: Un\n---\n# Deux\n\nTrois.", "Un", ["title: Un", "heading: Deux", "paragraph: Trois."]),
        ("A.\n\nB.\n\nC.\n\nD.\n\n# Un\n\nE.", None, ["paragraph: A.", "paragraph: B.", "paragraph: C.", "paragraph: D.", "heading: Un", "paragraph: E."]),
        ("---\ntitle: Un\nexcerpt: Le pont\n---\nLe pont est fermé.", "Un", ["title: Un", "paragraph: Le pont est fermé."]),
        ("---\ntitle: Un\nexcerpt: Un.\n---\nDeux.", "Un", ["title: Un", "paragraph: Deux."]),
        ("---\ntitle: Un\nchapo: Deux.\n---\nTrois.", "Un", ["title: Un", "standfirst: Deux.", "paragraph: Trois."]),
        ("---\ntitle: Un\n---\n", "Un", ["title: Un"]),
        ("\ufeff# Un\n\nDeux.", "Un", ["title: Un", "paragraph: Deux."]),
    ],
)  # fmt: skip
def test_an_article_has_one_title(text: str, title: str | None, blocks: list[str]) -> None:
    found = document(text)
    assert (found.title, told(found)) == (title, blocks)


@pytest.mark.parametrize(
    ("markdown", "words", "original", "line", "column"),
    [
        ("Été 😀 :\n**80** à 100 €", "80 à 100", "80** à 100", 2, 3),
        ("> Un\n> deux.", "Un deux", "Un\n> deux", 1, 3),
        ("Prix : 1&#8239;000&nbsp;€", "1\u202f000\u00a0€", "1&#8239;000&nbsp;€", 1, 8),
        ("Un [prix de 3 €](http://x.fr) ferme.", "3 €", "3 €", 1, 13),
        ("Un\r\nprix\r\nde 3 €", "prix de 3 €", "prix\r\nde 3 €", 2, 1),
        ("- un\n  - e\u0301te\u0301 à 2 €", "été", "e\u0301te\u0301", 2, 5),
        ("{{< a >}}Un{{< b >}}, deux", "Un, deux", "Un{{< b >}}, deux", 1, 10),
        ('{{< figure caption="Le *pont* de 3 m" >}}', "pont de 3 m", "pont* de 3 m", 1, 25),
        ("---\ntitle: 'L''été 😀 de 2024'\n---\nUn.", "L'été 😀 de 2024", "L''été 😀 de 2024", 2, 9),
        ('---\r\ntitle: "Un\r\n  prix"\r\n---\r\nUn.', "prix", "prix", 3, 3),
        ('{"title": "\\u00c9t\\u00e9 2024"}\nUn.', "Été 2024", "\\u00c9t\\u00e9 2024", 1, 12),
        ("<div>\nUn <b>prix\nde</b> 3 €\n</div>", "prix de 3 €", "prix\nde</b> 3 €", 2, 7),
    ],
)  # fmt: skip
def test_an_extent_cuts_its_words_out_of_the_file(
    markdown: str, words: str, original: str, line: int, column: int
) -> None:
    found = document(markdown)
    start = found.text.index(words)
    extent = Extent(start, start + len(words))
    place = found.locate(extent)
    assert (cut(found, extent), place.line, place.column) == (original, line, column)


def as_prose(written: str) -> str:
    """A word as a fixture writes it, without the markup that may stand inside it."""
    written = re.sub(r"\\u([\da-f]{4})", lambda code: chr(int(code[1], 16)), written)
    written = re.sub(r"</?\w+>|\^", "", html.unescape(written).replace("''", "'"))
    return unicodedata.normalize("NFC", written)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_word_of_a_fixture_is_where_the_file_has_it(path: Path) -> None:
    (found,) = read_file(str(path))
    assert isinstance(found, Document)
    words = list(re.finditer(r"[\w']+", found.text))
    assert len(words) > 15
    for word in words:
        assert as_prose(cut(found, Extent(*word.span()))) == word.group()
    assert found.title and found.blocks[0].kind == "title"
    assert not re.search(r"https?:|[{}<>]|\*\*|%%\w|piège|vérifier|relire", found.text.lower())


@pytest.mark.parametrize(
    ("name", "title", "published"),
    [
        ("2025-06-04-fermeture-du-pont", "L'accès au pont fermé \"jusqu'à l'été\"", "2025-06-04"),
        ("astro", "Trois communes, un seul collège", "2025-01-14"),
        ("eleventy", "Le musée rouvre après 18 mois", "2025-06-04"),
        ("en-tete-abime", "Budget : 12 millions pour le stade", "2025-04-03"),
        ("en-tete-ouvert", "La piscine ferme 2 semaines", "2025-07-07"),
        ("export-wordpress", "L’usine Duroc embauche 150\u00a0salariés", "2024-02-29"),
        ("ghost", 'Le lait baisse, les "petits" producteurs s’inquiètent 🐄', "2024-11-18"),
        ("hugo", "À Montreuil, la cantine passe au bio : « C’est 40 centimes de plus »", "2025-06-04"),
        ("hugo-toml", 'Le port de Sète "respire" : 12\u00a0% de passagers en plus', "2025-03-12"),
        ("obsidian", "Le marché change de place", "2025-09-12"),
        ("pandoc", "Le taux qui ne dit pas tout", "2025-01-30"),
        ("prix-du-pain-erreur", "Le pain augmente", "2025-02-03"),
        ("sans-en-tete", "La mairie d’Auch vend 3 immeubles", "2025-05-12"),
        ("windows", "Le tramway, 20 ans après", "2025-10-01"),
    ],
)  # fmt: skip
def test_the_title_and_date_of_a_fixture(name: str, title: str, published: str | None) -> None:
    (path,) = [path for path in FIXTURES if path.stem == name]
    (found,) = read_file(str(path))
    assert isinstance(found, Document)
    date = found.published.date
    assert (found.title, date and date.iso()) == (title, published)


WORDS = st.text(
    st.sampled_from("aéœ😀Z0 \u00a0’'\"*_[](){}<>&`#$%~^=|:!?/\\-+.,;@e\u0301"), min_size=1, max_size=12
).map(str.strip).filter(bool)  # fmt: skip
MARKS = st.sampled_from(["{}", "**{}**", "*{}*", "[{}](/x)", "<b>{}</b>", "{} <!-- 3 -->"])
PREFIXES = st.sampled_from(["", "> ", "- ", "2. ", "## ", "> - "])


@settings(max_examples=50)
@given(
    blocks=st.lists(
        st.tuples(PREFIXES, st.lists(st.tuples(MARKS, WORDS), min_size=1, max_size=5)), max_size=4
    ),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_prose_written_as_markdown_is_read_again(
    blocks: list[tuple[str, list[tuple[str, str]]]], line_end: str
) -> None:
    written = [
        prefix + " ".join(mark.format(f"x{_escaped(words)}x") for mark, words in runs)
        for prefix, runs in blocks
    ]
    prose = [" ".join(f"x{words}x" for _, words in runs) for _, runs in blocks]
    found = document(f"{line_end}{line_end}<!-- -->{line_end}{line_end}".join(written))
    expected = unicodedata.normalize("NFC", "\n".join(re.sub(" +", " ", one) for one in prose))
    assert found.text == expected
    for word in re.finditer(r"x[^x\s]+x", found.text):
        original = re.sub(r"\\([!-/:-@[-`{-~])", r"\1", cut(found, Extent(*word.span())))
        assert unicodedata.normalize("NFC", original) == word.group()


def _escaped(words: str) -> str:
    return re.sub(r"([!-/:-@[-`{-~])", r"\\\1", words)


SIZE = 20_000  # characters: quadratic time would be many seconds


@pytest.mark.parametrize(
    ("start", "repeated"),
    [
        ("", "["), ("", "*a "), ("", ">"), ("", "-"), ("", "{{<"), ("", "{{a}}*b*"), ("", '<a "'), ("", "<!--"),
        ("<div>\n", '<a "" '), ("", "<div>\n"), ("", "%% a"), ("", "~~a "), ("", "$a"), ("", "^[a"), ("", "{.a"),
        ("", "==a "), ("", "{{< highlight >}}"), ("", "---\n"), ("---\ntitle: ", "["), ("---\n", "a: b\n"),
        ("---\n", "- "), ('{"a": "', '\\"'), ('{"a":', "["), ("+++\n", "a = [\n"), ("+++\n", 'a = """\n'),
        ("|a|b|\n|-|-|\n", "|1|2|\n"), ("", "a\\\n"),
    ],
)  # fmt: skip
def test_no_text_takes_long(start: str, repeated: str) -> None:
    text = start + (repeated * SIZE)[:SIZE] + "\n" + start[:3]
    began = time.process_time()
    document(text)
    assert time.process_time() - began < 3


def test_a_table_of_ten_thousand_cells() -> None:
    found = document("|a|b|\n|-|-|\n" + "|1|2|\n" * 5000)
    assert len(found.blocks) == 10_002


@pytest.mark.parametrize("text", ["", "\n", "---", "---\n", "+++\n", "{", '{"', "{}", "---\n---\n"])
def test_a_file_without_words_is_an_empty_article(text: str) -> None:
    assert document(text).text.strip('-+{"') == ""
