// Walks a page with the Tab key: every stop is seen, none holds the keyboard, all are reached.

const MOST = 400;

export async function keyboard(page) {
  const faults = [];
  const wanted = await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
    globalThis.stops = new Set();
    const groups = new Set();
    return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter((it) => {
      if (it.disabled || it.getClientRects().length === 0 || getComputedStyle(it).visibility === "hidden") return false;
      if (it.closest("details:not([open])") && it.tagName !== "SUMMARY") return false;
      // A group of radio buttons is one stop.
      if (it.type !== "radio") return true;
      const group = `${it.form?.action}\n${it.name}`;
      if (groups.has(group)) return false;
      groups.add(group);
      return true;
    }).length;
  });
  // From the top of the document, whatever had the focus.
  await page.evaluate(() => { const top = document.createElement("span"); top.tabIndex = -1; document.body.prepend(top); top.focus(); top.remove(); });
  let reached = 0;
  for (; reached < MOST; reached += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (!stop.on) break;
    if (stop.again) {
      faults.push(`the keyboard does not get past ${stop.on}`);
      break;
    }
    if (!stop.outlined) faults.push(`no visible focus on ${stop.on}`);
    if (stop.hidden) faults.push(`the focus is hidden behind something: ${stop.on}`);
  }
  if (reached < wanted) faults.push(`${reached} of ${wanted} stops were reached`);
  return faults;
}

function look() {
  const it = document.activeElement;
  if (!it || it === document.body || it === document.documentElement) return { on: "" };
  const again = globalThis.stops.has(it);
  globalThis.stops.add(it);
  const style = getComputedStyle(it);
  const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== "rgba(0, 0, 0, 0)";
  const box = it.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 2);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 2);
  const top = document.elementFromPoint(x, y);
  const label = it.labels?.[0];
  const hidden = !(top && (it.contains(top) || top.contains(it) || label?.contains(top)));
  return { on: it.outerHTML.slice(0, 110), again, outlined, hidden };
}
