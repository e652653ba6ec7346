"""Files, pages, lines and texts to reports: all input and output of the way in is here."""

from onrecord.ingest.drafts import report_from_text
from onrecord.ingest.normalise import normalise_line, normalise_text
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.readings import read_readings
from onrecord.ingest.sources import read_inputs

__all__ = ["IngestOptions", "normalise_line", "normalise_text", "read_inputs", "read_readings", "report_from_text"]
