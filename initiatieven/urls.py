from django.urls import path

from initiatieven.views import contact, document, lijst, overzicht, vermelding

app_name = "initiatieven"
urlpatterns = [
    path("initiatieven/", lijst.lijst, name="lijst"),
    path("initiatieven/kaart/", lijst.kaart, name="kaart"),
    path("initiatieven/<slug:slug>/", vermelding.initiatief, name="initiatief"),
    path("initiatieven/<slug:slug>/contact/", contact.contact, name="contact"),
    path("initiatieven/<slug:slug>/contact/verstuurd/", contact.contact_verstuurd, name="contact_verstuurd"),
    path("methodieken/", overzicht.methodieken, name="methodieken"),
    path("methodieken/<slug:slug>/", vermelding.methodiek, name="methodiek"),
    path("themas/<slug:slug>/", overzicht.thema, name="thema"),
    path("organisaties/", overzicht.organisaties, name="organisaties"),
    path("documenten/<int:pk>/<str:naam>", document.document, name="document"),
]
