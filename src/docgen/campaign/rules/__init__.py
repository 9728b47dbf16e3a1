"""What the records owe: an open folder, one requirement a file.

R codes are the guidance's requirements, X codes references and sums between fields and files.
"""

from docgen.campaign.discovery import import_all
from docgen.campaign.rule import registered_pages, registered_rules

import_all(__name__, __path__)

RULES = registered_rules()
PAGES = registered_pages()
