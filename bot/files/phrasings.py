"""What the matcher learns from, read from the content files, and what is wrong with it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.faq.matching.index import sounds_of
from bot.faq.matching.model import DecisionKind, Example, MatchingContent
from bot.faq.matching.normal import words
from bot.files.findings import Finding, Level
from bot.people.model import Language

_FRONT_MATTER = "---"
_FEWEST = 5
_SENTENCES = {
    "missing": {
        Language.KK: "файл жоқ: тақырыптың сұралу түрлерін кемінде {fewest} жолға жазыңыз",
        Language.RU: "файла нет: запишите не меньше {fewest} способов задать этот вопрос, по одному в строке",
    },
    "few": {
        Language.KK: "сұралу түрі {count}, кемінде {fewest} керек",
        Language.RU: "способов задать вопрос: {count}, нужно не меньше {fewest}",
    },
    "twice": {
        Language.KK: "«{text}» {first}-жолда бар: біреуін өшіріңіз",
        Language.RU: "«{text}» уже есть в строке {first}: удалите одну из них",
    },
    "elsewhere": {
        Language.KK: "«{text}» {topic} тақырыбында да бар ({file}, {first}-жол): біреуінде ғана қалдырыңыз",
        Language.RU: "«{text}» есть и у темы {topic} ({file}, строка {first}): оставьте только у одной",
    },
    "unknown": {
        Language.KK: "{topic} деген тақырып жоқ: файл атын түзетіңіз немесе topics.yaml ішіне қосыңыз",
        Language.RU: "темы {topic} нет: исправьте имя файла или впишите её в topics.yaml",
    },
}


def load_matching_content(locales: Path) -> MatchingContent:
    """
    All ways of asking, the bank of examples and the word lists below a folder of content files.

    A topic counts as soon as it has an answer or a phrasing in either language. Raises ContentError where a
    file cannot be used; `bot check` says more.
    """
    topics = sorted({path.stem for language in Language for path in _files(locales, language)})
    phrasings = {topic: tuple(_ways_of_asking(locales, topic)) for topic in topics}
    catalogued = _catalogued(locales / "faq" / "topics.yaml")
    return MatchingContent(
        phrasings={topic: ways for topic, ways in phrasings.items() if ways},
        sensitive=frozenset(name for name, topic in catalogued.items() if topic.get("sensitive") is True),
        bank=tuple(read_bank(locales / "faq" / "bank.jsonl")),
        samples={language: tuple(_samples(locales, language, topics)) for language in Language},
        words=read_words(locales / "faq" / "words.yaml"),
        groups={name: str(topic["group"]) for name, topic in catalogued.items() if "group" in topic},
        related={name: tuple(map(str, topic.get("related") or ())) for name, topic in catalogued.items()},
    )


def _files(locales: Path, language: Language) -> Iterator[Path]:
    yield from (locales / language / "phrasings").glob("*.txt")
    yield from (locales / language / "faq").glob("*.md")


def _ways_of_asking(locales: Path, topic: str) -> Iterator[str]:
    for language in Language:
        yield from _ways_in(locales, language, topic)


def _ways_in(locales: Path, language: Language, topic: str) -> Iterator[str]:
    yield from front_matter(locales / language / "faq" / f"{topic}.md")
    path = locales / language / "phrasings" / f"{topic}.txt"
    if path.exists():
        yield from (text for _, text in phrasing_lines(path))


def _samples(locales: Path, language: Language, topics: Iterable[str]) -> Iterator[str]:
    """Texts known to be in a language: its phrasings, and the examples of the bank that say so."""
    for topic in topics:
        yield from _ways_in(locales, language, topic)
    yield from (one.text for one in read_bank(locales / "faq" / "bank.jsonl") if one.language is language)


def phrasing_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The phrasings of a file with their line numbers from 1, comments and empty lines left out."""
    for number, line in enumerate(_text(path).splitlines(), start=1):
        text = line.split("#", 1)[0].strip()
        if text:
            yield number, text


def front_matter(path: Path) -> Iterator[str]:
    """Title and question of an answer: two more ways of asking. Nothing where there is no such file."""
    if not path.exists():
        return
    lines = _text(path).splitlines()
    if not lines or lines[0].strip() != _FRONT_MATTER:
        return
    for line in lines[1:]:
        if line.strip() == _FRONT_MATTER:
            return
        name, _, value = line.partition(":")
        if name in {"title", "question"}:
            yield _unquoted(value.strip())


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.split(" #", 1)[0].strip()


def read_bank(path: Path) -> Iterator[Example]:
    """
    The examples of a bank, one JSON object a line.

    Raises ContentError with the line that cannot be used.
    """
    if not path.exists():
        return
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if line.strip():
            yield _example(line, path, number)


def _example(line: str, path: Path, number: int) -> Example:
    try:
        record = json.loads(line)
        expect = DecisionKind(record["expect"])
        known = {language.value: language for language in Language}
        return Example(
            text=str(record["text"]),
            expect=expect,
            gold=tuple(record.get("gold", ())),
            topic=str(record.get("topic", "")),
            language=known.get(str(record.get("lang"))),
            compared=record.get("compared") is not False,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ContentError("bank_line_unusable", file=path.name, line=number) from error


def read_words(path: Path) -> dict[str, tuple[str, ...]]:
    """
    The named word lists; a text is a list with commas.

    Raises ContentError where the file cannot be used.
    """
    if not path.exists():
        return {}
    return {str(name): tuple(_entries(value)) for name, value in _yaml(path).items()}


def _entries(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from map(str, value)
    else:
        yield from (entry.strip() for entry in str(value).split(",") if entry.strip())


def _catalogued(path: Path) -> dict[str, Mapping[str, Any]]:
    """The topics of the catalogue by id; what is no topic is left to `bot check`."""
    topics = _yaml(path).get("topics") if path.exists() else None
    if not isinstance(topics, Mapping):
        return {}
    return {str(name): topic for name, topic in topics.items() if isinstance(topic, Mapping)}


def _yaml(path: Path) -> Mapping[str, Any]:
    import yaml  # noqa: PLC0415 - only the commands that need content pay for it

    try:
        content = yaml.load(_text(path), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise ContentError("yaml_unusable", file=path.name) from error
    if not isinstance(content, dict):
        raise ContentError("yaml_unusable", file=path.name)
    return content


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError("file_unreadable", file=path.name) from error


def check_phrasings(locales: Path, topics: Iterable[str], language: Language) -> list[Finding]:
    """
    What is wrong with the phrasings of these topics, in the editor's language.

    Texts that sound alike are the same.
    """
    wanted = list(topics)
    findings = [finding for topic in wanted for finding in _check_topic(locales, topic, language)]
    findings += _check_collisions(locales, wanted, language)
    present = {path.stem for one in Language for path in (locales / one / "phrasings").glob("*.txt")}
    for topic in sorted(present - set(wanted)):
        paths = (_phrasing_path(locales, one, topic) for one in Language)
        findings += [
            _finding("error", path, None, "unknown", language, topic=topic) for path in paths if path.exists()
        ]
    return findings


def _check_topic(locales: Path, topic: str, language: Language) -> Iterator[Finding]:
    for one in Language:
        path = _phrasing_path(locales, one, topic)
        if not path.exists():
            yield _finding("error", path, None, "missing", language, fewest=_FEWEST)
            continue
        first: dict[tuple[str, ...], int] = {}
        for number, text in phrasing_lines(path):
            line = first.setdefault(sounds_of(words(text)), number)
            if line != number:
                yield _finding("warning", path, number, "twice", language, text=text, first=line)
        if len(first) < _FEWEST:
            level: Level = "warning" if first else "error"
            yield _finding(level, path, None, "few", language, count=len(first), fewest=_FEWEST)


def _check_collisions(locales: Path, topics: Iterable[str], language: Language) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], tuple[str, Path, int]] = {}
    for topic in topics:
        for one in Language:
            path = _phrasing_path(locales, one, topic)
            for number, text in phrasing_lines(path) if path.exists() else ():
                other, file, line = seen.setdefault(sounds_of(words(text)), (topic, path, number))
                if other != topic:
                    where = {"topic": other, "file": _name(file), "first": line}
                    yield _finding("error", path, number, "elsewhere", language, text=text, **where)


def _phrasing_path(locales: Path, language: Language, topic: str) -> Path:
    return locales / language / "phrasings" / f"{topic}.txt"


def _name(path: Path) -> str:
    return "/".join(path.parts[-4:])


def _finding(
    level: Level, path: Path, line: int | None, code: str, language: Language, **values: object
) -> Finding:
    return Finding(level, _name(path), line, _SENTENCES[code][language].format(**values))
