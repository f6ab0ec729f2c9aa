from django.urls import path, re_path

from alliantie.kern.inzendingen import urls  # noqa: F401  (registers the converter of tokens)
from alliantie.kern.inzendingen.views import link
from bijeenkomsten.views import aanmelden, aanmelding, agenda, bijeenkomst, lijst, openen

app_name = "bijeenkomsten"
urlpatterns = [
    path("bijeenkomsten/", lijst.lijst, name="lijst"),
    path("bijeenkomsten/agenda.ics", agenda.feed, name="agenda_feed"),
    re_path(r"^bijeenkomsten/maand/(?P<jaar>[0-9]{4})-(?P<maand>0[1-9]|1[0-2])/$", lijst.maand, name="maand"),
    path("bijeenkomsten/materiaal/<int:pk>/<str:naam>", bijeenkomst.materiaal, name="materiaal"),
    path("bijeenkomsten/<slug:slug>/", bijeenkomst.bijeenkomst, name="bijeenkomst"),
    path("bijeenkomsten/<slug:slug>/agenda.ics", agenda.een, name="agenda"),
    path("bijeenkomsten/<slug:slug>/aanmelden/", aanmelden.aanmelden, name="aanmelden"),
    path("bijeenkomsten/<slug:slug>/aangemeld/", aanmelden.al_aangemeld, name="al_aangemeld"),
    path("aanmelding/", openen.openen, name="openen"),
    path("aanmelding/link-onderweg/", openen.link_onderweg, name="link_onderweg"),
    path("aanmelding/<token:token>/", aanmelding.stand, name="aanmelding"),
    path("aanmelding/<token:token>/bevestigen/", aanmelding.bevestigen, name="bevestigen"),
    path("aanmelding/<token:token>/aantal/", aanmelding.aantal, name="aantal"),
    path("aanmelding/<token:token>/afmelden/", aanmelding.afmelden, name="afmelden"),
    path("aanmelding/<token:token>/weer-wachten/", aanmelding.weer_wachten, name="weer_wachten"),
    path("aanmelding/<token:token>", link.zonder_streep),
    path("aanmelding/<path:rest>", link.kapotte_link),
]
