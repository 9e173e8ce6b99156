"""The published methods that the criteria stand on, each once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A method by its name and the paper that describes it."""

    method: str
    reference: str
    doi: str = ""


NURSE = Source(
    "NURSE, Ask-Tell-Ask",
    "Back AL, Arnold RM, Baile WF, Tulsky JA, Fryer-Edwards K. CA Cancer J Clin 2005;55:164-177",
    "10.3322/canjclin.55.3.164",
)
SPIKES = Source(
    "SPIKES",
    "Baile WF, Buckman R, Lenzi R, et al. Oncologist 2000;5:302-311",
    "10.1634/theoncologist.5-4-302",
)
SICG = Source(
    "Serious Illness Conversation Guide (Ariadne Labs)",
    "Bernacki RE, Block SD. JAMA Intern Med 2014;174:1994-2003",
    "10.1001/jamainternmed.2014.5271",
)
CALGARY = Source(
    "Calgary-Cambridge guides",
    "Kurtz S, Silverman J, Benson J, Draper J. Acad Med 2003;78:802-809",
    "10.1097/00001888-200308000-00011",
)
VR_CODES = Source(
    "VR-CoDES",
    "Zimmermann C, Del Piccolo L, Bensing J, et al. Patient Educ Couns 2011;82:141-148",
    "10.1016/j.pec.2010.03.017",
)
SILENCE = Source(
    "Compassionate silence",
    "Back AL, Bauer-Wu SM, Rushton CH, Halifax J. J Palliat Med 2009;12:1113-1117",
    "10.1089/jpm.2009.0175",
)
KEY_SKILLS = Source(
    "Key communication skills (blocking, leading questions, premature advice)",
    "Maguire P, Pitceathly C. BMJ 2002;325:697-700",
    "10.1136/bmj.325.7366.697",
)
JARGON = Source(
    "Unexplained jargon",
    "Deuster L, Christopher S, Donovan J, Farrell M. J Gen Intern Med 2008",
    "10.1007/s11606-008-0729-3",
)
WISH = Source(
    "Wish statements",
    "Quill TE, Arnold RM, Platt F. Ann Intern Med 2001;135:551-555",
    "10.7326/0003-4819-135-7-200110020-00022",
)
HOPE_AND_PREPARE = Source(
    "Hope for the best, prepare for the worst",
    "Back AL, Arnold RM, Quill TE. Ann Intern Med 2003;138:439-443",
    "10.7326/0003-4819-138-5-200303040-00028",
)
NONABANDONMENT = Source(
    "Nonabandonment",
    "Quill TE, Cassel CK. Ann Intern Med 1995;122:368-374",
    "10.7326/0003-4819-122-5-199503010-00008",
)
TEACH_BACK = Source(
    "Teach-back",
    "Schillinger D, Piette J, Grumbach K, et al. Arch Intern Med 2003;163:83-90",
    "10.1001/archinte.163.1.83",
)
