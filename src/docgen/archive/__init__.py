"""What was issued, from which record and template, by whom and why: plain files that prove themselves.

On disk: `ocfl/` (OCFL 1.1, one object a paper, one version an event), `log/YEAR.jsonl` (one line an event,
chained by digests: register, journal and proof), `staging/` (the version being made), `checkpoints/`.
The log line is the commit: what follows it is redone at the next start, what came before is discarded.
"""
