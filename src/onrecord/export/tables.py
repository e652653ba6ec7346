"""Tables: all the tables that can be written, by the name that `onrecord export --rows` takes."""

from typing import Any

from onrecord.export.act_rows import ACTS
from onrecord.export.attribution_rows import ATTRIBUTIONS
from onrecord.export.columns import Table
from onrecord.export.event_rows import EVENTS

TABLES: dict[str, Table[Any]] = {"acts": ACTS, "attributions": ATTRIBUTIONS, "events": EVENTS}
