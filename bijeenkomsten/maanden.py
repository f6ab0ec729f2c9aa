"""Months of the calendar, as a page and an address know them."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format


def middernacht(dag: date) -> datetime:
    """Return the moment at which this day begins here."""
    return timezone.make_aware(datetime.combine(dag, time()))


@dataclass(frozen=True, order=True)
class Maand:
    jaar: int
    maand: int

    def __str__(self) -> str:
        return date_format(self.eerste_dag, "F Y")

    @property
    def eerste_dag(self) -> date:
        return date(self.jaar, self.maand, 1)

    @property
    def begin(self) -> datetime:
        return middernacht(self.eerste_dag)

    @property
    def einde(self) -> datetime:
        """The moment at which the next month begins."""
        return self.verder(1).begin

    @property
    def waarde(self) -> str:
        """As it stands in an address: "2026-12"."""
        return f"{self.jaar}-{self.maand:02}"

    @property
    def weken(self) -> list[list[date]]:
        """The weeks that this month touches, each from Monday to Sunday."""
        return calendar.Calendar().monthdatescalendar(self.jaar, self.maand)

    def verder(self, maanden: int) -> "Maand":
        """Return the month so many months on; back when it is negative."""
        jaar, maand = divmod(self.jaar * 12 + self.maand - 1 + maanden, 12)
        return Maand(jaar, maand + 1)

    def get_absolute_url(self) -> str:
        return reverse("bijeenkomsten:maand", args=[f"{self.jaar:04}", f"{self.maand:02}"])


def van(dag: date) -> Maand:
    return Maand(dag.year, dag.month)


def van_vandaag() -> Maand:
    return van(timezone.localdate())
