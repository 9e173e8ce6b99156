"""Whose word a note is: a wish, a medical decision, what the person believes, or what was told.

Words alone decide here, over whatever a model finds likely, since the difference matters more than
being helpful: a decision must never be proposed as the person's wish, nor a wish as a decision,
nor a guess at the time left as a prognosis that was told. What could be either is called so.

The patterns are matched against folded text (`text.fold`): small letters without marks.
"""

import re
from dataclasses import dataclass
from typing import Literal

from convoguide.understanding.text import fold

Stance = Literal["wish", "asked_for", "decision", "either", "not_the_persons", "open"]
"""About care that is held back. `wish`: the person does not want it. `asked_for`: the person wants
it. `decision`: it is or was decided. `either`: there are signs of both. `not_the_persons`: someone
else's will, or a question. `open`: no sign of either."""

Outlook = Literal["told", "guessed", "either", "open"]
"""About the time left. `told`: someone told it. `guessed`: the person believes or knows it."""

Meeting = Literal["now", "later", "open"]
"""About people. `now`: who sat in. `later`: who should be near at the end."""

_NOT = r"(?:ej|inte|icke|inga|ingen|inget|inkje|ikke|ikkje|aldri|aldrig|noll|null|0)"
_CORE = (
    r"(?:[e0]?-?hlr|hjart\w*[- ]?lung\w*|hjerte?\w*[- ]?lung\w*|hj[ae]rtmassage\w*"
    r"|hj[ae]rte?massasje\w*"
    r"|ater ?uppliv\w*|gjen ?oppliv\w*|gjenoplivning\w*|resuscit\w*|dna?r|iva|ima|intensiv\w*"
    r"|respirator\w*|intub\w*|niv|bipap|ventilator\w*|pustemaskin\w*)"
)
_CARE = (
    rf"(?:{_CORE}|cpap|trak?ch?eo\w*|dialys\w*|antibiotika\w*|ab|dropp\w*|drypp\w*|vatsk\w*"
    rf"|vaske\w*"
    r"|iv|sond\w*|peg|tpn|parenteral\w*|narings\w*|ernarings\w*|transfusion\w*|transfusjon\w*"
    r"|blodtrans\w*|blodoverf\w*|cytostatika\w*|cyto|cellgift\w*|cellegift\w*|kj?emo\w*|stral\w*"
    r"|operation\w*|operasjon\w*|operer\w*|kirurg\w*|pacemaker\w*|icd|defib\w*|maskin\w*|slang\w*"
    r"|livsuppeh\w*|livsforl\w*|livsopp\w*|vasopressor\w*|amput\w*|immunterapi\w*|stikk|stick"
    r"|sjukhus\w*|sykehus\w*|sjukehus\w*|sjh|sjukhusvard|innlegg\w*|inlagg\w*|innleggelse\w*"
    r"|lasarett\w*"
    r"|overflytt\w*|remitter\w*|behandling\w*|beh)"
)
_KIN = (
    r"(?:dott(?:er|ra)\w*|datter\w*|datra|son(?:en|er)?|sonn\w*|make?n|makan?|hustrun?|frun?"
    r"|kon[ae]n?"
    r"|mann(?:en)?|ektefelle\w*|sambo\w*|barn(?:a|en)?|born(?:a)?|unger?|anhoriga?|narstaende\w*"
    r"|parorand\w*|parorend\w*|syster\w*|soster\w*|sost(?:er|ra)|bror(?:en)?|broren|mor|far"
    r"|mamma|pappa"
    r"|familj\w*|famili\w*|svager\w*)"
)
_PERSON = r"(?:pat|pats|patient\w*|pas|pasient\w*|beboer\w*|bebuar\w*|bb|bruker\w*|brukar\w*)"
_PRONOUN = r"(?:han|hon|ho|hun|hen)"
_STAFF = (
    r"(?:dr|doktor\w*|lak|lakar\w*|lakare\w*|lege|legen|legane|ol|overlak\w*|overleg\w*"
    r"|fastleg\w*|fl|tilsynsleg\w*"
    r"|sykehusleg\w*|sjukehusleg\w*|sjukhuslak\w*|anh|bakjour\w*|jourlak\w*|onkolog\w*"
    r"|kirurg(?:en)?"
    r"|kardiolog\w*|nefrolog\w*|lungeleg\w*|lunglak\w*|kreftleg\w*)"
)
_WILL = r"(?:vill|vil|ville|onskar|onsker|onska|onskj\w+|ynskj\w+)"

# --- signs

_FIRST_PERSON = re.compile(r"\b(?:jag|jeg|eg)\b|(?<!av )(?<!: )\b(?:mig|meg|mej)\b(?! ?:)")
_WANTS = re.compile(rf"\b{_WILL}\b")
_REFUSES = re.compile(
    r"\b(?:nej,? (?:till?|tack)|nei,? (?:til|takk)|(?:sager|sier|seier|sagt|tackar|tackat"
    r"|takker|takkar)"
    r"(?: \w+){0,2} (?:nej|nei)|avboj\w*|avslar|avslog|avslatt|avvis\w*|vagra\w*|nekt\w*"
    r"|neka\w*|motsatt\w*"
    r"|motset\w*|fraseier|frabed\w*|avsag\w*|undanb\w*|slipp\w*|slepp\w*|orkar inte|orkar ej"
    r"|orkar ikkje"
    r"|orker ikke|best[ae]mt s[ei]g|bestamde sig|bestemte seg|la vare|la vere|la va|(?:sagt"
    r"|sier|seier|sager) (?:klart |tydel\w+ )?"
    r"(?:i)?fran?)\b"
)
_SAYS = re.compile(
    rf"\b(?:(?:sager|sier|seier|sa|sade|menar|mener|meiner) (?:{_PRONOUN}|{_PERSON})"
    rf"|har (?:{_PRONOUN}|{_PERSON}) sagt"
    rf"|(?:enl|enligt|ifolge|iflg|ifolgje|if) (?:{_PERSON}|{_PRONOUN})"
    r"|(?:egen |eige |eget |hennes |hans |pats )?(?:vilja|vilje|onskan|onskemal|onske|ynske"
    r"|ynsket))\b"
)
_QUOTED = re.compile(r"[\"«»“”„]\s*\w")
_WITHOUT = re.compile(
    rf"\b(?:{_NOT}|nej|nei|avbryt\w*|avbrot|slut\w*|avslut\w*|ferdig|fardig|stopp\w*|droppe"
    rf"|nog|nok)\b"
)
_DECIDED = re.compile(
    r"\b(?:\w*beslut\w*|besl|\w*vedtak\w*|vedtatt\w*|vedtek\w*|avgjor\w*|avgjer\w*|avgjor[dt]\w*"
    r"|best[ae]m(?:t|te|de|mer)(?! s[ei]g)|ordiner\w*|ordination\w*|\w*stallningstag\w*|stalln"
    r"|beh ?avkl\w*"
    r"|\w*avklar\w*|\w*avgrens\w*|\w*begrans\w*|\w*begrens\w*|beh\W{0,2}begr\w*|vardniva"
    r"|behandlingsniva"
    r"|ind[ic][ck]er\w*|indisert|indikation\w*|indikasjon\w*|seponer\w*|konkluder\w*"
    r"|medicinsk\w* bedom\w*"
    r"|medisinsk\w* vurder\w*|rond\w*|visitt\w*|sign|signert\w*|undertecknad\w*|dokumenter\w*"
    r"|kjernejournal"
    r"|journal\w*|jnl|parmen|permen|omprov\w*|revurder\w*|inaktiver\w*|opphev\w*|upphavd\w*"
    r"|inntil videre"
    r"|inntil vidare|tills vidare|gjelder|gjeld|galler|\w*vurder(?:t|at|ing)\w*|bedom\w*|(?:ej"
    r"|inte|ikke|ikkje|ikkje lenger) (?:langre )?"
    rf"aktue\w*|{_STAFF}(?: \w+)? (?:sett|satt|sette|tagit|tar|tek|skrevet"
    rf"|skrive|avslut\w*|strok\w*|stroket)|(?:enl|enligt|ansv\w*|samd\w*) {_STAFF}"
    rf"|{_STAFF} ?:)(?!\w)"
)
_LIMIT_SIGN = re.compile(
    r"(?:\b(?:0|noll|null|minus|ej|inte|ikke|ikkje|inga|ingen|[-–−]) ?[-–−]? ?hlr\b"
    r"|\bhlr ?(?:minus|pluss?|nej|nei|ja|ok|[-–−+:]|0\b)|\br ?[-–−](?=\W|$|/)|\br minus\b"
    r"|\bdna?r\b)"
)
_BARE = re.compile(
    rf"(?:^|[.,;:(/+&]|\b(?:och|og|samt|eller|men)\b)\s*{_NOT} (?:\w+ ){{0,2}}?{_CARE}\b"
)
_NEW_SENTENCE = re.compile(rf"(?:^|[.;])\s*{_NOT} (?:\w+ ){{0,2}}?{_CORE}\b")
_SHALL_NOT = re.compile(rf"\b(?:ska|skall|skal|bor|tas|ges|gis|gjevast)(?: \w+)? {_NOT}\b")
_HELD_BACK = re.compile(
    rf"\b{_NOT} (?:\w+ ){{0,3}}?{_CARE}\b|\b{_CARE}\W+(?:\w+ ){{0,3}}?(?:nej|nei|minus"
    rf"|avslut\w*|ej|inte|ikke"
    r"|ikkje|satts? ut|setts ut|seponer\w*|avbryt\w*)\b"
)
_CORE_CARE = re.compile(rf"\b{_CORE}\b")
_LIMIT_WANTED = re.compile(
    rf"\b(?:{_WILL}|nej (?:till?|tack)|nei (?:til|takk))(?: \w+){{0,3}}? (?:{_NOT} )?hlr\b"
    r"(?! ?(?:minus|[-–−+]))"
)
_UNSURE = re.compile(
    r"\b(?:vet (?:inte|ej)|veit ikkje|vet ikke|osaker\w*|usikker\w*|funder\w*|tvek\w*|tviler|tvilar"
    r"|uavklart|uavklara|ta upp|ta opp|diskuter\w*|droft\w*|lurer pa|lurar pa|undrar|fragar)\b|\?"
)
_KIN_WANTS = re.compile(
    rf"\b{_KIN}(?: (?!{_PRONOUN}\b|{_PERSON}\b|att\b|at\b)\w+)?"
    rf" (?:{_WILL}|ork[ae]r\w*|krav\w*|krev\w*|nekar|nekt\w*|vagra\w*|avboj\w*|motsatt\w*"
    rf"|motset\w*|tackar|takk[ea]r|insist\w*)\b"
)
_STAFF_WANTS = re.compile(
    rf"\b{_STAFF}(?: (?!{_PRONOUN}\b|{_PERSON}\b|att\b|at\b)\w+){{0,2}} {_WILL}\b"
)
_STAFF_ANYWHERE = re.compile(rf"(?<!till )(?<!til )\b{_STAFF}\b")
_ANYONE = re.compile(rf"\b(?:{_PRONOUN}|{_PERSON})\b")

_TOLD = re.compile(
    r"\b(?:inform\w*|info|beratta(?:t|de|r)|fortal\w*|fortel\w*|forklar\w*|sagt|sa|sade"
    r"|besked\w*|beskjed|meddel\w*"
    r"|formidl\w*|orienter\w*|opplyst|opplyste|upplyst|svar\w*|genomg\w*|(?:gikk|gjekk|gatt"
    r"|gick) i?(?:genom|gjennom)"
    r"|delg[ei]t\w*|beskr[ei]v\w*|diskuter\w*|droft\w*|\w*prognos\w*|\w*utsikt\w*|beror[td]\w*"
    r"|antyd\w*|(?:talat|talade|"
    r"snakket?|snakka) om|samtal\w*|(?:fick|fikk|fekk|fatt)(?: \w+){0,2} (?:hora|hore|hoyre"
    r"|vita|vite|veta)"
    r"|lag[td]e? (?:i )?fram|(?:opna|apnet|apen|open) (?:for|om)|(?:tog|tok) (?:upp|opp)"
    r"|a?rl[ei]g|best case|brytpunkt\w*"
    rf"|ga henne|gav|{_STAFF} ?(?:meinte|mente|menade|sier|seier|sager))\b|\b{_STAFF} ?:"
)
_BELIEVES = re.compile(
    r"\b(?:tror|trodde|trur|trudde|gissa\w*|giss[ea]r|gjett\w*|(?:raknar|reknar|regner"
    r"|rekner)(?: \w+)? m(?:ed)?"
    r"|anar|aner|anad?e|misstank\w*|mistenk\w*|antar|antek|utgar|forstar|forstatt|forstod"
    r"|skjonn?\w*|insett"
    r"|inser|innser|innsett|begrip\w*|vet|veit|visste|kjenner|kanner|foler|upplever|oppfatt\w*"
    r"|uppfatt\w*|mener|meiner|menar|klar over|medveten|sjalv|sjolv|selv|fornemm\w*"
    r"|gjengir|gjengjev|atergav|aterger|atergir|gl[eo]ym\w*|glom[mt]\w*|glem\w*|minns|minnes"
    r"|hugsar|husker|ihag"
    r"|tolk(?:ar|er|a|at|et)|benekt\w*|fornek\w*|lest|last)\b"
)
_STAFF_BELIEVES = re.compile(
    rf"\b(?:{_STAFF}(?: \w+)?|jag|jeg|eg) (?:sjalv |selv |sjolv )?(?:tror|trur|bedom\w*"
    rf"|vurder\w*|raknar|reknar"
    rf"|regner|gissar|gjett\w*|mener|meiner|antar|antek|uppskattar"
    rf"|anslar)\b(?! (?:\w+ ){{0,3}}(?:jag|jeg|eg)\b)"
)

_SAT_IN = re.compile(
    r"\b(?:narvarand\w*|nar?v|tilstede|til stede|til stades|deltog|deltar|deltok|deltek"
    r"|satt med|sat med|var med"
    r"|kom med|med (?:i|vid|pa|under|om|hele|heile|hela|idag|i dag|i dag)|med som|tolk\w*"
    r"|telefontolk\w*"
    r"|pa (?:video|skype|lank|tel|tlf|skjerm)|bordet)\b"
)
_AT_THE_END = re.compile(
    r"\b(?:slut\w*|do|doy|dor|dod\w*|sista|siste|dags|vak\w*|vake|hos sig|hos seg|hja seg"
    r"|sang\w*|seng\w*"
    r"|ring\w*|tilkall\w*|kall\w*|terminal\w*|farval|farvel|ensam|alene|aleine|hand\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Bearing:
    """What the words of a note say about whose word it is."""

    stance: Stance
    outlook: Outlook
    meeting: Meeting
    held_back: bool
    """Whether care is named as not given or not wanted, or a limit in its short form."""
    grave: bool
    """Whether the care is such as a limit is decided on: resuscitation, intensive care."""
    wish: bool
    """Whether the person wants or does not want something, whatever it is."""


def bearing_of(text: str) -> Bearing:
    """What the words of a note say; the same for Swedish, bokmål and nynorsk."""
    folded = " ".join(fold(text.replace("\n", ". ")).split())
    others = bool(_KIN_WANTS.search(folded) or _STAFF_WANTS.search(folded))
    signs = (_FIRST_PERSON, _WANTS, _REFUSES, _SAYS, _QUOTED)
    wish = not others and any(sign.search(folded) for sign in signs)
    # A limit in its short form decides nothing where it is what somebody wants: «vill ej HLR».
    short = bool(_LIMIT_SIGN.search(_LIMIT_WANTED.sub(" ", folded)))
    decided = short or bool(_DECIDED.search(folded))
    held_back = bool(_HELD_BACK.search(folded) or _LIMIT_SIGN.search(folded))
    return Bearing(
        stance=_stance(folded, wish=wish, decided=decided, held_back=held_back, others=others),
        outlook=_outlook(folded),
        meeting=_meeting(folded),
        held_back=held_back,
        grave=bool(_CORE_CARE.search(folded)),
        wish=wish,
    )


def _stance(folded: str, *, wish: bool, decided: bool, held_back: bool, others: bool) -> Stance:
    if others:
        return "not_the_persons"
    if not wish:
        return "decision" if decided or (held_back and _is_bare(folded)) else "open"
    if decided or _STAFF_ANYWHERE.search(folded) or _NEW_SENTENCE.search(folded):
        return "either"
    if _UNSURE.search(folded):
        return "not_the_persons"
    refuses = _WITHOUT.search(folded) or _REFUSES.search(folded)
    return "wish" if refuses or not _WANTS.search(folded) else "asked_for"


def _is_bare(folded: str) -> bool:
    """Whether grave care is refused in so many words, without anyone who could be wanting it."""
    named = (_BARE.search(folded) or _SHALL_NOT.search(folded)) and _CORE_CARE.search(folded)
    return bool(named) and not _ANYONE.search(folded)


def _outlook(folded: str) -> Outlook:
    told, believed = bool(_TOLD.search(folded)), bool(_BELIEVES.search(folded))
    if _STAFF_BELIEVES.search(folded):
        return "told" if told else "either"
    if believed:
        return "either" if told else "guessed"
    return "told" if told else "open"


def _meeting(folded: str) -> Meeting:
    if _AT_THE_END.search(folded):
        return "later"
    return "now" if _SAT_IN.search(folded) else "open"
