from django.urls import path, re_path

from alliantie.portaal.views import contact, gemeente, meedoen, pagina, vindbaar

app_name = "portaal"
urlpatterns = [
    path("gemeenten/", gemeente.gemeenten, name="gemeenten"),
    path("gemeenten/<slug:slug>/", gemeente.gemeente, name="gemeente"),
    path("meedoen/", meedoen.meedoen, name="meedoen"),
    path("meedoen/<slug:soort>/", meedoen.vertel, name="vertel"),
    path("contact/", contact.contact, name="contact"),
    path("contact/verstuurd/", contact.contact_verstuurd, name="contact_verstuurd"),
    path("gezond/", pagina.gezond, name="gezond"),
    path("sitemap.xml", vindbaar.sitemap, name="sitemap"),
    path(".well-known/security.txt", vindbaar.beveiliging, name="beveiliging"),
    path("robots.txt", vindbaar.robots, name="robots"),
    re_path(r"^(?P<slug>over|privacy|toegankelijkheid|colofon)/$", pagina.pagina, name="pagina"),
]
