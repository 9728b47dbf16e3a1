"""What papers print that nobody types: an open folder, one family of facts a file."""

from collections.abc import Mapping
from types import MappingProxyType

from docgen.campaign.discovery import import_all
from docgen.campaign.fact import Fact, Scope, registered

import_all(__name__, __path__)

FACTS: Mapping[Scope, Mapping[str, Fact]] = MappingProxyType(
    {"branch": registered("branch"), "committee": registered("committee")}
)
