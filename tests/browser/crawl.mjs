// Walks through everything that somebody can reach from her menu, one page of each kind, and looks at
// each with every check. A new page is covered as soon as a link leads to it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { axe } from "./checks/access.mjs";
import { facts } from "./checks/facts.mjs";
import { keyboard } from "./checks/keyboard.mjs";
import { narrow, spaced, targets } from "./checks/layout.mjs";
import { weight } from "./checks/weight.mjs";
import { cookieOf, listen } from "./browser.mjs";
import { folder } from "./places.mjs";
import { check, note, say } from "./report.mjs";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

// What kind of page an address is: ids and pages of lists make no difference.
export function kindOf(url) {
  const { pathname, searchParams } = new URL(url);
  const rest = pathname.replace(/^\/[a-z]{2,3}(-[A-Z]{2})?(?=\/|$)/, "").replaceAll(ID, "{id}") || "/";
  const asked = [...searchParams.keys()].filter((name) => !["after", "said", "then"].includes(name)).sort();
  return asked.length > 0 ? `${rest}?${asked.join("&")}` : rest;
}

export const nameOf = (kind) => kind.replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "") || "start";

// `seen`: kinds that were looked at before, by anybody. `look`: what is done with each page; a page
// that is inspected is kept as well. Answers with what was found.
export async function crawl(context, { base, language, start, state, seen, look = inspect, most = 90 }) {
  const page = await context.newPage();
  const heard = listen(page);
  const found = { pages: [], forms: [], links: new Set(), files: [] };
  const waiting = start.map((path) => `${base}/${language}${path}`);
  const known = new Set(waiting.map(kindOf));
  while (waiting.length > 0 && found.pages.length < most) {
    const url = waiting.shift();
    const answer = await page.goto(url).catch((why) => {
      if (/Download is starting|ERR_ABORTED/.test(why.message)) return undefined;
      throw why;
    });
    if (!answer || !/html/.test(answer.headers()["content-type"] ?? "")) continue;
    const kind = kindOf(page.url());
    for (const link of await linksOn(page, base, language)) {
      found.links.add(link);
      if (known.has(kindOf(link))) continue;
      known.add(kindOf(link));
      waiting.push(link);
    }
    if (seen.has(`${language} ${state} ${kind}`)) continue;
    seen.add(`${language} ${state} ${kind}`);
    known.add(kind);
    found.pages.push(page.url());
    found.forms.push(...(await formsOn(page)).map((form) => ({ ...form, url: page.url(), kind })));
    const name = `${language} ${state} ${kind}`;
    await look(page, { name, language, status: answer.status(), kind, heard, state, context });
    if (look !== inspect) continue;
    const file = join(folder("html"), `${language}-${state}-${nameOf(kind)}.html`);
    writeFileSync(file, await answer.text());
    found.files.push(file);
    await picture(page, `${language}-${state}-${nameOf(kind)}`);
  }
  await page.close();
  say(`${language} ${state}: ${found.pages.length} kinds of pages`);
  return found;
}

export async function inspect(page, { name, language, status, kind, heard, state, context, wanted }) {
  await check(`${name}: facts`, () => facts(page, { language, status, wanted }));
  await check(`${name}: axe`, () => alone(() => axe(page)));
  await check(`${name}: targets`, () => targets(page));
  await check(`${name}: 320 px`, () => narrow(page));
  await check(`${name}: wide text`, () => spaced(page));
  if (state !== "faulty") {
    const files = await page.evaluate(() =>
      [...document.querySelectorAll("link[rel=stylesheet], script[src], img[src]")].map((it) => it.href || it.src));
    const cookie = await cookieOf(context);
    const person = /^\/(status|number)/.test(kind);
    await check(`${name}: weight`, async () =>
      (await weight({ url: page.url(), cookie, files, asked: heard.asked, person })).faults);
    await check(`${name}: keyboard`, () => alone(() => keyboard(page)));
  }
  note(`${name}: console`, heard.complaints.splice(0));
  heard.asked.length = 0;
}

// The Tab key that leaves one page enters the other, and shows the link there that skips the menu.
let turn = Promise.resolve();

function alone(work) {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}

async function linksOn(page, base, language) {
  const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.href));
  return links
    .map((link) => link.split("#")[0])
    .filter((link) => link.startsWith(`${base}/${language}/`) || link === `${base}/${language}`);
}

// Forms that ask something; a form that is only a button does what it says.
function formsOn(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("main form[method=post]")]
      .map((form, at) => ({
        at,
        action: form.getAttribute("action"),
        fields: form.querySelectorAll("input:not([type=hidden], [type=submit]), select, textarea").length,
        danger: form.querySelector("button.danger") !== null,
      }))
      .filter(({ fields }) => fields > 0));
}

// 360 and 1280 pixels wide, light and dark.
export async function picture(page, name) {
  if (process.env.AMPARO_BROWSER_QUICK) return;
  const before = page.viewportSize();
  for (const [width, height] of [[360, 740], [1280, 800]]) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder("pictures"), `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
}
