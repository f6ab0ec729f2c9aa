from django.urls import path

from initiatieven.views import aanvullen, contact, document, klopt, lijst, overzicht, uitvraag, vermelding

app_name = "initiatieven"
urlpatterns = [
    path("initiatieven/", lijst.lijst, name="lijst"),
    path("initiatieven/kaart/", lijst.kaart, name="kaart"),
    path("initiatieven/<slug:slug>/", vermelding.initiatief, name="initiatief"),
    path("initiatieven/<slug:slug>/contact/", contact.contact, name="contact"),
    path("initiatieven/<slug:slug>/contact/verstuurd/", contact.contact_verstuurd, name="contact_verstuurd"),
    path("initiatieven/<slug:slug>/aanvullen/", aanvullen.initiatief, name="aanvullen"),
    path("methodieken/", overzicht.methodieken, name="methodieken"),
    path("methodieken/<slug:slug>/", vermelding.methodiek, name="methodiek"),
    path("methodieken/<slug:slug>/aanvullen/", aanvullen.methodiek, name="aanvullen_methodiek"),
    path("themas/<slug:slug>/", overzicht.thema, name="thema"),
    path("organisaties/", overzicht.organisaties, name="organisaties"),
    path("klopt-dit-nog/<str:token>/", klopt.klopt, name="klopt"),
    path("klopt-dit-nog/<str:token>/bedankt/", klopt.klopt_bedankt, name="klopt_bedankt"),
    path("uitvraag/<str:token>/", uitvraag.uitvraag, name="uitvraag"),
    path("uitvraag/<str:token>/bedankt/", uitvraag.uitvraag_bedankt, name="uitvraag_bedankt"),
    path("documenten/<int:pk>/<str:naam>", document.document, name="document"),
]
