"""The second login step: a code from an app on the phone (TOTP, RFC 6238), or one of ten reserve codes."""

import secrets
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.safestring import mark_safe
from django_otp import devices_for_user, login, match_token, user_has_device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

AANTAL_RESERVECODES = 10
FOUTE_CODE = "Deze code klopt niet. Wacht op de volgende code in uw app en vul die in."
TE_SNEL = "Wacht even en vul de nieuwe code in."


def afdruk(code: str) -> str:
    """Return the keyed hash (64 bits) that is kept of a reserve code: a copy of the database opens nothing."""
    return salted_hmac("kern.reservecode", code, algorithm="sha256").hexdigest()[:16]


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Code",
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "text",
                "autofocus": True,
                "class": "vTextField",
            }
        ),
        error_messages={"required": "Vul de code in"},
    )

    @property
    def token(self) -> str:
        """What the devices know: the code of an app as it is, of a reserve code only its hash."""
        code = self.cleaned_data["code"]
        return code if code.isdecimal() else afdruk(code)

    def clean_code(self) -> str:
        return self.cleaned_data["code"].replace(" ", "").lower()


def _doel(request: HttpRequest) -> str:
    doel = request.POST.get("next") or request.GET.get("next") or ""
    veilig = url_has_allowed_host_and_scheme(
        doel, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return doel if veilig else reverse("admin:index")


def _wat_te_doen(geremd: bool) -> str:
    """Return what to say about a code that was not taken; ``geremd``: right or wrong, it came too soon."""
    return TE_SNEL if geremd else FOUTE_CODE


def _is_geremd(*apparaten: Any) -> bool:
    """Whether a device waits before it looks at another code, because of wrong codes before."""
    return any(not apparaat.verify_is_allowed()[0] for apparaat in apparaten)


def verder(request: HttpRequest) -> HttpResponse:
    """Send somebody with a password but without second step to where it is asked, or set up."""
    naam = "admin:tweede_stap" if user_has_device(request.user) else "admin:tweede_stap_instellen"
    return redirect(f"{reverse(naam)}?{urlencode({'next': _doel(request)})}")


@login_required
def vraag_code(request: HttpRequest) -> HttpResponse:
    if not user_has_device(request.user):
        return redirect("admin:tweede_stap_instellen")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        # django-otp slows down guessing: after each wrong code the device takes longer to answer yes.
        geremd = _is_geremd(*devices_for_user(request.user))
        apparaat = match_token(request.user, form.token)
        if apparaat is not None:
            login(request, apparaat)
            return redirect(_doel(request))
        form.add_error("code", _wat_te_doen(geremd))
    return render(
        request, "admin/tweede_stap.html", {"form": form, "next": _doel(request), "title": "Tweede stap"}
    )


@login_required
def stel_in(request: HttpRequest) -> HttpResponse:
    """Show the QR code and take the first code. Who has a device already must be logged in with it."""
    if user_has_device(request.user) and not request.user.is_verified():  # type: ignore[union-attr]
        return redirect("admin:tweede_stap")
    if user_has_device(request.user):
        return redirect("admin:index")
    apparaat, _ = TOTPDevice.objects.get_or_create(
        user=request.user, confirmed=False, defaults={"name": "app op de telefoon"}
    )
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        geremd = _is_geremd(apparaat)
        with transaction.atomic():
            if apparaat.verify_token(form.cleaned_data["code"]):
                apparaat.confirmed = True
                apparaat.save()
                codes = _reservecodes(request)
                login(request, apparaat)
                return _toon_codes(request, codes, "De tweede stap staat aan")
        form.add_error("code", _wat_te_doen(geremd))
    context = {
        "form": form,
        "next": _doel(request),
        "title": "Tweede stap instellen",
        "qr": mark_safe(segno.make(apparaat.config_url).svg_inline(scale=5, border=2)),
        "sleutel": apparaat.config_url.partition("secret=")[2].partition("&")[0],
        "verplicht": settings.TWEEDE_STAP_VERPLICHT,
    }
    return render(request, "admin/tweede_stap_instellen.html", context)


@login_required
def nieuwe_reservecodes(request: HttpRequest) -> HttpResponse:
    """Replace the reserve codes, for who used or lost them; only after the second step itself."""
    if not request.user.is_verified():  # type: ignore[union-attr]
        return verder(request)
    if request.method == "POST":
        with transaction.atomic():
            codes = _reservecodes(request)
        return _toon_codes(request, codes, "Uw nieuwe reservecodes")
    return render(request, "admin/reservecodes.html", {"title": "Nieuwe reservecodes"})


def _toon_codes(request: HttpRequest, codes: list[str], titel: str) -> HttpResponse:
    context = {"codes": codes, "next": _doel(request), "title": titel}
    return render(request, "admin/tweede_stap_klaar.html", context)


def _reservecodes(request: HttpRequest) -> list[str]:
    """Replace the reserve codes of this person; return the new ones, to be shown once."""
    for oud in devices_for_user(request.user, confirmed=None):
        if isinstance(oud, StaticDevice):
            oud.delete()
    apparaat = StaticDevice.objects.create(user=request.user, name="reservecodes")
    codes = [_nieuwe_code() for _ in range(AANTAL_RESERVECODES)]
    StaticToken.objects.bulk_create(StaticToken(device=apparaat, token=afdruk(code)) for code in codes)
    return codes


def _nieuwe_code() -> str:
    """Return a reserve code of 40 random bits, with a letter in it: only digits is what an app gives."""
    while (code := secrets.token_hex(5)).isdecimal():
        pass
    return code
