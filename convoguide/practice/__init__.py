"""Rehearsals: the case, the patient who answers, the coach and the debrief."""
