"""From text or a sheet to a Model, and where a model is looked for."""
