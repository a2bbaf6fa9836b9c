"""Whether the matcher can learn from the content files: the bank of examples and the word lists."""

from bot.errors import ContentError
from bot.faq.matching.index import Index
from bot.faq.matching.matcher import Matcher
from bot.files.findings import Inspection
from bot.files.marked import parse_yaml
from bot.files.phrasings import load_matching_content


def check_learning(inspection: Inspection) -> None:
    """Report what would keep the matcher from being built. The files must be readable."""
    words = inspection.sheet(inspection.locales / "faq" / "words.yaml")
    if words.path.exists():
        parse_yaml(words.path.read_text(encoding="utf-8-sig"), words)
    if words.has_errors:
        return
    try:
        Matcher(load_matching_content(inspection.locales), Index.build([]))
    except ContentError as error:
        report(error, inspection)


def report(error: ContentError, inspection: Inspection) -> None:
    """Tell an editor about an error that was met while the content was put together."""
    faq = inspection.locales / "faq"
    facts = error.facts
    match error.code:
        case "bank_line_unusable":
            inspection.sheet(faq / "bank.jsonl").error(_line(facts), "bank_line")
        case "yaml_unusable":
            inspection.sheet(faq / str(facts["file"])).error(1, "yaml_other")
        case "empty_pattern":
            inspection.sheet(faq / "words.yaml").error(None, "pattern_empty", pattern=facts["line"])
        case "unknown_word_list":
            inspection.sheet(faq / "words.yaml").error(None, "word_list_unknown", list=facts["name"])
        case _:
            inspection.sheet(inspection.locales).error(None, "unusable", reason=error.code)


def _line(facts: dict[str, object]) -> int | None:
    line = facts.get("line")
    return line if isinstance(line, int) else None
