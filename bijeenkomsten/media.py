"""The photos of the meetings, and who may see one that is not public."""

from typing import Any

from alliantie.kern.media import registreer_fotos
from bijeenkomsten import regels
from bijeenkomsten.models import Bijeenkomstfoto


def _mag_bekijken(gebruiker: Any, foto: Bijeenkomstfoto) -> bool:
    return regels.mag(gebruiker, "bekijken", foto.bijeenkomst)


registreer_fotos(Bijeenkomstfoto, bij="bijeenkomst", mag_bekijken=_mag_bekijken)
