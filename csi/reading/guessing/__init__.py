"""What the columns of an unknown survey are, and the model they suggest."""
