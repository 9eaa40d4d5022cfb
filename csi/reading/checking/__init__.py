"""What `csi check` shows: every column, every label, every latent, every odd cell, and what each indicator is good for."""
