"""System checks of our own."""

from typing import Any

from django.conf import settings
from django.core.checks import Tags, Warning, register


@register(Tags.files, deploy=True)
def media_op_een_machine(**_: Any) -> list[Warning]:
    """Photos on the disk of one web machine are missing on the next one."""
    if (
        not settings.PRODUCTIE
        or "s3" in settings.STORAGES["default"]["BACKEND"]
        or settings.MEDIA_OP_SCHIJF_GEKOZEN
    ):
        return []
    return [
        Warning(
            "Photos and documents are written to the disk of this machine only.",
            hint="Set MEDIA_S3_BUCKET, or MEDIA_ROOT to a folder that all web machines share.",
            id="kern.W001",
        )
    ]
