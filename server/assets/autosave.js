// Saves the draft of a form that says where: <form data-autosave="/en/…">, and an element
// <p data-autosave-status data-saved="…" data-failed="…"> that tells the truth about it. The draft is
// sealed by the server on arrival; nothing is kept on this device. What could not be sent is tried
// again until it could.

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosave-status]");
  let timer;
  let changed = false;
  let sending;

  // `goes`: the page goes away, and the request must outlive it.
  const save = async (goes = false) => {
    if (!changed || sending) return sending;
    changed = false;
    const body = new URLSearchParams(new FormData(form));
    // Each saving is one of its own: the key of the form belongs to its real sending.
    body.delete("_key");
    body.set("_button", "autosave");
    sending = fetch(form.dataset.autosave, { method: "POST", body, redirect: "error", keepalive: goes })
      .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); say("saved"); })
      .catch(() => { changed = true; say("failed"); })
      .finally(() => { sending = undefined; });
    return sending;
  };
  // What was typed while an earlier saving was on its way must not stay behind.
  const saveAll = async () => { await sending; await save(); };
  const say = (word) => {
    // The time stays that of the first failure: since then nothing is safe.
    if (!status || (word === "failed" && status.dataset.state === "failed")) return;
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    // A failure is announced; that all is well again and again would only disturb.
    if (word === "failed") status.setAttribute("role", "alert");
    else status.removeAttribute("role");
    status.dataset.state = word;
    status.textContent = `${status.dataset[word] ?? ""} ${time}`;
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => save(), 2000);
  });
  const beat = setInterval(() => save(), 20_000);
  window.addEventListener("online", () => save());
  window.addEventListener("pagehide", () => save(true));
  document.addEventListener("amparo:lock", (event) => event.detail.waitFor(saveAll()));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    clearInterval(beat);
    // What is handed over needs no draft.
    changed = false;
  });
  // The form was sent in vain, or the page came back: go on saving.
  window.addEventListener("pageshow", (event) => { if (event.persisted) setInterval(() => save(), 20_000); });
}
