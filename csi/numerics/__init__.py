"""Arrays in, arrays out: no column names, no files, no text. The batch of replicates is always the last axis."""
