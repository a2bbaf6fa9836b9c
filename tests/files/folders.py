"""A small, faultless folder of content files on disk, for tests that then spoil one thing in it."""

from pathlib import Path

from bot.files.findings import Finding
from bot.people.model import Language

FACTS = """\
F002:
  note: length of one visa-free visit
  values: {days: 30}
  as_of: 2026-09
  valid: {from: 2014-11-29}
  confirmed: {date: 2026-11-01, by: editor}
  review_every: 6 months
  confidence: official
  show: value
  sources:
    - {title: "СІМ / МИД", url: "https://gov.kz/a", date: 2014-11-29, public: true}
F081:
  note: special programme
  values: {start: 2025-12-01, end: 2026-02-28}
  as_of: 2026-01-30
  valid: {to: 2026-02-28}
  confirmed: {date: 2026-11-01, by: editor}
  review_every: 1 month
  confidence: press
  show: value
  sources:
    - {title: "Kazinform", url: "https://kaz.inform.kz/x", date: 2026-01-30, public: true}
  doubt:
    kk: Жаңасы жарияланғаны расталмаған.
    ru: Объявлена ли новая, не подтверждено.
F009:
  note: extension
  values: {}
  as_of: 2025
  confirmed: {date: 2026-11-01, by: editor}
  review_every: 6 months
  confidence: weak
  show: words
  sources:
    - {title: "Agent", url: "https://agent.example", date: 2025, public: false}
"""
TOPICS = """\
groups:
  - {id: visa_free, kk: "Визасыз", ru: "Без визы"}
topics:
  visa_free.days:
    group: visa_free
    status: answer
    facts: [F002, F009]
    sensitive: false
    urgent: false
    related: [visa_free.leaving]
  visa_free.leaving:
    group: visa_free
    status: caution
    facts: [F081]
    sensitive: true
    urgent: false
    related: [visa_free.days]
"""
FRONT = """\
---
title: {title}
question: {title}?
revision: 1
approved: {{by: "Министр", date: 2026-11-20, document: "№ 7"}}
---
"""
DAYS = FRONT + "**{{F002.days}} {word}.**\n\n- [сайт](https://gov.kz)\n"
PHRASINGS = {
    (
        "kk",
        "visa_free.days",
    ): "неше тәулік\nқанша уақыт жүруге рұқсат\nвизасыз мерзім\nотыз тәулік пе\nұзақтығы қандай\n",
    (
        "kk",
        "visa_free.leaving",
    ): "қашан кетемін\nшығу науқаны\nелге оралу\nайыппұлсыз шығу\nбағдарлама бітті ме\n",
    (
        "ru",
        "visa_free.days",
    ): "как долго можно гостить\nсрок без оформления\nсуток без паспорта\nдлина визита\nна какой период\n",
    (
        "ru",
        "visa_free.leaving",
    ): "когда уезжать\nкампания выезда\nвернуться домой\nвыехать без штрафа\nамнистия кончилась\n",
}
LEAVING = FRONT + "{{F081.end:dative}} {word}.\n\n## ended\nБітті / закончилась: {{F081.end}}.\n"


def write_folder(root: Path) -> Path:
    """The folder of content files below `root`."""
    locales = root / "locales"
    _write(locales / "faq" / "facts.yaml", FACTS)
    _write(locales / "faq" / "topics.yaml", TOPICS)
    for code, title, word in (("kk", "Неше күн", "күн"), ("ru", "Сколько дней", "дней")):
        _write(locales / code / "faq" / "visa_free.days.md", DAYS.format(title=title, word=word))
        leaving = LEAVING.format(title=f"{title} 2", word=word)
        _write(locales / code / "faq" / "visa_free.leaving.md", leaving)
    for (code, topic), lines in PHRASINGS.items():
        _write(locales / code / "phrasings" / f"{topic}.txt", lines)
    return locales


def change(file: Path, old: str, new: str) -> None:
    """Spoil one thing, exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.level == "error"]


def answer_file(locales: Path, language: Language = Language.RU, topic: str = "visa_free.days") -> Path:
    return locales / language / "faq" / f"{topic}.md"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
