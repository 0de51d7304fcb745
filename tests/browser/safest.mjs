// Firefox ESR with what Tor Browser sets at its safest level: no scripts, no SVG, no web fonts. The
// person's pages and the intake must work all the same. It imitates Tor Browser and is not it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { words } from "./words.mjs";
import { account, freshCode, receiptOf } from "./people.mjs";
import { firefox, folder } from "./places.mjs";
import { check } from "./report.mjs";

const preferences = {
  "javascript.enabled": false,
  "svg.disabled": true,
  "gfx.downloadable_fonts.enabled": false,
  "javascript.options.wasm": false,
  "privacy.resistFingerprinting": true,
  "network.http.referer.XOriginPolicy": 2,
  "browser.privatebrowsing.autostart": true,
};

export async function safest({ base, book }) {
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: firefox, headless: true, extraPrefsFirefox: preferences,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  const keep = async (name) => writeFileSync(join(folder("safest"), `${name}.png`), await page.screenshot({ fullPage: true }));
  try {
    await check("safest: scripts are off", async () => {
      await page.goto("data:text/html,<title>off</title><script>document.title='on'</script>");
      return (await page.title()) === "off" ? [] : ["scripts run: the preferences do nothing"];
    });
    await check("safest: the person", async () => {
      await page.goto(`${base}/en/`);
      await keep("start");
      await press(page, 'a[href$="/number"]');
      await keep("number");
      await type(page, "[name=receipt]", receiptOf(book, "Harbour Line"));
      await press(page, 'form[action$="/number"] button[type=submit]');
      await keep("status");
      await type(page, "[name=text]", "Written without any script.");
      await press(page, 'main form[action$="/status"] button[type=submit]');
      const faults = (await page.content()).includes("Written without any script.") ? [] : ["the letter is not shown"];
      await press(page, "form[data-leave] button");
      await keep("left");
      return faults;
    });
    await check("safest: a call", async () => {
      const yusuf = account(book, "harbour.yusuf");
      await page.goto(`${base}/en/sign-in`);
      await type(page, "[name=login]", yusuf.login);
      await type(page, "[name=passphrase]", yusuf.passphrase);
      await press(page, 'form[action$="/sign-in"] button[type=submit]');
      await type(page, "[name=code]", await freshCode(yusuf));
      await press(page, 'form[action$="/second-factor"] button[type=submit]');
      await page.goto(`${base}/en/intake`);
      await keep("intake");
      await page.focus("[name=detained][value=yes]");
      await page.keyboard.press(" ");
      await type(page, "[name=notes]", "Without scripts.");
      await press(page, 'form[action$="/intake"] button.main');
      await keep("handed-over");
      const title = words("en")("handed-over-title");
      return (await page.content()).includes(title) ? [] : ["the call was not handed over"];
    });
  } finally {
    await browser.close();
  }
}

// By keyboard: finding out where something is on the screen would need a script.
async function press(page, selector) {
  await page.focus(selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

async function type(page, selector, text) {
  await page.focus(selector);
  await page.keyboard.type(text);
}
