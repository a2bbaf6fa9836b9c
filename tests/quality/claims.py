"""
Whether a sentence says something, and not that it is untrue, unknown or asked.

A pattern names what may not be said; this module tells a claim from its denial. «EPS открыта» and «не бойтесь, EPS уже
открыта» claim, «открыта ли EPS, не подтверждено» and «не верьте словам «EPS открыта»» do not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.people.model import Language

_LETTERS: Final = str.maketrans(
    {"ё": "е", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "—": "–", "−": "–", "“": "«", "”": "»", "„": "«"}
)
_BULLET: Final = re.compile(r"^\s*(?:•|\d+\.)\s+")
_END: Final = re.compile(r"(?<=[.!?…])[»)\"]*\s+")
_PART: Final = re.compile(r"[:;!?]")
_LATER: Final = re.compile(r"[:;]| – ")
_CLAUSE: Final = re.compile(r",| – ")


@dataclass(frozen=True)
class Sentence:
    """A sentence with what stands around it; all in small letters, with one kind of dash and of space."""

    text: str
    following: str = ""
    intro: str = ""  # the line that introduces the list in which it stands
    title: str = ""  # of what it stands in


def normal(text: str) -> str:
    return text.lower().translate(_LETTERS)


def sentences(text: str, title: str = "") -> Iterator[Sentence]:
    """The sentences of a text as people read it, line by line."""
    intro, known = "", normal(title)
    for line in normal(text).split("\n"):
        bullet = _BULLET.match(line)
        if line.strip() and not bullet:
            intro = line if line.rstrip().endswith(":") else ""
        found = _END.split(line[bullet.end() :] if bullet else line)
        for one, following in zip(found, [*found[1:], ""], strict=True):
            if one.strip():
                yield Sentence(one.strip(), following.strip(), intro if bullet else "", known)


@dataclass(frozen=True)
class Denials:
    """How a language denies, asks and reports. Those of `before` and `after` stand next to what they deny."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    asked_before: re.Pattern[str]
    asked_after: re.Pattern[str]
    reported_before: re.Pattern[str]
    reported_after: re.Pattern[str]
    denied: re.Pattern[str]  # what a report is followed or introduced by
    quoted: re.Pattern[str]  # what tells that a quotation is no claim
    corrected: re.Pattern[str]  # the next sentence
    introduced: re.Pattern[str]  # a list of what is not so
    turned: re.Pattern[str]  # from here on the sentence speaks of something else
    negative: re.Pattern[str]  # a claim that is a negation itself


_NEVER: Final = re.compile(r"(?!)")
DENIALS: Final = {
    Language.RU: Denials(
        before=re.compile(r"\b(не|ни|нельзя|никто|никому|никогда|нет|вряд ли)\b(\W+\w+){0,2}\W*$"),
        after=re.compile(r"^\W*(\w+\W+)?(не|нельзя|нет)\b"),
        asked_before=re.compile(
            r"\b(ли|где|когда|какой|какая|какое|какие|каких|какую|каким|сколько|кто|кого|кому|почему|куда|если|пока|чтобы|прежде чем)\b"
        ),
        asked_after=re.compile(r"\bли\b"),
        reported_before=re.compile(r"\b(что|будто|якобы|слух\w*|слов\w*|обеща\w*|говор\w*|пиш\w*)\b"),
        reported_after=_NEVER,
        denied=re.compile(
            r"не подтвержд|неизвест|не извест|неправд|не так\b|не верь|не знач|не гарант|не обеща|не обещан|не рассчит"
            r"|не можем|не может|нельзя|правда ли|верно ли|сведений нет|нет сведений|никто|не сказ|не стоит|не думайте|не надо думать|не найден|если (вам |кто-то )?(говор|пиш|обеща)"
        ),
        quoted=re.compile(
            r"\bне \w+(те|тесь|йте|йтесь)\b|не подтвержд|неправд|не так\b|не знач|никто|пишут|говорят|если|написано|отказ"
        ),
        corrected=re.compile(
            r"^(но |однако )?(это|все это|это все) (–? ?)(не так|неправда|не правда|ложь|не подтвержд)|^верить\?"
        ),
        introduced=re.compile(
            r"не подтвержд|обман|не обеща|\bне (запись|дает|дают)|не верьте|не сможем|неизвестно"
        ),
        turned=re.compile(r", (но|а|однако|зато)\b"),
        negative=re.compile(r"\b(не|нет|ничего|никто|никаких|никакого|нельзя|невозможно)\b"),
    ),
    Language.KK: Denials(
        before=re.compile(r"\b(ешқашан|ешкім|ешқандай|ешбір)\b(\W+\w+){0,2}\W*$"),
        after=re.compile(r"^\W*(емес|жоқ|болмаған|болмады|деуге болмайды)\b"),
        asked_before=re.compile(r"\b(қашан|қайда|қалай|қандай|кім|кімге|неге|қанша|қай|неше|егер)\b"),
        asked_after=re.compile(
            r"\b(ма|ме|ба|бе|па|пе|болса|болмаса|кезде|десе|десеңіз|естісеңіз|айтса|жазса|бар-жоғы|бойынша ғана)\b"
        ),
        reported_before=_NEVER,
        reported_after=re.compile(r"\b(деп|деген\w*|дегені\w*|дейді|дейтін\w*|екен\w*|туралы|сөз\w*)\b|»"),
        denied=re.compile(
            r"расталма|растама|\bрас емес|\bемес\b|сенбе|\bжоқ\b|болмайды|алмайды|алмаймыз|бермей|білмей|белгісіз|ойлама|төлеме"
            r"|үміттенбе|күтпе|сүйенбе|есептеме|шықпа|келіспе|алмаңыз|бармаңыз|табылма"
        ),
        quoted=re.compile(
            r"\w+(ма|ме|ба|бе|па|пе)(ңыз|ңіз)\b|расталма|емес\b|\bжоқ\b|болмайды|алмайды|алмаймыз|бермей|десе\b|деп тұр|деп жүр|жазып жүр"
        ),
        corrected=re.compile(
            r"^(бірақ |алайда )?(бұл|ол|мұның бәрі) (–? ?)(рас емес|олай емес|дұрыс емес|өтірік|шындық емес|расталма)|^сенуге бола ма"
        ),
        introduced=re.compile(r"расталма|алаяқ|емес\W*$|уәде бермей|сенбеңіз|бермейді\W*$|белгісіз"),
        turned=re.compile(r", (бірақ|ал|алайда|дегенмен)\b"),
        negative=re.compile(
            r"\w+([мбп][ае]й|[мбп][ае]с|[мбп][ае]ған|[мбп][ае]ген|[мбп][ае]ды|[мбп][еі]ді)\w*\b|\b(жоқ|емес|ешкім|ештеңе|ешқандай)\b|сыз\b|сіз\b"
        ),
    ),
}


def is_claimed(found: re.Match[str], sentence: Sentence, denials: Denials) -> bool:
    """Whether what was found is said there as true."""
    head, tail = _around(found, denials)
    near_head, near_tail = _CLAUSE.split(head)[-1], _CLAUSE.split(tail, maxsplit=1)[0]
    return not (
        sentence.text.endswith("?")
        or denials.introduced.search(sentence.intro)
        or _is_corrected(found, sentence, denials)
        or denials.asked_before.search(near_head)
        or denials.asked_after.search(found.group() + near_tail)
        or _is_denied(found, near_head, near_tail, denials)
        or (denials.reported_before.search(head) and denials.denied.search(f"{head} {tail}"))
        or (denials.reported_after.search(tail) and denials.denied.search(tail))
        or (_is_quoted(found) and denials.quoted.search(sentence.text))
    )


def _around(found: re.Match[str], denials: Denials) -> tuple[str, str]:
    """What stands before and after in the same part of the sentence."""
    head = _PART.split(found.string[: found.start()])[-1]
    tail = _PART.split(found.string[found.end() :], maxsplit=1)[0]
    return head, denials.turned.split(tail, maxsplit=1)[0]


def _is_corrected(found: re.Match[str], sentence: Sentence, denials: Denials) -> bool:
    later = [*_LATER.split(found.string[found.end() :])[1:], sentence.following]
    return any(denials.corrected.search(part.strip()) for part in later)


def _is_denied(found: re.Match[str], head: str, tail: str, denials: Denials) -> bool:
    if denials.negative.search(found.group()):
        return False
    return bool(denials.before.search(head) or denials.after.search(tail))


def _is_quoted(found: re.Match[str]) -> bool:
    before = found.string[: found.start()]
    return before.count("«") > before.count("»")
