"""The photos of the catalogue, and who may see one that is not public."""

from typing import Any

from alliantie.kern.media import registreer_fotos
from initiatieven import regels
from initiatieven.models import Foto


def _mag_bekijken(gebruiker: Any, foto: Foto) -> bool:
    return regels.mag_bekijken(gebruiker, foto.vermelding)


registreer_fotos(Foto, bij="vermelding", mag_bekijken=_mag_bekijken)
