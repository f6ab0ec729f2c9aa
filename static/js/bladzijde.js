// A long page: on a phone the later phases of the plan are folded; on paper nothing is, and the foot has a date.

const datum = document.querySelector("[data-printdatum]");
let dicht = [];

if (window.matchMedia("(max-width: 39.99em)").matches) {
  for (const fase of document.querySelectorAll(".fase + .fase")) fase.open = false;
}

for (const knop of document.querySelectorAll("[data-print]")) {
  knop.hidden = false;
  knop.addEventListener("click", () => window.print());
}

window.addEventListener("beforeprint", () => {
  dicht = [...document.querySelectorAll("details:not([open])")];
  for (const vouw of dicht) vouw.open = true;
  const dag = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  if (datum) datum.textContent = `Geprint op ${dag}. `;
});

window.addEventListener("afterprint", () => {
  for (const vouw of dicht) vouw.open = false;
});
