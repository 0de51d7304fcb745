// The browser suite: `node run.mjs`, or only some parts, as `node run.mjs crawl journeys`.
// AMPARO_BROWSER_LOUD=1 names what passed as well. Pictures and pages are left in target/browser.

import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { narrow } from "./checks/layout.mjs";
import { links } from "./checks/links.mjs";
import { htmlValidate, vnu } from "./checks/markup.mjs";
import { speed } from "./checks/speed.mjs";
import { style } from "./checks/style.mjs";
import { launch } from "./browser.mjs";
import { control } from "./control.mjs";
import { crawl } from "./crawl.mjs";
import { sendEmpty } from "./faulty.mjs";
import { journeys } from "./journeys.mjs";
import { account, enterNumber, receiptOf, signIn } from "./people.mjs";
import { output, root } from "./places.mjs";
import { check, conclude, note, say } from "./report.mjs";
import { safest } from "./safest.mjs";
import { startDemo } from "./server.mjs";

const LANGUAGES = ["en", "ar"];
// English four tenths longer, and from right to left.
const PRETENDED = ["en-XA", "ar-XB"];
const PUBLIC = ["", "/demo", "/sign-in", "/number", "/join", "/forgotten", "/page"];
// Who has much to look at, who has nothing yet, and whose forms may come to harm.
const FILLED = ["harbour.dafni", "harbour.first", "harbour.eleni", "nomiki.stavros", "harbour.ioanna", "harbour.admin", "harbour.petros"];
const EMPTY = ["himal.sunita", "himal.first", "himal.admin"];
const HARMED = ["abierta.lucia", "abierta.mateo", "abierta.first", "abierta.nuria", "abierta.admin"];

const parts = {
  static: async () => {
    const sheets = join(root, "server", "assets");
    const files = readdirSync(sheets).filter((name) => name.endsWith(".css")).map((name) => join(sheets, name));
    await check("stylelint", () => style(files));
    await check("links of the guide", () => links("docs/guide/*.md", { markdown: true, recurse: false, serverRoot: root }));
  },

  control: ({ browser }) => control(browser),

  journeys: (scene) => journeys(scene),

  crawl: async (scene) => {
    const seen = new Set();
    const files = [];
    const look = (who, entering, start, state) => attempt(`crawl as ${who}`, async () => {
      const context = await entering();
      const both = LANGUAGES.map((language) => crawl(context, { base: scene.base, language, start, state, seen }));
      for (const found of await Promise.all(both)) {
        files.push(...found.files);
        await reachable(context, found.links);
      }
      await context.close();
    });
    await look("a visitor", () => scene.visit(), PUBLIC, "visitor");
    await look("the person", () => scene.person("Harbour Line"), ["/status"], "filled");
    for (const [logins, state] of [[FILLED, "filled"], [EMPTY, "empty"]])
      for (const login of logins) await look(login, () => scene.member(login), ["/home", "/me"], state);
    await check("html-validate", () => htmlValidate(files));
    await check("vnu", () => vnu(files));
  },

  faulty: async (scene) => {
    const seen = new Set();
    let refused = 0;
    const send = (who, entering, start) => attempt(`faulty as ${who}`, async () => {
      const context = await entering();
      for (const language of LANGUAGES) {
        const { forms } = await crawl(context, { base: scene.base, language, start, state: "forms", seen: new Set(), look: () => {} });
        refused += await sendEmpty(context, { language, forms, seen });
      }
      await context.close();
    });
    await send("a visitor", () => scene.visit(), PUBLIC);
    for (const login of HARMED) await send(login, () => scene.member(login), ["/home", "/me"]);
    await send("the person", () => scene.person("Casa Abierta"), ["/status"]);
    note("faulty: some forms came back", refused > 4 ? [] : [`only ${refused}`]);
  },

  pretended: async (scene) => {
    const seen = new Set();
    const look = (page, { name }) => check(`${name}: 320 px`, () => narrow(page));
    const walk = (who, entering, start) => attempt(`pretended languages as ${who}`, async () => {
      const context = await entering();
      const both = PRETENDED.map((language) => crawl(context, { base: scene.base, language, start, state: "pretended", seen, look }));
      await Promise.all(both);
      await context.close();
    });
    await walk("a visitor", () => scene.visit(), PUBLIC);
    await walk("the person", () => scene.person("Harbour Line"), ["/status"]);
    for (const login of FILLED) await walk(login, () => scene.member(login), ["/home", "/me"]);
  },

  safest: (scene) => safest(scene),

  speed: async (scene) => {
    const visitor = [`${scene.base}/en/`, `${scene.base}/en/number`, `${scene.base}/ar/`];
    for (const url of visitor) await fast(url, []);
    const pages = [["harbour.miriam", "/intake"], ["harbour.samir", "/cases"], ["clinic.omar", "/referrals"]];
    for (const [login, path] of pages) {
      const context = await scene.member(login);
      await fast(`${scene.base}/en${path}`, await context.cookies());
      await context.close();
    }
    const person = await scene.person("Harbour Line");
    await fast(`${scene.base}/en/status`, await person.cookies());
    await person.close();
  },
};

// What breaks off is a failure, and the next goes on.
async function attempt(name, work) {
  try {
    await work();
  } catch (why) {
    note(`${name}: broke off`, [String(why.stack ?? why).split("\n").slice(0, 8).join("\n")]);
  }
}

// Every link that was found leads somewhere, for whoever was shown it.
async function reachable(context, found) {
  const faults = [];
  for (const link of found) {
    const answer = await context.request.get(link, { maxRedirects: 5 });
    if (!answer.ok()) faults.push(`${link}: ${answer.status()}`);
  }
  note(`${found.size} links lead somewhere`, faults);
}

async function fast(url, jar) {
  const path = new URL(url).pathname;
  await check(`Lighthouse ${path}`, async () => {
    const { marks, faults } = await speed(url, jar);
    say(`Lighthouse ${path}: ${marks.performance}/${marks.accessibility}/${marks["best-practices"]}`);
    return faults;
  });
}

// What every part works with: the demonstration, the browser, and people who have signed in.
async function sceneOf(demo, browser) {
  const size = { viewport: { width: 1280, height: 800 } };
  const visit = (more = {}) => browser.newContext({ ...size, ...more });
  const states = new Map();
  const enter = async (name, more, work) => {
    if (!states.has(name)) {
      const first = await visit();
      await work(await first.newPage());
      states.set(name, await first.storageState());
      await first.close();
    }
    return visit({ storageState: states.get(name), ...more });
  };
  return {
    ...demo,
    browser,
    visit,
    // Somebody who has signed in; the sign-in is used again.
    member: (login, more) => enter(login, more, (page) => signIn(page, demo.base, account(demo.book, login))),
    person: (organisation, more) => enter(organisation, more, (page) => enterNumber(page, demo.base, receiptOf(demo.book, organisation))),
  };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts[name]);
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
rmSync(output, { recursive: true, force: true });
const browser = await launch();
let demo;
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (!demo && !["static", "control"].includes(name)) {
      say("building the demonstration");
      demo = await startDemo();
    }
    say(name);
    const scene = demo ? await sceneOf(demo, browser) : { browser };
    await attempt(name, () => part(scene));
  }
  if (demo?.log) {
    const log = readFileSync(demo.log, "utf8").split("\n");
    note("the server's log", log.filter((line) => /"level":"(ERROR|WARN)"|panicked/.test(line)));
  }
} finally {
  await browser.close();
  await demo?.stop();
}
process.exitCode = conclude();
