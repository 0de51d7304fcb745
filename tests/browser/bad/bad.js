const until = Date.now() + 1500;
while (Date.now() < until);
addEventListener("load", () => {
  // Holds the keyboard.
  document.querySelector("input").addEventListener("keydown", (event) => { if (event.key === "Tab") event.preventDefault(); });
  setTimeout(() => { document.body.insertAdjacentHTML("afterbegin", "<p style='height: 400px'>Pushes everything down</p>"); }, 300);
  const end = Date.now() + 2500;
  while (Date.now() < end);
  undefined.notThere();
});
