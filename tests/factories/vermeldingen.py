"""Items of the catalogue. They begin as a concept; ``gepubliceerd=True`` publishes with the real actie."""

from typing import Any

import factory

from initiatieven import acties
from initiatieven.models import Initiatief, Methodiek
from tests.factories.lijsten import ThemaFactory
from tests.factories.onderdelen import AandachtspuntFactory, OordeelFactory, StapFactory

KENMERKEN = (
    "regie",
    "eigen_kracht",
    "bestrijdt_armoede",
    "participatie",
    "integraal",
    "samenwerking",
    "blijvend",
)


class _VermeldingFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True

    hoofdthema = factory.SubFactory(ThemaFactory)

    @classmethod
    def _after_postgeneration(cls, instance: Any, create: bool, results: Any = None) -> None:
        """Publish (or archive) last, when themes and parts are there to be indexed; the instance is read anew."""
        if not create:
            return
        wens = instance.__dict__.pop("_wens", "")
        if wens:
            acties.publiceer(vermelding=instance, door=None)
        if wens == "gearchiveerd":
            acties.archiveer(vermelding=instance, door=None, reden="voor een test")
        instance.refresh_from_db()

    @classmethod
    def _create(cls, model_class: Any, *args: Any, wens: str, **velden: Any) -> Any:
        instance = super()._create(model_class, *args, **velden)
        instance._wens = wens
        return instance

    @classmethod
    def _build(cls, model_class: Any, *args: Any, wens: str, **velden: Any) -> Any:
        return super()._build(model_class, *args, **velden)

    @factory.post_generation
    def themas(self: Any, create: bool, themas: Any, **_: Any) -> None:
        if create and themas:
            self.themas.set(themas)

    @factory.post_generation
    def doelgroepen(self: Any, create: bool, doelgroepen: Any, **_: Any) -> None:
        if create and doelgroepen:
            self.doelgroepen.set(doelgroepen)


class MethodiekFactory(_VermeldingFactory):
    """A methodiek; ``handreiking``, ``plan`` and ``oordelen`` (all or any ``True``) hang those on it."""

    class Meta:
        model = Methodiek

    class Params:
        gepubliceerd = factory.Trait(wens="gepubliceerd")
        gearchiveerd = factory.Trait(wens="gearchiveerd")

    wens = ""
    titel = factory.Sequence(lambda n: f"Aanpak {n}")
    slug = factory.Sequence(lambda n: f"aanpak-{n}")
    samenvatting = "Een groep deelt wat zij over heeft."
    in_het_kort = "Mensen brengen wat zij **over** hebben. Anderen halen wat zij nodig hebben."
    kern = "- Iedereen is welkom"
    vrij = "- De openingstijden"

    @factory.post_generation
    def handreiking(self: Any, create: bool, wel: Any, **_: Any) -> None:
        if create and wel:
            AandachtspuntFactory.create_batch(2, methodiek=self)

    @factory.post_generation
    def plan(self: Any, create: bool, wel: Any, **_: Any) -> None:
        if create and wel:
            for fase in ("Voorbereiden", "Beginnen"):
                StapFactory.create_batch(2, methodiek=self, fase=fase)

    @factory.post_generation
    def oordelen(self: Any, create: bool, wel: Any, **_: Any) -> None:
        if create and wel:
            for kenmerk in KENMERKEN:
                OordeelFactory(methodiek=self, kenmerk=kenmerk)


class InitiatiefFactory(_VermeldingFactory):
    class Meta:
        model = Initiatief

    class Params:
        gepubliceerd = factory.Trait(wens="gepubliceerd")
        gearchiveerd = factory.Trait(wens="gearchiveerd")

    wens = ""
    titel = factory.Sequence(lambda n: f"Initiatief {n}")
    slug = factory.Sequence(lambda n: f"initiatief-{n}")
    samenvatting = "Buren eten samen in het buurthuis."
    verhaal = "Vijf buren begonnen met één pan soep."
    plaats = "Heel Nederland"
