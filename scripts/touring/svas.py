"""A whole SVAS, afterwards, in Swedish. The patient and everyone around him are made up."""

from datetime import date

from touring.hand import Facts, Left, Move, Said, Tick, today_as_typed

GUIDE, LOCALE, LABEL, SYSTEM = "svas-kronoberg", "sv", "PÅHITTAT 3", "Cosmic"

FRAME = Facts("frame", ((LABEL, None, 1, 1, None),))
"""At home, led by a physician."""


def story(today: date) -> dict[str, tuple[Move, ...]]:
    """What is recorded at each step; a step that is not named is passed by."""
    now = today_as_typed(today)
    return {
        "offered": (
            Tick((1,)),
            Said("Fick frågan på mottagningen, ville först prata med dottern."),
        ),
        "capacity": (Tick((1,)), Facts("capacity", ((None, "dr Lindqvist", now),))),
        "relatives_present": (
            Said("Dottern är med, det vill han."),
            Facts("present", ((1, None), (2, "dottern Annika"), (5, "kommunsköterska Ewa"))),
        ),
        "others_present": (Said("Kommunsköterskan, som han känner sedan i våras."),),
        "purpose": (Said("Hellre nu hemma vid bordet än på akuten.", "patient"),),
        "importance": (Said("Att Annika slipper ligga vaken för min skull.", "patient"),),
        "agenda": (Said("Vem tar hunden om jag blir liggande?", "patient"),),
        "understanding": (
            Said("Hjärtat och lungorna är slutkörda. Det vänder inte.", "patient"),
            Said("Pappa vet mer än han säger.", "relative"),
        ),
        "wellbeing": (Said("Kaffet vid fönstret och morgonekot.", "patient"),),
        "what_matters": (Said("Min egen säng. Och hunden på mattan.", "patient"),),
        "information_needs": (Said("Det stora hela. Siffror kan du behålla.", "patient"),),
        "two_perspectives": (Said("Det går bra att se framåt en stund."),),
        "hopes": (Said("Att få vara med på Elins bröllop i maj.", "patient"),),
        "worries": (
            Said("Att vakna mitt i natten och inte få luft.", "patient"),
            Said("Han ringer mig när han inte vågar sova.", "relative"),
        ),
        "prognosis": (
            Said("Blev tyst, ville inte räkna tid i dag."),
            Left("deferred", "+14"),
        ),
        "unwanted_care": (Said("Ingen respirator. Och inga fler nätter på akuten.", "patient"),),
        "critical_abilities": (
            Said("Prata med de mina, tror jag. Resten vet jag inte.", "patient"),
            Left("unsure"),
        ),
        "family": (Said("Har inte talat med sonen sedan arvet.", apart=True), Left("declined")),
        "spokesperson": (Said("Dottern Annika, hon vet hur han tänker."),),
        "family_guide": (Tick((1,)),),
        "summary": (Said("Hemma, lugna nätter och att kunna prata. Så är det, säger han."),),
        "commitment": (
            Said("Vi följer dig hela vägen, också när det blir sämre.", "recommendation"),
        ),
        "plan": (
            Said("Ewa kommer två gånger i veckan, och någon svarar dygnet runt.", "recommendation"),
            Facts(
                "actions",
                (
                    ("Trygghetslarm", "rädd om nätterna", "omsorgen", "+7", None),
                    ("Recept på morfin, fläkt hem", None, "dr Lindqvist", "+2", None),
                ),
            ),
            Facts(
                "contacts",
                (
                    ("Ewa Sand", "kommunsköterska", 2, 1, "070-174 06 11", (1,), (2,)),
                    ("Hemsjukvårdens jour", None, None, None, "08-465 004 11", (2, 3, 4), (2, 3)),
                ),
            ),
        ),
        "treatment_limits": (
            Said("Ingen hjärt-lungräddning. Ingen respirator."),
            Facts(
                "decision",
                (
                    (
                        1,
                        "dr Lindqvist",
                        now,
                        "Svikt i hjärta och lungor, ingen väntad nytta.",
                        "kommunsköterska Ewa Sand",
                        "Vill ha det så.",
                        "Dottern är med på det.",
                    ),
                ),
            ),
        ),
        "symptom_strategy": (
            Said("Morfin i låg dos vid andnöd, fläkt, höjt ryggläge. ESAS varje vecka."),
            Facts(
                "acute",
                (
                    (
                        "Plötslig andnöd",
                        "Sitt upp, fläkt mot ansiktet, ordinerad dos, stanna kvar.",
                        "Hemsjukvårdens jour 08-465 004 11",
                        "Morfin enligt ordination",
                    ),
                ),
            ),
        ),
        "carer_allowance": (Tick((1,)),),
        "sip": (Tick((2,)),),
        "follow_up": (Facts("follow_up", (("+14",),)), Said("Hembesök, prognosen tas upp då.")),
        "consent_share": (
            Facts(
                "consent",
                ((1, 1, now, None, None),),
                (
                    (3, (("hemsjukvården", 2), ("hälsocentralen", 2), ("Annika", 1))),
                    (4, (("sonen", 1),)),
                ),
            ),
        ),
        "teach_back": (Said("Jag ska ringa direkt och inte vänta till morgonen.", "patient"),),
        "team": (Tick((1, 2, 5, 0)),),
        "other": (Said("Hunden Sixten kan vara hos grannen."),),
    }
