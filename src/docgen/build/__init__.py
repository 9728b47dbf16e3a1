"""Records times kinds to jobs, jobs to papers, papers to the output folder."""
