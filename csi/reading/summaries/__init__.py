"""Tables that stand in place of respondents: counts of answers, and correlations with means and deviations."""
