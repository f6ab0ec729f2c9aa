"""What waits in the queue, for the start page of the admin."""

from django.http import HttpRequest
from django.urls import reverse

from alliantie.kern.beheer import Aandacht, vragen_aandacht
from alliantie.kern.inzendingen import regels
from alliantie.kern.inzendingen.admin.woorden import wacht_in_woorden
from alliantie.kern.models import Inzending


def van_de_wachtrij(request: HttpRequest) -> list[Aandacht]:
    if not regels.mag_ooit(request.user, "bekijken"):  # type: ignore[arg-type]
        return []
    lijst = reverse("admin:kern_inzending_changelist")
    te_doen = Inzending.objects.te_doen()
    oudste = te_doen.langst_wachtend_eerst().first()
    return [
        Aandacht(
            "Inzendingen die wachten",
            te_doen.count(),
            f"{lijst}?stand=te_doen",
            f"De langste wacht al {wacht_in_woorden(oudste)}." if oudste else "",
        ),
        Aandacht(
            "Inzendingen met een antwoord op uw vraag",
            Inzending.objects.met_antwoord().count(),
            f"{lijst}?stand=antwoord",
            "U kunt verder.",
        ),
    ]


vragen_aandacht.insert(0, van_de_wachtrij)
