// Saves the draft of a form that says where: <form data-autosave="/en/…">, and an element
// <p data-autosave-status data-saved="…" data-failed="…"> that tells the truth about it. The draft is
// sealed by the server on arrival; nothing is kept on this device.

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosave-status]");
  let timer;
  let changed = false;
  let sending;

  const save = async () => {
    if (!changed || sending) return sending;
    changed = false;
    const body = new URLSearchParams(new FormData(form));
    // Each saving is one of its own: the key of the form belongs to its real sending.
    body.delete("_key");
    sending = fetch(form.dataset.autosave, { method: "POST", body, redirect: "error" })
      .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); say("saved"); })
      .catch(() => { changed = true; say("failed"); })
      .finally(() => { sending = undefined; });
    return sending;
  };
  const say = (word) => {
    if (!status) return;
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    status.textContent = `${status.dataset[word] ?? ""} ${time}`;
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  setInterval(save, 20_000);
  document.addEventListener("amparo:lock", (event) => event.detail.waitFor(save()));
  form.addEventListener("submit", () => clearTimeout(timer));
}
