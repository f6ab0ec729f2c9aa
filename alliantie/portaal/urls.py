from django.contrib.sitemaps.views import sitemap
from django.urls import path, re_path

from alliantie.portaal.views import gemeente, pagina, vindbaar

app_name = "portaal"
urlpatterns = [
    path("gemeenten/", gemeente.gemeenten, name="gemeenten"),
    path("gemeenten/<slug:slug>/", gemeente.gemeente, name="gemeente"),
    path("gezond/", pagina.gezond, name="gezond"),
    path("sitemap.xml", sitemap, {"sitemaps": vindbaar.SITEMAPS}, name="sitemap"),
    path("robots.txt", vindbaar.robots, name="robots"),
    re_path(r"^(?P<slug>over|privacy|toegankelijkheid|colofon)/$", pagina.pagina, name="pagina"),
]
