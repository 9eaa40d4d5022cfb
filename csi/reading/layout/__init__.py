"""From rows to Cells: where the header stands, which rows are respondents, what is furniture."""
