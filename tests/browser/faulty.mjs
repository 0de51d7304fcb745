// Sends every form empty and looks at the page that comes back: the third state of every page.

import { inspect, kindOf, nameOf, picture } from "./crawl.mjs";
import { listen } from "./browser.mjs";
import { check, say } from "./report.mjs";

// `forms`: as the crawl found them.
export async function sendEmpty(context, { language, forms, seen }) {
  const page = await context.newPage();
  const heard = listen(page);
  let refused = 0;
  for (const form of forms) {
    const name = `${language} faulty ${form.kind} → ${kindOf(new URL(form.action, form.url).href)}`;
    if (seen.has(name)) continue;
    seen.add(name);
    await page.goto(form.url);
    const asked = page.locator(`main form[method=post][action="${form.action}"]`).first();
    if ((await asked.count()) === 0) continue;
    const [answer] = await Promise.all([
      page.waitForNavigation({ waitUntil: "load", timeout: 60_000 }),
      asked.evaluate((it) => {
        for (const field of it.querySelectorAll("input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea, select")) field.value = "";
        it.noValidate = true;
        it.requestSubmit();
      }),
    ]);
    // It was taken as it is: it led to another page, or to one that is shown once.
    const status = answer.status();
    if (answer.request().method() !== "POST" || status === 200) continue;
    refused += 1;
    await inspect(page, { name, language, status, kind: form.kind, heard, state: "faulty", context, wanted: [422, 409, 429] });
    await check(`${name}: faults`, () => told(page));
    await picture(page, `${language}-faulty-${nameOf(form.kind)}-${nameOf(form.action)}`);
  }
  await page.close();
  say(`${language} faulty: ${refused} of ${forms.length} forms came back`);
  return refused;
}

// A summary on top whose links lead to the fields, and the focus is on it.
async function told(page) {
  return page.evaluate(() => {
    const box = document.querySelector(".faults[role=alert]");
    if (!box) return [`no summary of faults under "${document.querySelector("h1")?.textContent}"`];
    const faults = [];
    if (box.querySelectorAll("li").length === 0) faults.push("the summary is empty");
    if (document.activeElement !== box) faults.push("the focus is not on the summary");
    for (const link of box.querySelectorAll("a[href^='#']")) {
      const field = document.getElementById(link.hash.slice(1));
      if (!field) faults.push(`${link.hash} is not on the page: ${link.textContent.trim()}`);
    }
    return faults;
  });
}

