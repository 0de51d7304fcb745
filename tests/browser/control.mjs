// The positive control: a page that is wrong in every way. A check that does not see it is broken.

import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { axe } from "./checks/access.mjs";
import { facts } from "./checks/facts.mjs";
import { keyboard } from "./checks/keyboard.mjs";
import { narrow, spaced, targets } from "./checks/layout.mjs";
import { links } from "./checks/links.mjs";
import { htmlValidate, vnu } from "./checks/markup.mjs";
import { speed } from "./checks/speed.mjs";
import { style } from "./checks/style.mjs";
import { weight } from "./checks/weight.mjs";
import { folder, here } from "./places.mjs";
import { check } from "./report.mjs";
import { listen } from "./browser.mjs";

const kinds = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };

export async function control(browser) {
  const page404 = (answer) => { answer.writeHead(404); answer.end(); };
  const heavy = `<!-- ${randomBytes(40_000).toString("base64")} -->`;
  const html = readFileSync(join(here, "bad", "index.html"), "utf8").replace("<!-- heavy -->", heavy);
  const server = createServer((asked, answer) => {
    const name = asked.url === "/" ? "/index.html" : asked.url;
    if (!["/index.html", "/bad.css", "/bad.js"].includes(name)) return page404(answer);
    answer.writeHead(200, { "content-type": kinds[extname(name)] });
    answer.end(name === "/index.html" ? html : readFileSync(join(here, "bad", name)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://localhost:${server.address().port}/`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const heard = listen(page);
  await page.goto(url);
  await page.waitForTimeout(500);
  const file = join(folder("html"), "bad.html");
  writeFileSync(file, html);
  const files = [new URL("bad.css", url).href, new URL("bad.js", url).href];
  const sees = (what, work, among = /./) =>
    check(`control: the bad page fails ${what}`, async () => {
      const faults = await work();
      return faults.some((fault) => among.test(fault)) ? [] : [`the bad page passed (${faults.join("; ") || "no fault"})`];
    });
  const seen = await facts(page, { language: "en", status: 200 });
  for (const [what, among] of [
    ["the language", /lang is/], ["headings", /2 h1/], ["missing texts", /no text for/], ["raw codes", /raw code/],
    ["inline styles", /inline/], ["places on the page", /#gone/], ["labels", /#absent/], ["the quick exit", /leave/],
  ]) await sees(what, () => seen, among);
  await sees("axe", () => axe(page), /image-alt/);
  await sees("axe on contrast", () => axe(page), /color-contrast/);
  await sees("320 pixels", () => narrow(page), /too wide/);
  await sees("what stays in place", () => narrow(page), /covered/);
  await sees("wide text", () => spaced(page), /too wide/);
  await sees("targets", () => targets(page), /measures/);
  const walk = await keyboard(page);
  await sees("visible focus", () => walk, /no visible focus/);
  await sees("the walk by keyboard", () => walk, /get past|were reached/);
  const { faults } = await weight({ url, files, asked: heard.asked });
  await sees("the weight", () => faults, /HTML, bytes/);
  await sees("the weight in all", () => faults, /first load/);
  await sees("other sites", () => faults, /third\.invalid/);
  await sees("the console", () => heard.complaints, /./);
  await sees("html-validate", () => htmlValidate([file]), /./);
  await sees("vnu", () => vnu([file]), /./);
  await sees("stylelint", () => style([join(here, "bad", "bad.css")]), /logical terms/);
  await sees("links", () => links(url), /nowhere/);
  const quick = await speed(url);
  for (const mark of ["performance", "accessibility", "best-practices"])
    await sees(`Lighthouse, ${mark}`, () => quick.faults, new RegExp(`^${mark} `));
  await context.close();
  server.close();
}
