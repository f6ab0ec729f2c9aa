"""The words of the codes with which people open their inzending again, such as PEER BOOM FIETS 4719.

They are written down by people with little reading and said over the phone. So they are short and plain, most can be
pictured, none has a sound with two spellings (ei or ij, au or ou), and each two differ in at least two letters.
Three of 512 words and four digits make 40.29 bits. Never change the list: codes that were given out are made from it.
"""

_LIJST = """
adres afdak afwas agenda album ananas anker appel atlas avond baai baars badjas bakker bal balkon ballet
balpen bamboe banaan banjo bank bed beek behang beleg berg bestek beton bever bezem biet bingo bizon blad
blik bloem bocht bodem boeket boom bord bos bosbes boter brief bril broek bron brug bruin buffel bui bundel
buurt cacao cactus camera cavia cello cement chips circus cirkel citrus dak dakpan dans datum deeg dekbed
deken deksel deur dille dimmer diner disco distel dobber doel domino donder donut dorp draad droger droom
drop drum duif echo eend egel ekster eland emmer emoe erf fakkel feest fiets film filter finale fles fluit
forel foto garage garen gazon gebak geel gehakt gember gids gieter giraf gitaar glans globe golf gondel gong
gras grind groen grot haak hagel halte haring harp haven helm hemd hengel herfst hert heuvel hoed hoepel
hommel honing hooi hoorn hotel huis hulst humor iglo imker ingang insect jaar jam jojo joker judo jurk kaas
kabel kachel kade kajak kajuit kalf kameel kamer kanaal kano kapper karate karton kassa kat katoen kelder
kermis kers ketel keuken kikker kiosk kip kitten kiwi klaver kleed kleur klimop klok klomp kluis knoop koala
koek koets koffer koffie kokos kom komeet kompas kool koper koraal korf korst kraan krab krans krater kreeft
krekel kring kroes kroket krokus kroon kruid krul kubus kudde kuiken kussen kust kwark kwast ladder lamp
laptop lasso leeuw lelie lens lente lepel leraar letter libel lied lift lila limoen linzen liter logo loket
loods lucht luifel luik lunch maaier maan mais mango mantel markt marmer marmot masker matras melk meloen
menu metaal metro meubel middag mier minuut modder model moeras mokka molen mossel motor mus museum muziek
naald nacht narcis natuur nest nevel nieuws noot nummer oceaan oester olie omelet onweer oogst oorbel opera
oprit oranje orka orkest otter oven paal paard pagina pakket palet paling palm pan panda paneel panter
papaja papier parade parel park passer pasta patat pedaal peer pendel perron perzik pesto pet piano piloot
pizza plaats plant ploeg pluim podium poedel poema polder pomp pony poort poster prent prins puzzel quiz
raam radar radio raket rebus reep regen rek ridder riem rits rivier robot roer rol rood roze rucola rugzak
ruimte ruiter rups salade salie sap schaap schelp scherm schets schild schip schoen school schors schuim
schuur servet sinas siroop sjaal ski sla slager slang sloot snavel sneeuw snoek soep sofa sok sorbet spatel
specht speld spin spons spoor sport sprint spruit stal stapel steen ster stift stilte stip stoel stof straat
strand stro stroom struik studio stuur sudoku suiker sushi taart taco tafel tandem tapir tarwe tas taxi
tekst tennis tent terras thee titel toekan toeter tomaat toneel toren tosti tram trui tuin tulp tunnel uil
valk veld veter veulen vink viool vis visser vlag vlecht vlieg vloer vlot vogel vork vraag vracht vriend
vulpen vuur wagen walrus walvis want wasbak wasrek water weg wekker wereld wesp wiel wilg wimper wind winkel
winter wissel witlof wolk woord wortel zaag zadel zand zanger zebra zee zilver zitzak zomer zon zwaan zwaluw
"""
WOORDEN: tuple[str, ...] = tuple(_LIJST.split())
