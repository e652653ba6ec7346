"""Export: readings in the forms that others use."""
