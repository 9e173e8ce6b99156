"""A whole forhåndssamtale, step by step, in Norwegian. The patient and the rest are made up."""

from datetime import date

from touring.hand import Facts, Left, Move, Said, Tick, today_as_typed

GUIDE, LOCALE, LABEL, SYSTEM = "forhandssamtale", "nb", "OPPDIKTET 2", "Profil"

FRAME = Facts("frame", ((LABEL, None, 1, 2, None),))
"""At home, led by a nurse."""


def story(today: date) -> dict[str, tuple[Move, ...]]:
    """What is recorded at each step; a step that is not named is passed by."""
    now = today_as_typed(today)
    return {
        "offered": (Tick((1,)), Said("Spurt av hjemmesykepleien i forrige uke.")),
        "capacity": (Tick((1,)),),
        "who_takes_part": (
            Said("Ektemannen skal være med, barna får høre om det etterpå.", "patient"),
            Facts("present", ((1, None), (2, "ektemannen Rolf"))),
        ),
        "right_time": (
            Said("To innleggelser siden påske, spør selv hvordan det skal gå."),
            Facts("background", (("Lungefibrose, oksygen døgnet rundt.", None, None),)),
        ),
        "what_matters": (
            Said("Å sitte i stua og se hvem som går forbi.", "patient"),
            Said("At Rolf får sove.", "patient"),
        ),
        "permission": (Said("Ja, spør du.", "patient"),),
        "illness_thoughts": (Said("Lungene stivner. Det er ikke noe å få gjort med.", "patient"),),
        "hopes": (Said("Å få en sommer til på hytta, om så bare en dag.", "patient"),),
        "worries": (
            Said("At jeg kveles og at ingen kommer.", "patient"),
            Said("Jeg er redd for å gjøre noe galt med medisinen.", "relative"),
        ),
        "information_needs": (Said("Si det rett ut, og si det til Rolf også.", "patient"),),
        "prognosis": (Said("Vil ta det med legen på neste visitt."), Left("deferred", "+10")),
        "acutely_ill_wishes": (Said("Lindring først, og noen som holder meg i handa.", "patient"),),
        "hospital_admission": (
            Said("Bare om det er noe som går over, som en infeksjon.", "patient"),
            Facts("admission", (("Direkte til lungeposten etter avtale på telefon.", None),)),
        ),
        "end_of_life_priorities": (Said("Vinduet åpent og radioen på.", "patient"),),
        "live_long": (Left("declined"),),
        "people_present": (Said("Rolf, og Marit hvis hun rekker fram fra Bodø.", "patient"),),
        "people_to_talk_to": (Said("Tenker på diakonen, vil vente."), Left("unsure")),
        "unwanted_care": (Said("Ingen respirator og ikke intensiv.", "patient"),),
        "spokesperson": (Said("Ektemannen Rolf er nærmeste pårørende."),),
        "relatives_needs": (Tick((1, 3)), Said("Trenger noen hos henne torsdager.")),
        "carer_allowance": (Left("nothing_to_add"),),
        "home_time": (Said("Vil være hjemme så lenge Rolf orker nettene."),),
        "plan_b": (
            Said("Korttidsplass ved Fjordgløtt om nettene blir utrygge.", "recommendation"),
        ),
        "summary": (Said("Hjemme, luft og ro, Rolf skal få sove. Hun nikker: det stemmer."),),
        "treatment_limits": (Said("Ønsker ikke gjenoppliving. Tas med fastlegen denne uka."),),
        "symptom_strategy": (
            Said("Behovsmedisin er bestilt hos fastlegen, vifte og oksygen på plass."),
            Facts(
                "acute",
                (("Tung pust", "Sett henne opp, vifte, ro, ring.", "Hjemmesykepleien", None),),
            ),
        ),
        "plan": (
            Said("Vi skriver planen sammen, og den ligger hjemme hos dere.", "recommendation"),
            Facts(
                "actions",
                (
                    ("Behovsmedisin og skrin hjem", "tung pust", "fastlegen", "+3", None),
                    ("Opplæring av Rolf", "trygg med medisin", "hjemmesykepleien", "+5", None),
                    ("Besøk torsdager", "avlastning", "frivilligsentralen", None, None),
                ),
            ),
            Facts("review", (("+90", "3 mnd", "ved innleggelse"),)),
            Facts("attachments", (((2, 5),),)),
        ),
        "contacts": (
            Facts(
                "contacts",
                (
                    ("Turid Moe", "kreftkoordinator", 4, 1, "00 00 02 12", (1,), (2,)),
                    ("Hjemmesykepleien", None, None, None, "00 00 02 13", (1, 2, 3, 4), (2,)),
                    ("Legevakt", None, None, None, "116117", (2, 3, 4), (2,)),
                ),
            ),
        ),
        "consent_share": (
            Facts(
                "consent",
                ((1, 1, now, None),),
                ((3, (("fastlegen", 2), ("legevakt", 2))),),
            ),
        ),
        "may_change": (Said("Hun kan ombestemme seg når som helst, det vet hun."),),
        "follow_up": (Facts("follow_up", (("+30",),)),),
        "team": (Tick((1, 2, 4, 6)),),
    }
