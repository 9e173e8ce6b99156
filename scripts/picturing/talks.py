"""A made-up conversation in each language: nobody ever said any of this."""

from collections.abc import Mapping
from dataclasses import dataclass

_STANDS_AT = {"afterwards": "hopes", "steps": "worries"}


@dataclass(frozen=True)
class MadeUp:
    """What is recorded in the pictures, and where one stands in them."""

    guide: str
    label: str
    title: str
    """What the window is called in the picture: that it is made up."""
    relative: str
    notes: tuple[tuple[str, str, str], ...]
    """(step, voice, text)"""
    stands_at: Mapping[str, str]
    """The step one stands at in each way of holding a conversation."""


MADE_UP = {
    "en": MadeUp(
        "svas-kronoberg",
        "MADE UP, room 12",
        "ConvoGuide – made-up conversation",
        "daughter",
        (
            ("offered", "clinician", "Asked at the clinic in October; wanted her daughter there."),
            ("relatives_present", "clinician", "The daughter takes part."),
            ("importance", "patient", "That I can stay in my own kitchen."),
            ("understanding", "patient", "The heart is worn out. I know it will not mend."),
            ("understanding", "relative", "Mum understands more than she lets on."),
            ("wellbeing", "patient", "Coffee by the window, and the crossword."),
            ("what_matters", "patient", "Seeing the garden come back in spring."),
            ("strength", "patient", "My sister. And the choir, all these years."),
            ("information_needs", "patient", "The broad lines. You can keep the numbers."),
            ("hopes", "patient", "To see my granddaughter married in May."),
            ("worries", "patient", "Not getting my breath at night."),
            ("unwanted_care", "patient", "No ventilator, and no more nights in a corridor."),
            ("spokesperson", "clinician", "Her daughter."),
            ("treatment_limits", "clinician", "No resuscitation; no intensive care."),
        ),
        _STANDS_AT,
    ),
    "sv": MadeUp(
        "svas-kronoberg",
        "PÅHITTAT, rum 12",
        "ConvoGuide – påhittat samtal",
        "dottern",
        (
            ("offered", "clinician", "Tillfrågad på mottagningen i oktober; ville ha dottern med."),
            ("relatives_present", "clinician", "Dottern deltar."),
            ("importance", "patient", "Att jag får bo kvar och ha mitt kök."),
            ("understanding", "patient", "Hjärtat är slut. Jag vet att det inte blir bra igen."),
            ("understanding", "relative", "Mamma förstår mer än hon låtsas om."),
            ("wellbeing", "patient", "Kaffet vid fönstret, och korsordet."),
            ("what_matters", "patient", "Att få se trädgården vakna i vår."),
            ("strength", "patient", "Min syster. Och kören, alla dessa år."),
            ("information_needs", "patient", "De stora dragen. Siffrorna kan ni behålla."),
            ("hopes", "patient", "Att få vara med när barnbarnet gifter sig i maj."),
            ("worries", "patient", "Att inte få luft på natten."),
            ("unwanted_care", "patient", "Ingen respirator, och inga fler nätter i en korridor."),
            ("spokesperson", "clinician", "Dottern."),
            ("treatment_limits", "clinician", "Ingen hjärt-lungräddning; ingen intensivvård."),
        ),
        _STANDS_AT,
    ),
    "nb": MadeUp(
        "forhandssamtale",
        "OPPDIKTET, rom 12",
        "ConvoGuide – oppdiktet samtale",
        "datteren",
        (
            ("offered", "clinician", "Fikk tilbudet på kontroll i oktober; ville ha med datteren."),
            ("who_takes_part", "clinician", "Datteren er med."),
            ("what_matters", "patient", "At jeg får bli boende og ha mitt eget kjøkken."),
            ("illness_thoughts", "patient", "Hjertet er utslitt. Jeg vet det ikke blir bra igjen."),
            ("illness_thoughts", "relative", "Mamma skjønner mer enn hun gir uttrykk for."),
            ("hopes", "patient", "Å være med når barnebarnet gifter seg i mai."),
            ("worries", "patient", "Ikke å få puste om natta."),
            ("information_needs", "patient", "De store linjene. Tallene kan dere beholde."),
            ("hospital_admission", "patient", "Helst ikke inn igjen. Jeg vil være hjemme."),
            ("people_present", "patient", "Søsteren min. Og Kari fra koret."),
            ("unwanted_care", "patient", "Ingen respirator, og ikke flere netter i korridoren."),
            ("spokesperson", "clinician", "Datteren."),
            ("plan_b", "clinician", "Korttidsplass hvis nettene blir for tunge."),
            (
                "treatment_limits",
                "clinician",
                "Ikke hjerte-lunge-redning, ikke intensivbehandling.",
            ),
        ),
        _STANDS_AT,
    ),
    "nn": MadeUp(
        "forhandssamtale",
        "OPPDIKTA, rom 12",
        "ConvoGuide – oppdikta samtale",
        "dottera",
        (
            ("offered", "clinician", "Fekk tilbodet på kontroll i oktober; ville ha med dottera."),
            ("who_takes_part", "clinician", "Dottera er med."),
            ("what_matters", "patient", "At eg får bli buande og ha mitt eige kjøkken."),
            ("illness_thoughts", "patient", "Hjartet er utslite. Eg veit det ikkje blir bra att."),
            ("illness_thoughts", "relative", "Mamma skjønar meir enn ho gir uttrykk for."),
            ("hopes", "patient", "Å vere med når barnebarnet giftar seg i mai."),
            ("worries", "patient", "Ikkje å få puste om natta."),
            ("information_needs", "patient", "Dei store linjene. Tala kan de ha for dykk sjølve."),
            ("hospital_admission", "patient", "Helst ikkje inn att. Eg vil vere heime."),
            ("people_present", "patient", "Syster mi. Og Kari frå koret."),
            ("unwanted_care", "patient", "Ingen respirator, og ikkje fleire netter i korridoren."),
            ("spokesperson", "clinician", "Dottera."),
            ("plan_b", "clinician", "Korttidsplass om nettene blir for tunge."),
            (
                "treatment_limits",
                "clinician",
                "Ikkje hjarte-lunge-redning, ikkje intensivbehandling.",
            ),
        ),
        _STANDS_AT,
    ),
}
