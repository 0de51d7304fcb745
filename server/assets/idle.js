// Locks a page that nobody uses: what was typed is handed to the autosave, the sign-in ends, and the
// way back leads here. The server ends the sign-in in any case; this hides the page as well.

const minutes = Number(document.body.dataset.idle);
const limit = Math.max(1, minutes - 5) * 60_000;
const form = document.querySelector("[data-sign-out]") ?? document.querySelector("[data-leave]");
let used = Date.now();

// All tabs have one clock: whoever types in one of them uses the others too.
const tabs = new BroadcastChannel("amparo-used");
let told = 0;
tabs.addEventListener("message", () => { used = Date.now(); });

function use() {
  used = Date.now();
  if (used - told < 5000) return;
  told = used;
  tabs.postMessage("");
}

for (const kind of ["keydown", "pointerdown", "scroll", "touchstart"]) {
  document.addEventListener(kind, use, { passive: true });
}

async function lock() {
  clearInterval(watch);
  document.documentElement.classList.add("locked");
  const waits = [];
  document.dispatchEvent(new CustomEvent("amparo:lock", { detail: { waitFor: (it) => waits.push(it) } }));
  await Promise.race([Promise.allSettled(waits), new Promise((done) => setTimeout(done, 3000))]);
  const then = document.createElement("input");
  then.type = "hidden";
  then.name = "_then";
  then.value = location.pathname;
  form.append(then);
  form.submit();
}

// A computer that slept wakes with an old page: the clock says so at once.
const watch = setInterval(() => { if (Date.now() - used > limit) lock(); }, 5000);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && Date.now() - used > limit) lock();
});
