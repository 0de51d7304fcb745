// 320 CSS pixels wide, which is 1280 at 400 %; letters and lines set wider; targets large enough.

const NARROW = { width: 320, height: 256 };

export async function narrow(page) {
  return at(page, NARROW, async () => {
    const faults = [...await overflow(page), ...await opened(page)];
    const covered = await page.evaluate(() => {
      let covered = 0;
      for (const it of document.querySelectorAll("body *")) {
        const { position } = getComputedStyle(it);
        if (position !== "fixed" && position !== "sticky") continue;
        const box = it.getBoundingClientRect();
        if (box.width > innerWidth * 0.8) covered += box.height;
      }
      return covered;
    });
    if (covered > NARROW.height / 2) faults.push(`${Math.round(covered)} px of 256 are covered by what stays in place`);
    return faults;
  });
}

// What has to be opened fits as well.
async function opened(page) {
  const closed = await page.evaluateHandle(() => [...document.querySelectorAll("details:not([open])")]);
  await closed.evaluate((all) => { for (const it of all) it.open = true; });
  const faults = await overflow(page);
  await closed.evaluate((all) => { for (const it of all) it.open = false; });
  await closed.dispose();
  return faults.map((fault) => `opened: ${fault}`);
}

// WCAG 1.4.12: nothing is lost when a reader sets the text wider.
export async function spaced(page) {
  return at(page, NARROW, async () => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    });
    const faults = await overflow(page);
    await page.evaluate(() => { document.adoptedStyleSheets = []; });
    return faults;
  });
}

// WCAG 2.5.8: what is pressed measures 24 pixels or more, but for links in a sentence.
export async function targets(page) {
  const small = await page.evaluate(() => {
    const found = [];
    for (const it of document.querySelectorAll("button, summary, select, input:not([type=hidden]), a.button, nav a")) {
      const label = it.matches("input[type=radio], input[type=checkbox]") ? it.closest("label") ?? it : it;
      const box = label.getBoundingClientRect();
      if (box.width === 0 || getComputedStyle(it).position === "absolute") continue;
      if (box.width < 24 || box.height < 24) found.push(`${it.outerHTML.slice(0, 100)} measures ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
    return found;
  });
  return small;
}

async function at(page, size, look) {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  const faults = await look();
  await page.setViewportSize(before);
  return faults;
}

async function overflow(page) {
  const { wide, culprits } = await page.evaluate(() => {
    const root = document.scrollingElement;
    const limit = root.clientWidth;
    const sticksOut = (box) => box.right > limit + 1 || box.left < -1;
    const scrolls = (it) => {
      for (let at = it.parentElement; at; at = at.parentElement)
        if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const culprits = [...document.querySelectorAll("body *")]
      .filter((it) => it.checkVisibility() && sticksOut(it.getBoundingClientRect()) && !scrolls(it) && getComputedStyle(it).position !== "absolute")
      .slice(0, 3)
      .map((it) => it.outerHTML.slice(0, 120));
    return { wide: root.scrollWidth - limit, culprits };
  });
  // What sticks out at the beginning of the line cannot even be scrolled to.
  return wide > 1 || culprits.length > 0 ? [`${wide} px too wide at 320\n  ${culprits.join("\n  ")}`] : [];
}
