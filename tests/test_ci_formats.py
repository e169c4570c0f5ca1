"""The formats that CI systems read, each read back by what reads it, or by its schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure

from fact_cli.model.finding import ArticleResult, InputFailure, Severity
from fact_cli.report import sarif_rules
from fact_cli.report.sarif_rules import described
from tests.ci_reports import (
    CI,
    FAILED,
    KINDS,
    LINES,
    TWICE,
    Outcome,
    checked,
    checkstyle,
    findings,
    github,
    gitlab,
    junit,
    outcomes,
    rdjson,
    rendered,
    sarif,
)


def test_sarif_cuts_the_words_out_of_the_file_by_code_points() -> None:
    run = sarif("lines")
    assert run["columnKind"] == "unicodeCodePoints"
    cut = []
    for result in run["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            region = location["physicalLocation"]["region"]
            line = LINES.split("\r\n")[region["startLine"] - 1]
            words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert region["startLine"] == region["endLine"]
            assert words == region["snippet"]["text"]
            assert words == LINES[region["charOffset"] :][: region["charLength"]]
            cut.append(words)
    assert cut == ["20 %", "320", "400 euros", "31 avril"]


def test_rdjson_cuts_the_words_out_of_the_file_by_bytes() -> None:
    cut = []
    for diagnostic in rdjson("lines"):
        for one in (diagnostic, *diagnostic["relatedLocations"]):
            start, end = one["location"]["range"]["start"], one["location"]["range"]["end"]
            line = LINES.split("\r\n")[start["line"] - 1].encode()
            cut.append(line[start["column"] - 1 : end["column"] - 1].decode())
    assert cut == ["20 %", "320", "400 euros", "31 avril"]


@pytest.mark.parametrize("name", ["github", "checkstyle"])
def test_columns_are_units_of_utf_16(name: str) -> None:
    if name == "github":
        places = [(one["line"], one["col"]) for one in github("lines")]
    else:
        places = [(one["line"], one["column"]) for _, one in checkstyle("lines")]
    after = []
    for line, column in places:
        units = LINES.split("\r\n")[int(line) - 1].encode("utf-16-le")
        after.append(units[(int(column) - 1) * 2 :].decode("utf-16-le"))
    assert after == ["20 %.", "31 avril."]


def test_a_region_may_end_on_a_later_line() -> None:
    [result] = outcomes("twice")
    assert isinstance(result, ArticleResult)
    first, second = result.findings
    both = replace(first, extent=first.extent.until(second.extent))
    [found] = sarif([replace(result, findings=[both])])["results"]
    region = found["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 16)
    assert (region["endLine"], region["endColumn"]) == (3, 36)


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("values", "article a1, titre, ligne 1, caractère 4"),
        ("values", "article a1, ligne 1, caractère 68"),
        ("values", "article a2, ligne 3, caractère 28"),
        ("paragraphs", "paragraphe 2, caractère 68"),
        ("pages", "page 2, ligne 1, caractère 68"),
    ],
)
def test_where_a_file_shows_no_lines_none_is_named_and_the_place_is_told(
    kind: str, place: str
) -> None:
    regions = [
        location
        for result in sarif(kind)["results"]
        for location in (*result["locations"], *result["relatedLocations"])
    ]
    assert all("region" not in one["physicalLocation"] for one in regions)
    assert place in [one["logicalLocations"][0]["name"] for one in regions]
    assert all("range" not in one["location"] for one in rdjson(kind))
    assert all("line" not in one for one in github(kind))
    assert {one["location"]["lines"]["begin"] for one in gitlab(kind)} == {1}
    assert {(one["line"], "column" in one) for _, one in checkstyle(kind)} == {("1", False)}
    messages = {
        "sarif": [result["message"]["text"] for result in sarif(kind)["results"]],
        "rdjson": [one["message"] for one in rdjson(kind)],
        "github": [one["data"] for one in github(kind)],
        "gitlab": [one["description"] for one in gitlab(kind)],
        "checkstyle": [one["message"] for _, one in checkstyle(kind)],
        "junit": [str(r.message) for suite in junit(kind) for case in suite for r in case.result],
        "markdown": [rendered("markdown", kind)],
    }
    for name, texts in messages.items():
        assert any(place in text for text in texts), name


def test_a_newsml_file_of_several_articles_has_lines() -> None:
    [result] = outcomes("twice")[:1]
    assert isinstance(result, ArticleResult)
    document = replace(result.article.document, path="dépêches.xml#urn:1")
    moved = replace(result, article=replace(result.article, document=document))
    assert [one["location"]["lines"]["begin"] for one in gitlab([moved])] == [1, 3]
    assert {one["file"] for one in github([moved])} == {"dépêches.xml"}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CI)
def test_a_format_reports_every_finding_and_failure(name: str, kind: str, language: str) -> None:
    failures = sum(isinstance(one, InputFailure) for one in outcomes(kind))
    wanted = findings(kind) + failures
    match name:
        case "sarif":
            run = sarif(kind, language=language)
            notes = run["invocations"][0]["toolExecutionNotifications"]
            assert (len(run["results"]), len(notes)) == (findings(kind), failures)
            assert run["invocations"][0]["executionSuccessful"] is (failures == 0)
            assert all(note["level"] == "error" for note in notes)
        case "github":
            assert len(github(kind, language=language)) == min(wanted, 10)
        case "gitlab":
            assert len(gitlab(kind, language=language)) == wanted
        case "rdjson":
            assert len(rdjson(kind, language=language)) == wanted
        case "checkstyle":
            assert len(checkstyle(kind, language=language)) == wanted
        case "junit":
            report = junit(kind, language=language)
            results = [result for suite in report for case in suite for result in case.result]
            assert sum(isinstance(one, Failure) for one in results) == findings(kind)
            assert sum(isinstance(one, Error) for one in results) == failures
        case "markdown":
            rows = rendered("markdown", kind, language=language).count("(`")
            assert rows == findings(kind)


def test_all_formats_are_deterministic() -> None:
    for name in CI:
        assert rendered(name, "all") == rendered(name, "all")


def test_sarif_names_rules_and_files_by_index() -> None:
    run = sarif("all", language="en")
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]
    [rule] = [one for one in rules if one["id"] == "wrong-percentage"]
    assert rule["shortDescription"]["text"] == "Percentage that contradicts its two values"
    assert "statcheck" in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"enabled": True, "level": "error"}
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert len(uris) == len(set(uris))


def test_the_rules_are_described_as_they_are() -> None:
    file = Path(sarif_rules.__file__).with_suffix(".json")
    assert json.loads(file.read_text(encoding="utf-8")) == described()


def test_sarif_gives_the_arithmetic_and_no_fix() -> None:
    result = sarif("lines")["results"][0]
    assert "320\u00a0€ → 400\u00a0€ : +25\u00a0%" in result["properties"]["formula"]
    assert (
        result["message"]["text"]
        .split("\n")[0]
        .endswith("l’écart est de +25\u00a0%.".replace("\u00a0", " "))
    )
    assert (
        "Calcul : " in result["message"]["text"] and "25" in result["properties"]["suggestions"][0]
    )
    assert "fixes" not in result
    roles = [one["message"]["text"] for one in result["relatedLocations"]]
    assert roles == ["« 320 » : valeur de départ", "« 400 euros » : valeur d’arrivée"]


def test_sarif_finds_no_placeholder_or_link_in_words() -> None:
    [one] = sarif([InputFailure("a.txt", "{0} [a](b)", "")])["invocations"][0][
        "toolExecutionNotifications"
    ]
    assert one["message"]["text"] == "{{0}} [a] (b)"


def _fingerprints(name: str, kind: str | Sequence[Outcome]) -> list[str]:
    if name == "gitlab":
        return [one["fingerprint"] for one in gitlab(kind)]
    results = sarif(kind)["results"]
    return [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        + result["ruleId"]
        + result["partialFingerprints"]["primaryLocationLineHash"]
        for result in results
    ]


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_fingerprints_are_unique_and_know_no_line(name: str) -> None:
    everything = _fingerprints(name, "all")
    assert len(set(everything)) == len(everything) == findings("all") + (name == "gitlab")
    later = checked("twice.txt", f"La halle est fermée.\n\n{TWICE}".encode())
    assert _fingerprints(name, later) == _fingerprints(name, "twice")


def test_two_articles_of_one_name_have_fingerprints_and_tests_of_their_own() -> None:
    both = [*outcomes("twice"), *outcomes("twice")]
    assert len(set(_fingerprints("gitlab", both))) == 4
    names = [(case.classname, case.name) for suite in junit(both) for case in suite]
    assert len(set(names)) == len(names)


def test_junit_counts_agree_and_rules_that_hold_are_tests_that_pass() -> None:
    for suite in junit("all"):
        cases = list(suite)
        results = [result for case in cases for result in case.result]
        assert cases and suite.tests == len(cases)
        assert suite.failures == sum(isinstance(one, Failure) for one in results)
        assert suite.errors == sum(isinstance(one, Error) for one in results)
    [suite] = junit("right")
    assert [(case.name, case.result) for case in suite] == [("wrong-percentage", [])]


def test_information_fails_no_test() -> None:
    [result] = outcomes("twice")
    assert isinstance(result, ArticleResult)
    mild = [replace(one, severity=Severity.INFO) for one in result.findings]
    [suite] = junit([replace(result, findings=mild)])
    assert (suite.failures, suite.tests) == (0, 2)
    assert ["31 avril" in str(case.system_out) for case in suite] == [True, True]
    assert gitlab([replace(result, findings=mild)], quiet=True) == []


def test_what_xml_cannot_hold_is_replaced() -> None:
    [(name, error)] = checkstyle("failure")
    assert (name, error["message"]) == ("b\ufffd & <c>.txt", FAILED.fr)
    [suite] = junit([InputFailure("a.txt", "octet \x00 ]]> \ud800 &", "")])
    assert next(iter(suite)).result[0].message == "octet \ufffd ]]> \ufffd &"
