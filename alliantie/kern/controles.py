"""System checks of our own: what a production site must say and would otherwise only notice by a visitor."""

from typing import Any

from django.conf import settings
from django.core.checks import Tags, Warning, register

MOET = {
    "SITE_URL": "Links in mails and QR codes lead to this machine only.",
    "EMAIL_URL": "Mails are written to a folder, and reach nobody.",
    "MAIL_VAN": "Mails come from an example address.",
    "PROJECTTEAM_MAIL": "Questions of visitors go to an example address.",
    "PROXIES": "It is not said how many proxies stand in front (0 is an answer); behind one, all share one address.",
    "MEDIA_HERKOMST": "The pages may not show photos from the bucket: its address is missing from the policy.",
}


@register(Tags.files, deploy=True)
def media_op_een_machine(**_: Any) -> list[Warning]:
    """Photos on the disk of one web machine are missing on the next one."""
    if "s3" in settings.STORAGES["default"]["BACKEND"] or settings.MEDIA_OP_SCHIJF_GEKOZEN:
        return []
    hint = "Set MEDIA_S3_BUCKET, or MEDIA_ROOT to a folder that all web machines share."
    return [
        Warning(
            "Photos and documents are written to the disk of this machine only.", hint=hint, id="kern.W001"
        )
    ]


@register(deploy=True)
def ingevuld(**_: Any) -> list[Warning]:
    """Settings that work on a trial run but not on a real site."""
    return [
        Warning(gevolg, hint=f"Set {naam}.", id=f"kern.W{nummer:03}")
        for nummer, (naam, gevolg) in enumerate(MOET.items(), start=2)
        if naam in settings.NIET_INGEVULD
    ]
