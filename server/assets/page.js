// Every page works without this. It leaves quickly on Shift three times, keeps a form from being
// sent twice by a nervous hand, shows a passphrase on request, and jumps by Alt and a digit.

const leave = document.querySelector("[data-leave]");
let presses = [];
document.addEventListener("keydown", (event) => {
  // With another key held it is the keyboard's own: Alt and Shift change the language one types in.
  if (event.key !== "Shift" || event.altKey || event.ctrlKey || event.metaKey) {
    presses = [];
    return;
  }
  if (event.repeat) return;
  const now = event.timeStamp;
  presses = [...presses.filter((time) => now - time < 1500), now];
  if (presses.length === 3 && leave) {
    document.documentElement.classList.add("locked");
    leave.submit();
  }
});

// The server does the work once in any case; this only spares the second wait.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000);
});

for (const field of document.querySelectorAll("input[data-show-text]")) {
  const row = document.createElement("div");
  row.className = "secret-row";
  field.before(row);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = field.dataset.showText;
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.textContent = shown ? field.dataset.showText : field.dataset.hideText;
  });
  row.append(field, button);
}

// Alt and a digit jump to the section that says so: <section data-key="1" tabindex="-1">. Where the
// two type a sign, as Option and 2 type @ on a Mac, they go on typing it.
const typesSigns = /Mac|iPhone|iPad/.test(navigator.platform);
document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[0-9]$/.test(event.code)) return;
  if (event.getModifierState("AltGraph")) return;
  if (typesSigns && !/^[0-9]$/.test(event.key) && event.target.matches("input, textarea")) return;
  const section = document.querySelector(`[data-key="${event.code.at(-1)}"]`);
  if (!section) return;
  event.preventDefault();
  section.scrollIntoView();
  (section.querySelector("input:not([type=hidden]), select, textarea, button, a") ?? section).focus();
});

// A list that hangs over the page goes away by Escape and by a click beside it.
const pickers = () => document.querySelectorAll("details.picker[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const picker of pickers()) {
    picker.open = false;
    picker.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const picker of pickers()) if (!picker.contains(event.target)) picker.open = false;
});

document.querySelector("[data-focus]")?.focus();

// What was just done is said once; the browser's history need not tell it to the next who looks.
const here = new URL(location.href);
if (here.searchParams.has("said")) {
  here.searchParams.delete("said");
  history.replaceState(null, "", here);
}
