"""Hard words and a plainer one for each: what the language meter (``kern.taalmeter``) knows by heart.

Official words, jargon and abbreviations that slow readers stumble over. Add to it freely: words that share a line share
the advice.
"""

from collections.abc import Iterator

# Not this: but this. With -e, -en, -n, -s or -t behind it a word is found as well, and of verbs in -eren every form.
_LIEVER = """
aangaande, betreffende, inzake, omtrent, met betrekking tot, ten aanzien van: over
aanvangen, aangevangen, een aanvang nemen: beginnen
aanwend, aangewend: gebruiken
abusievelijk: per ongeluk
activeren, stimuleren, motiveren: aanmoedigen
additioneel, additionele, aanvullend: extra
adequaat, adequate: goed
adviseren: advies geven
afdoende: genoeg
ambiëren: graag willen
anticiperen: van tevoren rekening houden met
beoogd, beogen, beoogt, ten doel hebben: willen
bewerkstellig, bewerkstelligd: zorgen voor
bottom-up, van onderop: bedacht door de mensen zelf
communiceren, informeren: vertellen
competentie: wat iemand kan
complex: moeilijk
conform, overeenkomstig, ingevolge, krachtens: volgens
consulteren, raadplegen, raadpleeg, geraadpleegd: vragen aan
continueren, voortzetten: doorgaan met
coördineren: regelen
creëren, realiseren: maken
derhalve, dientengevolge, aldus: dus
desalniettemin, niettemin, desondanks: toch
desbetreffend: deze
deskundigheidsbevordering: leren
dienen te, dient te: moeten
dienaangaande, hieromtrent: hierover
doelgroep: voor wie
draagvlak: steun
eenieder: iedereen
effectief, effectieve: wat goed werkt
efficiënt: handig en snel
elders: ergens anders
empowerment: sterker worden
ervaringsdeskundige: iemand die het zelf meemaakte
evalueren: kijken hoe het ging
evenals, alsmede, alsook: en ook
evident: duidelijk
exploiteren: laten draaien
faciliteren, ondersteun, ondersteund: helpen
faciliteit, voorziening: wat er is
financieren, bekostigen: betalen
financiering, financiële middelen, liquide middelen: geld
formuleren: opschrijven
frequent: vaak
gedurende: tijdens
gelieve: wilt u
genereren: opleveren
geschieden, geschiedt: gebeuren
hanteren: gebruiken
heden, thans, momenteel: nu
hetgeen: wat
identificeren: herkennen
impact: gevolg
implementeren: invoeren
in het kader van, uit hoofde van: voor
in samenspraak met, in samenwerking met: samen met
indien, ingeval: als
initiëren: beginnen
innovatief, innovatieve: nieuw
integraal, integrale: alles bij elkaar
intensiveren: meer doen aan
interventie: hulp
inventariseren: op een rij zetten
kwetsbare groepen, kwetsbare doelgroepen: mensen die hulp kunnen gebruiken
laagdrempelig: u loopt zo binnen
methodiek, methode, methodologie: aanpak
middels, door middel van: met
minima, sociaal minimum: mensen met weinig geld
mits: alleen als
multidisciplinair: met mensen van verschillende beroepen
nabij: bij
naar aanleiding van: door
nihil: niets
noodzakelijk: nodig
omwille van: voor
ongeacht: wat ook
ontberen, ontbeert: missen
op basis van, aan de hand van: met
op het gebied van: bij
opteren: kiezen
optimaal, optimale: zo goed mogelijk
optimaliseren: beter maken
optioneel, optionele: niet verplicht
participant: deelnemer
participatie: meedoen
participeren: meedoen
preventie, preventief, preventieve: voorkomen
prioriteit: wat eerst moet
problematiek: problemen
professional: iemand die dit werk doet
reeds: al
reflecteren: nadenken
relevant: belangrijk
respectievelijk: en daarna
signaleren: zien
sociale cohesie, sociaal weefsel: mensen die elkaar kennen
sociaal isolement: eenzaamheid
stakeholder, ketenpartner, samenwerkingspartner: wie meedoet
structureel, structurele: blijvend
substantieel, substantiële: groot
te allen tijde: altijd
ten behoeve van, ten bate van: voor
ten gevolge van, als gevolg van, vanwege het feit dat: door
ten tijde van: tijdens
teneinde, opdat: om
tevens, eveneens: ook
toereikend, voldoende: genoeg
transparant: open
uiteenzetten, uiteengezet: uitleggen
uiterlijk: niet later dan
upload, geüpload: toevoegen
urgent: dringend
verifiëren: nakijken
verstrekken, verstrekt, verstrekte, verschaffen, verschaft: geven
verwerven, verwerft: krijgen
vigerend: geldig
voornemens zijn: van plan zijn
voorts: verder
wederom: weer
zelfredzaam, zelfredzame: zelf redden
zelfredzaamheid: uzelf redden
zorgdragen voor, zorg dragen voor: zorgen voor
"""
_AFKORTINGEN = """
a.d.h.v.: met
a.s.: komende
a.u.b.: alstublieft
bijv., bv., b.v.: bijvoorbeeld
blz., pag.: bladzijde
ca.: ongeveer
d.d.: van
d.m.v.: met
d.w.z.: dat betekent
dhr.: de heer
e.a.: en anderen
e.d.: en zo
e.e.a.: dit
enz., etc.: en zo verder
evt.: misschien
excl.: zonder
i.o.m.: samen met
i.p.v.: in plaats van
i.s.m.: samen met
i.v.m.: door
incl.: met
jl.: vorige
m.b.t.: over
m.b.v.: met
m.i.v.: vanaf
m.u.v.: behalve
max.: hoogstens
mevr., mw.: mevrouw
min.: minstens
n.a.v.: door
nr., nrs.: nummer
o.a.: onder andere
o.b.v.: met
o.i.d.: of zoiets
resp.: en daarna
t.a.v.: voor
t.b.v.: voor
t.g.v.: door
t.n.v.: op naam van
t.o.v.: vergeleken met
t/m: tot en met
tel.: telefoon
z.s.m.: zo snel mogelijk
"""
# Abbreviations that nobody minds, but whose point does not end a sentence.
_TITELS = "art. dr. drs. ds. fam. gem. ing. ir. jr. mej. mr. p. prof. prov. sr. st. vgl. zgn."
# Abbreviations that may end a sentence: they do before a capital.
_SLOTWOORDEN = "a.u.b. e.a. e.d. e.e.a. enz. etc. jl. o.i.d. z.s.m."
# Long words that everybody knows.
_GEWOON = """
aardappel activiteit algemeen algemene alleenstaande apparaat apparaten avondeten babyspullen bankrekening bibliotheek
binnenkomen binnenlopen buitenactiviteit burgemeester buurtbewoner buurtgenoot buurtgenoten chocolade computerles
duidelijk eenzaamheid eigenlijk elektrisch familie februari fietsenmaker formulier fotografie gemakkelijk gereedschap
gerepareerd gezamenlijk gezelligheid iedereen informatie initiatief initiatieven januari kinderopvang koffiedrinken
kopiëren landelijk makkelijk makkelijker medewerker medicijn moeilijkheid mogelijkheid naaimachine nagekeken
natuurlijk nederlander onderhouden ondernemer ontmoetingen ontmoetingsplek openingstijden organisatie organiseert
organiseren plaatselijk repareerde repareren samenkomen samenwerken samenwerking sinaasappel sociaal sociale
spelletjesmiddag taalvrijwilliger telefoneren telefoonnummer televisie temperatuur uiteindelijk vakantie veranderen
verantwoordelijk vergaderen vergadering verjaardagen verschillende verzekering vrijwilliger vrijwilligerswerk
waarschijnlijk wasmachine weggeefwinkel wekelijkse winterschoenen zelfvertrouwen ziekenhuizen
"""
UITGANGEN = ("en", "e", "n", "s", "t")


def _lees(tabel: str) -> dict[str, str]:
    """Return ``word: advice`` for each word of a table above."""
    return {
        woord: liever
        for woorden, _, liever in (regel.partition(": ") for regel in tabel.strip().splitlines())
        for woord in woorden.split(", ")
    }


def _werkwoordsvormen(woord: str) -> Iterator[str]:
    """Return the forms of a verb in -eren: realiseer, realiseert, realiseerde, gerealiseerd and so on."""
    stam = woord[:-4]
    if " " in woord or woord[-4:] not in {"eren", "ëren"}:
        return
    # Two vowels that would be read as one get a diaeresis: creëer, geïmplementeerd.
    nu = stam + ("ëer" if stam.endswith("e") else "eer")
    voltooid = "ge" + {"e": "ë", "i": "ï"}.get(nu[0], nu[0]) + nu[1:] + "d"
    yield from (nu, nu + "t", nu + "de", nu + "den", voltooid, voltooid + "e", woord + "d", woord + "de")


# A hyphen is read as a space, so that "bottom-up" and "bottom up" are one.
LIEVER = {woord.replace("-", " "): liever for woord, liever in _lees(_LIEVER).items()}
LIEVER |= {vorm: liever for woord, liever in LIEVER.items() for vorm in _werkwoordsvormen(woord)}
AFKORTINGEN = _lees(_AFKORTINGEN)
SLOTWOORDEN = frozenset(_SLOTWOORDEN.split())
GEEN_EINDE = frozenset({*AFKORTINGEN, *_TITELS.split()}) - SLOTWOORDEN
GEWOON = frozenset(_GEWOON.split())


def zoek_liever(woord: str) -> str:
    """Return what to write instead of a word or expression in small letters, inflected or not; "" when it is fine."""
    if woord in LIEVER:
        return LIEVER[woord]
    for uitgang in UITGANGEN:
        if woord.endswith(uitgang) and (liever := LIEVER.get(woord.removesuffix(uitgang))):
            return liever
    return ""


def is_gewoon(woord: str) -> bool:
    """Whether everybody knows this word in small letters, inflected or not, however long it is."""
    return woord in GEWOON or any(woord.removesuffix(uitgang) in GEWOON for uitgang in UITGANGEN)
