// "Lees voor": reads the blocks marked data-lees aloud when this device has a Dutch voice.
// Pausing stops the sentence and remembers it: pause() of the browser does not work on many phones.

const BLADEN = "h2, h3, h4, p, li, dt, dd, th, td, blockquote";
const spraak = window.speechSynthesis;
const blokken = [...document.querySelectorAll("[data-lees]")];

let zinnen = [];
let nummer = 0;
let beurt = 0; // rises with each start and stop, so that a late "end" of an old sentence does nothing

function nederlandseStem() {
  return spraak.getVoices().find((stem) => stem.lang.toLowerCase().startsWith("nl"));
}

/** Elements that hold text themselves, in reading order. */
function bladen(blok) {
  const alle = [...blok.querySelectorAll(BLADEN)].filter((el) => !el.querySelector(BLADEN));
  return alle.length ? alle : [blok];
}

/** The sentences of one element: their text and where they stand. */
function zinnenVan(element) {
  const stukken = [];
  const loper = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let tekst = "";
  while (loper.nextNode()) {
    stukken.push({ knoop: loper.currentNode, begin: tekst.length });
    tekst += loper.currentNode.data;
  }
  const plek = (positie) => {
    const stuk = [...stukken].reverse().find((s) => s.begin <= positie);
    return [stuk.knoop, positie - stuk.begin];
  };
  return [...tekst.matchAll(/\S[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*/g)].map((gevonden) => {
    const bereik = document.createRange();
    bereik.setStart(...plek(gevonden.index));
    bereik.setEnd(...plek(gevonden.index + gevonden[0].length));
    return { tekst: gevonden[0], bereik, element };
  });
}

function markeer(zin) {
  document.querySelectorAll(".wordt-gelezen").forEach((el) => el.classList.remove("wordt-gelezen"));
  const kan = window.CSS && CSS.highlights && window.Highlight;
  if (kan) CSS.highlights.delete("lees");
  if (!zin) return;
  if (kan) CSS.highlights.set("lees", new Highlight(zin.bereik));
  else zin.element.classList.add("wordt-gelezen");
  const vouw = zin.element.closest("details");
  if (vouw) vouw.open = true;
  const { top, bottom } = zin.bereik.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) zin.element.scrollIntoView({ block: "center" });
}

function maakKnop(woord, extra) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = `knop knop--licht${extra}`;
  knop.textContent = woord;
  return knop;
}

function begin() {
  const rij = document.createElement("div");
  rij.className = "knoppen lees";
  const knop = maakKnop("Lees voor", "");
  const stop = maakKnop("Stop met voorlezen", "");
  stop.hidden = true;
  rij.append(knop, stop);
  (document.querySelector(".band-tekst") || blokken[0]).append(rij);

  const zwijg = (woord) => {
    beurt += 1;
    spraak.cancel();
    knop.textContent = woord;
  };
  const klaar = () => {
    zwijg("Lees voor");
    nummer = 0;
    stop.hidden = true;
    markeer(null);
  };
  const lees = () => {
    const zin = zinnen[nummer];
    if (!zin) return klaar();
    const deze = beurt;
    const uiting = new SpeechSynthesisUtterance(zin.tekst);
    uiting.lang = "nl-NL";
    uiting.voice = nederlandseStem() || null;
    uiting.rate = 0.9;
    uiting.onend = () => {
      if (deze !== beurt) return;
      nummer += 1;
      lees();
    };
    markeer(zin);
    spraak.speak(uiting);
  };

  knop.addEventListener("click", () => {
    if (knop.textContent === "Wacht even") return zwijg("Lees verder");
    zinnen = zinnen.length ? zinnen : blokken.flatMap(bladen).flatMap(zinnenVan);
    zwijg("Wacht even");
    stop.hidden = false;
    lees();
  });
  stop.addEventListener("click", () => {
    klaar();
    knop.focus();
  });
  window.addEventListener("pagehide", () => spraak.cancel());
}

if (spraak && blokken.length) {
  if (nederlandseStem()) begin();
  else spraak.addEventListener?.("voiceschanged", function later() {
    if (!nederlandseStem()) return;
    spraak.removeEventListener("voiceschanged", later);
    begin();
  });
}
