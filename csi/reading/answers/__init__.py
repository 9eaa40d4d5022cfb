"""From Cells to a Survey: labels, scales, codes and numbers."""
