// "Print deze aanpak": shows the button, unfolds what is folded, and dates the foot of the paper.

const vandaag = document.querySelector("[data-printdatum]");
let dicht = [];

for (const knop of document.querySelectorAll("[data-print]")) {
  knop.hidden = false;
  knop.addEventListener("click", () => window.print());
}

window.addEventListener("beforeprint", () => {
  dicht = [...document.querySelectorAll("details:not([open])")];
  for (const vouw of dicht) vouw.open = true;
  if (!vandaag) return;
  const dag = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  vandaag.textContent = `Geprint op ${dag}. `;
});

window.addEventListener("afterprint", () => {
  for (const vouw of dicht) vouw.open = false;
});
