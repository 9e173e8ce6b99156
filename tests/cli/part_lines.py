"""Lines that set each structured part, and what the conversation's file holds then."""

from typing import Any

EARLIER = "019bbca0-9840-7b06-ae1d-213dc71232fd"
LIMITS = ".g treatment_limits"
CONTACT = (
    ".f contact Anna; phone=070 12; hours=night,weekend; needs=relief; coordinates=yes; "
    "role_id=coordinator; role=SSK; for=smärta"
)
PALLIATIVE = (
    ".f palliative_plan where_in_illness=sent; updated=2026-11-20; replaces=x; "
    "signed_by=Dr; signed_on=2026-11-20"
)

SET: list[tuple[str, dict[str, Any]]] = [
    (".f label rum 12", {"label": "rum 12"}),
    (".f held_on 2026-11-02", {"held_on": "2026-11-02"}),
    (".f held_on 2.11.2026", {"held_on": "2026-11-02"}),
    (".f started 9:05", {"started": "2026-11-20T09:05:00+01:00"}),
    (".f ended 2026-11-20T14:00:00+01:00", {"ended": "2026-11-20T14:00:00+01:00"}),
    (".f ended 21.11.2026 00:30", {"ended": "2026-11-21T00:30:00+01:00"}),
    (".f ended 2026-11-20 14:00", {"ended": "2026-11-20T14:00:00+01:00"}),
    (".f place home", {"place": "home"}),
    (".f place care_home", {"place": "care_home"}),
    (".f led_by physician", {"led_by": "physician"}),
    (".f led_by Assistant Nurse", {"led_by": "assistant_nurse"}),
    (".f present relative dottern", {"present": [{"who": "relative", "name": "dottern"}]}),
    (
        ".f present patient, nurse Eva, relative Anna, dotter",
        {
            "present": [
                {"who": "patient"},
                {"who": "nurse", "name": "Eva"},
                {"who": "relative", "name": "Anna, dotter"},
            ]
        },
    ),
    (
        ".f capacity partly; assessed_by=Dr Lind; on=2026-11-02",
        {"capacity": {"able": "partly", "assessed_by": "Dr Lind", "on": "2026-11-02"}},
    ),
    (".f language nn", {"language": "nn"}),
    (f".f previous {EARLIER}", {"previous": EARLIER}),
    (
        ".f identified would_be_surprised=no; on=2026-11-02",
        {"identified": {"would_be_surprised": False, "on": "2026-11-02"}},
    ),
    (
        ".f criteria weight_loss, unplanned_care",
        {"identified": {"criteria": ["weight_loss", "unplanned_care"]}},
    ),
    (
        ".f background situation=Sämre; orkar inte; current=Vilar",
        {"background": {"situation": "Sämre; orkar inte", "current": "Vilar"}},
    ),
    (
        ".f action Ring dottern; hon vill veta; responsible=SSK Eva; due=2026-12-01; why=oro",
        {
            "actions": [
                {
                    "what": "Ring dottern; hon vill veta",
                    "responsible": "SSK Eva",
                    "due": "2026-12-01",
                    "why": "oro",
                }
            ]
        },
    ),
    (
        CONTACT,
        {
            "contacts": [
                {
                    "name": "Anna",
                    "phone": "070 12",
                    "hours": ["night", "weekend"],
                    "needs": ["relief"],
                    "coordinates": True,
                    "role_id": "coordinator",
                    "role": "SSK",
                    "for": "smärta",
                }
            ]
        },
    ),
    (
        ".f acute Kramper; do=lägg på sidan; call=1177; medication=Midazolam",
        {
            "acute": [
                {
                    "situation": "Kramper",
                    "do": "lägg på sidan",
                    "call": "1177",
                    "medication": "Midazolam",
                }
            ]
        },
    ),
    (
        ".f admission direkt till avdelning 4; open_contact=till våren",
        {"admission": {"arranged": "direkt till avdelning 4", "open_contact": "till våren"}},
    ),
    (".f attachments esas_r, pain_chart", {"attachments": ["esas_r", "pain_chart"]}),
    (
        ".f review +90; every=p3m; when=vid försämring",
        {"review": {"on": "2027-02-18", "every": "P3M", "when": "vid försämring"}},
    ),
    (".f follow_up 2026-12-04", {"follow_up": "2026-12-04"}),
    (
        PALLIATIVE,
        {
            "palliative_plan": {
                "where_in_illness": "sent",
                "updated": "2026-11-20",
                "replaces": "x",
                "signed_by": "Dr",
                "signed_on": "2026-11-20",
            }
        },
    ),
    (".f held_by hemmet, köket", {"palliative_plan": {"held_by": ["hemmet, köket"]}}),
    (".f consent to_plan yes", {"consent": {"to_plan": True}}),
    (
        ".f consent to_plan=no; given_by=representative; on=2026-11-20",
        {"consent": {"to_plan": False, "given_by": "representative", "on": "2026-11-20"}},
    ),
    (".f share_with hemsjukvården", {"consent": {"share_with": [{"who": "hemsjukvården"}]}}),
    (
        ".f not_with relative sonen",
        {"consent": {"not_with": [{"kind": "relative", "who": "sonen"}]}},
    ),
    (
        ".f letter what_matters Du vill vara hemma",
        {"letter": [{"step": "what_matters", "text": "Du vill vara hemma"}]},
    ),
    (".f letter 16 Våren", {"letter": [{"step": "hopes", "text": "Våren"}]}),
    (".f documented Cosmic", {"documented": {"where": "Cosmic", "on": "2026-11-20"}}),
    (
        ".f documented Cosmic; on=2026-11-19",
        {"documented": {"where": "Cosmic", "on": "2026-11-19"}},
    ),
]

SET_AT_LIMITS: list[tuple[str, dict[str, Any]]] = [
    (".f decided_by physician Eva Lind", {"decided_by": {"role": "physician", "name": "Eva Lind"}}),
    (".f decided_by nurse", {"decided_by": {"role": "nurse"}}),
    (".f decided_on 2026-11-20", {"decided_on": "2026-11-20"}),
    (".f grounds Svårt sjuk; orkar inte", {"grounds": "Svårt sjuk; orkar inte"}),
    (".f consulted Dr Ek, kirurgen", {"consulted": ["Dr Ek, kirurgen"]}),
    (".f patient_view Vill det", {"patient_view": "Vill det"}),
    (".f relatives_view Vill det", {"relatives_view": "Vill det"}),
    (".f review_on +7", {"review_on": "2026-11-27"}),
]
