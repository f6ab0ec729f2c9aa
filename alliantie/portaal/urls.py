from django.urls import path, re_path

from alliantie.portaal.views import gemeente, pagina

app_name = "portaal"
urlpatterns = [
    path("gemeenten/", gemeente.gemeenten, name="gemeenten"),
    path("gemeenten/<slug:slug>/", gemeente.gemeente, name="gemeente"),
    path("gezond/", pagina.gezond, name="gezond"),
    re_path(r"^(?P<slug>over|privacy|toegankelijkheid|colofon)/$", pagina.pagina, name="pagina"),
]
