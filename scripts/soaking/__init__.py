"""Long runs of rehearsals that nobody reads, to find the one turn that goes wrong."""
