"""What is still to be done: an open folder, one source of tasks a file."""

from docgen.campaign.discovery import import_all
from docgen.campaign.task import registered_sources

import_all(__name__, __path__)

SOURCES = registered_sources()
