"""All addresses of the portal."""

from django.conf import settings
from django.contrib import admin
from django.core.files.storage import FileSystemStorage, default_storage
from django.urls import include, path

from alliantie.kern.media import foto
from alliantie.portaal.views.home import home

urlpatterns = [
    path("", home, name="home"),
    path("", include("alliantie.kern.inzendingen.urls")),
    path("", include("initiatieven.urls")),
    path("", include("bijeenkomsten.urls")),
    path("", include("alliantie.portaal.urls")),
    path("beheer/", admin.site.urls),
]
if isinstance(default_storage, FileSystemStorage):
    urlpatterns.append(path(f"{settings.MEDIA_URL.strip('/')}/<path:pad>", foto, name="media"))

handler400 = "alliantie.kern.foutpaginas.kapot_verzoek"
handler403 = "alliantie.kern.foutpaginas.verboden"
handler404 = "alliantie.kern.foutpaginas.niet_gevonden"
handler500 = "alliantie.kern.foutpaginas.kapotte_site"
