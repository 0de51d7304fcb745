// Makes the pictures of docs/guide from the demonstration: the same cast every time, so that a new
// picture means a changed page. One command: tests/guide.sh.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { account, enterNumber, receiptOf, signIn } from "./people.mjs";
import { root } from "./places.mjs";
import { startDemo } from "./server.mjs";
import { takeCall } from "./journeys.mjs";

const LIMIT = 60_000;
const pictures = join(root, "docs", "guide", "pictures");

// What is on the pictures: who looks, where, and what is done first.
const SHOTS = [
  { name: "demo", path: "/demo" },
  { name: "sign-in", path: "/sign-in" },
  { name: "intake", who: "harbour.dafni", path: "/intake" },
  { name: "receipt", who: "harbour.dafni", path: "/intake", first: (page) => takeCall(page, { base: new URL(page.url()).origin }) },
  { name: "queue", who: "harbour.first", path: "/queue" },
  { name: "workload", who: "harbour.first", path: "/workload" },
  { name: "cases", who: "harbour.eleni", path: "/cases" },
  { name: "case", who: "harbour.eleni", path: "/cases", first: (page) => follow(page, /\/cases\/[0-9a-f-]{36}$/) },
  { name: "route", who: "harbour.first", path: "/cases?whose=all", first: async (page) => {
    for (const one of await linksLike(page, /\/cases\/[0-9a-f-]{36}$/)) {
      await page.goto(one);
      const [route] = await linksLike(page, /\/route$/);
      if (!route) continue;
      await page.goto(route);
      // A page with somebody to ask.
      if (await page.locator('main a[href*="/route/"]').count()) return;
    }
    throw new Error("no case has a need that is open");
  } },
  { name: "inbox", who: "nomiki.stavros", path: "/referrals" },
  { name: "referral", who: "nomiki.stavros", path: "/referrals", first: (page) => follow(page, /\/referrals\/[0-9a-f-]{36}$/) },
  { name: "directory", who: "harbour.ioanna", path: "/directory" },
  { name: "flow", who: "harbour.ioanna", path: "/flow" },
  { name: "invitations", who: "harbour.admin", path: "/invitations" },
  { name: "members", who: "harbour.admin", path: "/members" },
  { name: "number", path: "/number" },
  { name: "status", receipt: "Harbour Line", path: "/status" },
];

async function linksLike(page, pattern) {
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.href));
  return links.filter((link) => pattern.test(new URL(link).pathname));
}

async function follow(page, pattern) {
  const [found] = await linksLike(page, pattern);
  if (!found) throw new Error(`no link like ${pattern} on ${page.url()}`);
  await page.goto(found);
}

async function shoot(page, name) {
  const client = await page.context().newCDPSession(page);
  // A small picture first; a page with much on it is drawn more coarsely until it fits.
  for (let quality = 80; quality >= 20; quality -= 15) {
    const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length > LIMIT && quality > 20) continue;
    writeFileSync(join(pictures, `${name}.webp`), bytes);
    console.log(`${name}.webp ${bytes.length} bytes`);
    break;
  }
  await client.detach();
}

mkdirSync(pictures, { recursive: true });
const demo = await startDemo({ cases: 30, seed: 7 });
const only = process.argv.slice(2);
const browser = await launch();
const states = new Map();
let failed = 0;
for (const shot of SHOTS.filter(({ name }) => only.length === 0 || only.includes(name))) {
  const key = shot.who ?? shot.receipt ?? "";
  const narrow = ["number", "status", "sign-in"].includes(shot.name);
  const size = { viewport: narrow ? { width: 420, height: 760 } : { width: 1120, height: 760 }, colorScheme: "light" };
  const context = await browser.newContext({ ...size, storageState: states.get(key) });
  const page = await context.newPage();
  try {
    if (key && !states.has(key)) {
      if (shot.who) await signIn(page, demo.base, account(demo.book, shot.who));
      else await enterNumber(page, demo.base, receiptOf(demo.book, shot.receipt));
      states.set(key, await context.storageState());
    }
    await page.goto(`${demo.base}/en${shot.path}`);
    await shot.first?.(page);
    await shoot(page, shot.name);
  } catch (why) {
    failed += 1;
    console.error(`${shot.name}: ${why.message}`);
  }
  await context.close();
}
await browser.close();
await demo.stop();
process.exitCode = failed > 0 ? 1 : 0;
