"""Addresses behind a link or code. ``/meedoen/…`` is in ``portaal``, adding to an item in the app of that item."""

from django.urls import include, path, register_converter

from alliantie.kern.inzendingen.views import beginnen, bijlagen, invullen, link, openen, stand


class Linkdeel:
    """A token in an address; also one that lost a piece on its way, so that it gets a page that helps."""

    regex = "[A-Za-z0-9_-]{8,200}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Linkdeel, "token")

app_name = "inzendingen"
van_afzender = [
    path("", stand.stand, name="stand"),
    path("code/", invullen.code, name="code"),
    path("dubbel/", invullen.dubbel, name="dubbel"),
    path("fotos/", bijlagen.fotos, name="fotos"),
    path("papieren/", bijlagen.papieren, name="papieren"),
    path("bijlage/<int:pk>/", bijlagen.bijlage, name="bijlage"),
    path("nakijken/", invullen.nakijken, name="nakijken"),
    path("verstuurd/", invullen.verstuurd, name="verstuurd"),
    path("vragen/", stand.vragen, name="vragen"),
    path("zeg-iets/", stand.zeg_iets, name="zeg_iets"),
    path("intrekken/", stand.intrekken, name="intrekken"),
    path("terugnemen/", stand.terugnemen, name="terugnemen"),
    path("bevestig-mail/", stand.bevestig_mail, name="bevestig_mail"),
    path("laat-meelezen/", stand.laat_meelezen, name="laat_meelezen"),
    path("vraag/<slug:naam>/", invullen.scherm, name="scherm"),
]
urlpatterns = [
    path("meedoen/ontvangen/", beginnen.ontvangen, name="ontvangen"),
    path("inzending/", openen.openen, name="openen"),
    path("inzending/link-onderweg/", openen.link_onderweg, name="link_onderweg"),
    path("inzending/<token:token>/", include(van_afzender)),
    path("inzending/<token:token>", link.zonder_streep),
    path("inzending/<path:rest>", link.kapotte_link),
    path("meelezen/<token:token>/", stand.meelezen, name="meelezen"),
    path("meelezen/<token:token>/bijlage/<int:pk>/", bijlagen.bijlage_voor_groep, name="bijlage_voor_groep"),
    path("meelezen/<token:token>", link.zonder_streep),
    path("meelezen/<path:rest>", link.kapotte_link),
]
