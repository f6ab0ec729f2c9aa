// Warns who leaves a form with changes that are not saved. Everything else in the admin works without this.
const form = document.querySelector("#content-main form[method=post]");
let veranderd = false;

form?.addEventListener("input", () => { veranderd = true; });
form?.addEventListener("change", () => { veranderd = true; });
form?.addEventListener("submit", () => { veranderd = false; });
window.addEventListener("beforeunload", (gebeurtenis) => {
  if (veranderd) gebeurtenis.preventDefault();
});

// A link to a part that is folded in opens it.
const open = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details")?.setAttribute("open", "");
window.addEventListener("hashchange", open);
open();

// After saving, the page stays at the part one was working on, where the message on top is out of sight.
const balk = document.querySelector(".submit-row");
if (balk && location.hash && document.querySelector(".messagelist .success")) {
  const bewaard = document.createElement("p");
  bewaard.className = "bewaard";
  bewaard.textContent = "Bewaard";
  balk.append(bewaard);
}
