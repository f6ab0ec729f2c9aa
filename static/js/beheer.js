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

// Select2 names its box after what is chosen; it should also say what the question is.
const benoem = () => {
  for (const vak of document.querySelectorAll(".select2-selection[role=combobox]")) {
    const veld = vak.closest(".select2-container").previousElementSibling;
    const label = veld?.id && document.querySelector(`label[for="${CSS.escape(veld.id)}"]`);
    if (!label) continue;
    label.id ||= `${veld.id}_label`;
    const gekozen = vak.querySelector(".select2-selection__rendered");
    gekozen?.removeAttribute("role"); // it calls itself a text box without a name
    gekozen?.removeAttribute("aria-readonly");
    vak.setAttribute("aria-labelledby", [label.id, gekozen?.id].filter(Boolean).join(" "));
  }
};
window.django?.jQuery(benoem); // after select2, which waits for the same sign
document.addEventListener("formset:added", () => setTimeout(benoem));
