"""Two whole conversations to look at: everything a document can show is in them. All made up."""

from typing import Any

from convoguide.core.conversation import Conversation
from tests.making import talk


def svas(**parts: Any) -> Conversation:
    """A Swedish talk at home, after months with heart failure. `parts` replace its own."""
    return talk("svas-kronoberg", "sv", **{**_SVAS, **parts})


def forhandssamtale(**parts: Any) -> Conversation:
    """A Norwegian talk at a care home, with a cancer that no longer is treated."""
    return talk("forhandssamtale", "nb", **{**_FORHANDSSAMTALE, **parts})


def _said(text: str, voice: str = "patient", **more: Any) -> dict[str, Any]:
    return {"text": text, "voice": voice, **more}


_SVAS: dict[str, Any] = {
    "label": "rum 12",
    "held_on": "2026-11-20",
    "place": "home",
    "led_by": "physician",
    "present": [
        {"who": "patient"},
        {"who": "relative", "name": "dottern Märta"},
        {"who": "nurse", "name": "Åsa Öberg"},
    ],
    "capacity": {"able": "yes", "assessed_by": "Dr Jönsson", "on": "2026-11-20"},
    "identified": {
        "on": "2026-11-02",
        "would_be_surprised": False,
        "criteria": ["unplanned_care", "weight_loss", "resting"],
    },
    "background": {
        "situation": "Svår hjärtsvikt, tredje vårdtillfället sedan i somras.",
        "background": "83 år, bor med sin hustru i eget hus. Njursvikt sedan fem år.",
        "current": "Vilar större delen av dagen, andfådd vid minsta ansträngning.",
    },
    "entries": {
        "offered": {"notes": ["Erbjöds samtalet på mottagningen i oktober och ville gärna."]},
        "understanding": {
            "notes": [
                _said("Jag vet att hjärtat inte blir bättre. Medicinerna håller igång mig."),
                "God bild av sin sjukdom, vill inte ha siffror.",
            ]
        },
        "wellbeing": {"notes": [_said("En dag när jag orkar sitta ute på verandan.")]},
        "what_matters": {
            "notes": [
                _said("Att få vara hemma hos Greta och höra havet på kvällen."),
                _said("Att slippa ligga och vänta i korridorer."),
                "Viktigt att få behålla hunden så länge det går.",
            ]
        },
        "strength": {"notes": [_said("Kören. Och att Greta finns.")]},
        "information_needs": {
            "notes": [_said("Säg som det är, men inte allt på en gång.")],
        },
        "hopes": {"notes": [_said("Att hinna se barnbarnet ta studenten i juni.")]},
        "worries": {
            "notes": [
                _said("Att inte få luft. Det är det värsta jag kan tänka mig."),
                _said("Pappa är rädd för nätterna, då ringer han mig.", "relative"),
            ]
        },
        "prognosis": {"outcome": "deferred", "again_on": "2026-12-04"},
        "critical_abilities": {"notes": [_said("Att kunna prata och känna igen de mina.")]},
        "unwanted_care": {
            "notes": [_said("Ingen respirator. Och helst inte in till akuten igen.")],
        },
        "family": {
            "notes": [
                "Har talat med hustru och dotter, inte med sonen.",
                {"text": "Konflikt med sonen om huset.", "private": True},
            ]
        },
        "spokesperson": {"notes": ["Dottern Märta, hon vet vad han vill."]},
        "summary": {"notes": ["Vill vara hemma med trygg andning, slippa sjukhus om det går."]},
        "commitment": {"notes": [_said("Vi fortsätter ta hand om dig, hemma.", "recommendation")]},
        "plan": {
            "notes": [
                _said(
                    "Sköterskan kommer två gånger i veckan och ni har ett nummer dygnet runt.",
                    "recommendation",
                )
            ]
        },
        "treatment_limits": {
            "notes": ["Ingen hjärt-lungräddning, ingen respiratorvård."],
            "decided_by": {"role": "physician", "name": "Dr Jönsson"},
            "decided_on": "2026-11-20",
            "grounds": "Långt framskriden hjärtsvikt, ingen förväntad nytta.",
            "consulted": ["sjuksköterska Åsa Öberg"],
            "patient_view": "Delar bedömningen.",
            "relatives_view": "Dottern är med på det.",
            "review_on": "2027-02-20",
        },
        "symptom_strategy": {
            "notes": ["Morfin i låg dos vid andnöd, fläkt, höjd huvudända. Skattas med ESAS-r."],
        },
        "follow_up": {"notes": ["Hembesök av läkaren."]},
        "consent_share": {"notes": ["Hemsjukvård, hälsocentral och ambulans får veta."]},
        "teach_back": {"notes": [_said("Att jag kan ringa, och att jag får stanna hemma.")]},
        "other": {
            "notes": [
                {"text": "Hustrun är trött och sover dåligt.", "theme": "relatives_needs"},
                "Hunden heter Šárka.",
            ]
        },
    },
    "actions": [
        {
            "what": "Trygghetslarm installeras",
            "why": "rädd om nätterna",
            "responsible": "Omsorgen, Lena Ek",
            "due": "2026-12-01",
        },
        {
            "what": "Recept på morfin och fläkt hem",
            "responsible": "Dr Jönsson",
            "due": "2026-11-23",
        },
        {"what": "Vårdsäng levererad", "responsible": "Arbetsterapeuten", "ended": "2026-11-12"},
    ],
    "contacts": [
        {
            "name": "Åsa Öberg",
            "role": "kommunsköterska",
            "role_id": "care_contact",
            "coordinates": True,
            "phone": "070-123 45 67",
            "hours": ["day"],
            "needs": ["relief"],
        },
        {
            "name": "Hemsjukvårdens jourteam",
            "phone": "010-555 01 02",
            "hours": ["evening", "night", "weekend"],
            "needs": ["relief", "planned_death"],
        },
        {"name": "Märta", "role": "dotter", "phone": "+46 70 987 65 43", "needs": ["emergency"]},
    ],
    "acute": [
        {
            "situation": "Plötslig andnöd",
            "do": "Höj ryggen, öppna fönstret, ge ordinerat morfin, stanna kvar",
            "call": "Jourteamet 010-555 01 02",
            "medication": "Morfin 2,5 mg enligt ordination",
        },
        {
            "situation": "Svullna ben och snabb viktuppgång",
            "do": "Väg, ring samma dag",
            "call": "Åsa Öberg",
        },
    ],
    "palliative_plan": {
        "where_in_illness": "Sent skede, inriktning på lindring.",
        "held_by": ["Pärmen hemma", "Hemsjukvården", "Hälsocentralen"],
        "updated": "2026-11-20",
    },
    "admission": {"arranged": "Direkt till avdelning 4, via jourteamet, inte akuten."},
    "consent": {
        "to_plan": True,
        "given_by": "patient",
        "on": "2026-11-20",
        "share_with": ["hemsjukvården", "hälsocentralen", {"who": "Märta", "kind": "relative"}],
        "not_with": [{"who": "sonen", "kind": "relative"}],
    },
    "attachments": ["esas_r", "as_needed_medication"],
    "review": {"on": "2027-02-20", "every": "P3M", "when": "vid inläggning eller försämring"},
    "letter": [
        {"step": "what_matters", "text": "Du vill vara hemma hos Greta och höra havet."},
        {"step": "plan", "text": "Märta och Greta har numret till jourteamet, dag som natt."},
    ],
    "follow_up": "2026-12-04",
}

_FORHANDSSAMTALE: dict[str, Any] = {
    "label": "rom 7",
    "held_on": "2026-10-06",
    "place": "care_home",
    "led_by": "nurse",
    "present": [
        {"who": "patient"},
        {"who": "relative", "name": "sønnen Pål"},
        {"who": "physician", "name": "tilsynslege Sæther"},
    ],
    "capacity": {"able": "partly", "assessed_by": "tilsynslege Sæther", "on": "2026-10-06"},
    "identified": {"on": "2026-09-28", "criteria": ["declining", "symptoms"]},
    "background": {
        "situation": "Kreft i bukspyttkjertelen, behandlingen er avsluttet.",
        "background": "79 år, enke, flyttet inn i august. Lett kognitiv svikt.",
        "current": "Sengeliggende om ettermiddagen, spiser lite, smerter om natten.",
    },
    "entries": {
        "offered": {"notes": ["Tilbudt ved innkomst, ønsket å ha sønnen med."]},
        "what_matters": {
            "notes": [
                _said("At jeg får se fjorden fra senga, og at katten kommer på besøk."),
                _said("Å bli stelt av folk jeg kjenner."),
            ]
        },
        "illness_thoughts": {
            "notes": [
                _said("Jeg vet hvor dette bærer. Jeg er ikke redd for å dø."),
                "Forstår at behandlingen er slutt.",
            ]
        },
        "hopes": {"notes": [_said("Å rekke jul med oldebarna.")]},
        "worries": {
            "notes": [
                _said("At det skal gjøre vondt og at ingen hører meg om natten."),
                _said("Mor har alltid vært redd for å være til bry.", "relative"),
            ]
        },
        "information_needs": {"notes": [_said("Si det til Pål også, så slipper jeg å forklare.")]},
        "prognosis": {"notes": ["Snakket om uker til få måneder. Tok det rolig."]},
        "acutely_ill_wishes": {"notes": [_said("Bli her, med god lindring.")]},
        "hospital_admission": {
            "notes": [
                _said("Ikke på sykehus, bare hvis jeg brekker noe."),
                _said("Hun ville aldri ha villet ligge på en stor avdeling.", "presumed"),
            ]
        },
        "end_of_life_priorities": {"notes": [_said("Salmesang og åpent vindu.")]},
        "live_long": {"outcome": "declined"},
        "people_present": {"notes": [_said("Pål, og søster Ågot hvis hun orker reisen.")]},
        "unwanted_care": {"notes": [_said("Ingen sonde og ikke flere prøver.")]},
        "spokesperson": {"notes": ["Sønnen Pål er nærmeste pårørende."]},
        "relatives_needs": {
            "notes": [
                "Pål kan være her om natten to ganger i uka, trenger avlastning ellers.",
                {"text": "Pål er selv sykmeldt.", "private": True},
            ]
        },
        "plan_b": {"notes": ["Forsterket bemanning før noen flytting vurderes."]},
        "summary": {"notes": ["Vil bli på sykehjemmet, lindring først, Pål ringes når som helst."]},
        "treatment_limits": {
            "notes": ["Ikke hjerte-lunge-redning. Ikke innleggelse ved lungebetennelse."],
        },
        "symptom_strategy": {"notes": ["Smerteplaster, behovsmedisin subkutant, ESAS-r ukentlig."]},
        "plan": {
            "notes": [_said("Vi lager en palliativ plan sammen denne uka.", "recommendation")]
        },
        "contacts": {"notes": ["Nattevakten har direktenummer på tavla."]},
        "consent_share": {"notes": ["Fastlege og legevakt kan få planen."]},
        "follow_up": {"notes": ["Ny samtale når datteren fra Tromsø er hjemme."]},
    },
    "actions": [
        {
            "what": "Bestille trykkavlastende madrass",
            "why": "begynnende trykksår",
            "responsible": "Primærkontakt Bjørg",
            "due": "2026-10-09",
        },
        {"what": "Musikkterapeut spør om salmer", "responsible": "Frivillig, Åse", "due": None},
        {"what": "Tannlege", "responsible": "Avdelingen", "ended": "2026-09-30"},
    ],
    "contacts": [
        {
            "name": "Bjørg Nygård",
            "role": "primærkontakt",
            "role_id": "coordinator",
            "coordinates": True,
            "phone": "912 34 567",
            "hours": ["day"],
            "needs": ["relief"],
        },
        {"name": "Vakttelefonen, 2. etasje", "phone": "70 12 34 56", "hours": ["evening", "night"]},
        {"name": "Pål", "role": "sønn", "hours": ["weekend"], "needs": ["emergency"]},
        {
            "name": "Tilsynslege Sæther",
            "role_id": "responsible_physician",
            "phone": "70 98 76 54",
            "needs": ["planned_death"],
            "for": "dødsfall som er ventet",
        },
    ],
    "acute": [
        {
            "situation": "Gjennombruddssmerter",
            "do": "Behovsmedisin, ny vurdering etter 20 minutter",
            "call": "Vakttelefonen",
            "medication": "Morfin s.c. etter legens forordning, i det palliative skrinet",
        },
        {"situation": "Uro og angst", "do": "Sitt hos henne, demp lyset", "call": "Pål"},
    ],
    "palliative_plan": {
        "where_in_illness": "Sen fase, livsforlengende behandling er avsluttet.",
        "held_by": ["Sykehjemmet", "Legevakten"],
        "updated": "2026-10-07",
        "replaces": "plan fra 12.08.2026",
    },
    "admission": {
        "arranged": "Bare ved brudd, avtales med tilsynslegen.",
        "open_contact": "Lindrende enhet, åpen retur til 01.01.2027",
    },
    "consent": {
        "to_plan": True,
        "given_by": "patient",
        "on": "2026-10-06",
        "share_with": ["fastlegen", "legevakten"],
    },
    "attachments": ["treatment_plan", "pain_chart", "as_needed_medication"],
    "review": {"every": "P1M", "when": "ved innleggelse eller forverring"},
    "letter": [{"step": "what_matters", "text": "Du vil se fjorden fra senga."}],
    "follow_up": "2026-11-03",
}
