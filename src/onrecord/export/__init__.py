"""Export: what is on record in the forms that others use: tables, linked data, entities, events."""
