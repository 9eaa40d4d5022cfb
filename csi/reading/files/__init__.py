"""From bytes to rows: what a file is, whether it is safe to open, and its raw grid."""
