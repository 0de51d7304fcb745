// The main job in the browser, from the call to the outcome, once with scripts and once without. Each
// journey counts its steps: a step is something that is pressed and waited for.

import { account, enterNumber, freshCode, receiptOf, signIn } from "./people.mjs";
import { check, say } from "./report.mjs";
import { words } from "./words.mjs";

const say_en = words("en");

// Takes a call: what a frightened person says in a minute. Answers with the number.
export async function takeCall(page, { base }) {
  await page.goto(`${base}/en/intake`);
  const form = page.locator('form[action="/en/intake"]').first();
  const choose = (name, value) => form.locator(`input[name="${name}"][value="${value}"]`).check();
  await choose("danger_now", "no");
  await choose("detained", "yes");
  await choose("safe_to_call_back", "yes");
  await form.locator('[name="how"]').fill("Let it ring twice");
  await form.locator('[name="language"]').fill("Tigrinya");
  await form.locator('[name="now_in"]').fill("Greece");
  await form.locator('[name="town"]').fill("Mytilene");
  await choose("needs[]", "legal");
  await choose("consent_file", "yes");
  await choose("consent_share", "ask_each_time");
  await choose("explained_by", "me");
  await choose("caller_is", "the_person");
  // Detained, and on the telephone: no number unless it is asked for.
  await form.locator('input[name="receipt_anyway"]').check();
  await form.locator('[name="notes"]').fill("Was moved at night. <b>Has no shoes.</b>");
  await form.locator("button.main").last().click();
  await page.getByRole("heading", { name: say_en("handed-over-title") }).waitFor();
  const text = await page.locator("main").innerText();
  const digits = /\b(?:\d{3}[^\d]{1,3}){5}\d{3}\b/.exec(text)?.[0]?.replaceAll(/\D/g, "");
  if (!digits) throw new Error(`no number on ${page.url()}: ${text.slice(0, 300)}`);
  return digits;
}

export async function journeys(scene) {
  for (const javaScriptEnabled of [true, false]) {
    const with_ = javaScriptEnabled ? "with scripts" : "without scripts";
    const story = new Story(scene, javaScriptEnabled);
    for (const [name, work] of Object.entries(STORY)) {
      await check(`journey ${with_}: ${name}`, () => work(story).catch((why) => story.tell(why)));
      await story.end();
    }
    say(`journeys ${with_}`);
  }
}

class Story {
  constructor(scene, javaScriptEnabled) {
    Object.assign(this, { scene, base: scene.base, book: scene.book, javaScriptEnabled, open: [] });
  }

  // A page of somebody who has signed in.
  async as(login) {
    return this.page(await this.scene.member(login, { javaScriptEnabled: this.javaScriptEnabled }));
  }

  async visitor() {
    return this.page(await this.scene.visit({ javaScriptEnabled: this.javaScriptEnabled }));
  }

  async page(context) {
    this.open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.see = (path) => page.goto(`${this.base}/en${path}`);
    return page;
  }

  // What went wrong, and what was on the page.
  async tell(why) {
    const page = this.open.at(-1)?.pages().at(-1);
    const shown = await page?.locator("main").innerText({ timeout: 1000 }).catch(() => "");
    const first = String(why.message ?? why).split("\n").slice(0, 3).join("\n");
    return [`${first}\non ${page?.url()}: ${shown?.slice(0, 800)}`];
  }

  async end() {
    for (const context of this.open.splice(0)) await context.close();
  }
}

// The case of the story; if it was not opened, one that is there, so that one fault stays one fault.
async function toCase(story, page, rest = "") {
  if (!story.case) {
    await page.see("/cases");
    story.case = idIn(await page.locator('main a[href*="/cases/"]:not([href*="new"])').first().getAttribute("href"));
  }
  await page.see(`/cases/${story.case}${rest}`);
}

// Counts what is pressed.
class Steps {
  count = 0;

  async press(what) {
    this.count += 1;
    await what.click();
  }

  within(most, what) {
    return this.count <= most ? [] : [`${what} takes ${this.count} steps, at most ${most}`];
  }
}

const form = (page, end) => page.locator(`main form[action$="${end}"]`).first();
const submit = (page, end) => form(page, end).locator("button[type=submit]").last();
const said = (page, id) => page.locator(".said", { hasText: say_en(`said-${id}`) }).waitFor();
const idIn = (url) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(url)?.[0];

const STORY = {
  "signing in by hand, and out": async (story) => {
    const page = await story.visitor();
    await signIn(page, story.base, account(story.book, "harbour.yusuf"));
    await page.locator('form[action="/en/sign-out"] button').click();
    await said(page, "signed-out");
    await page.see("/me");
    if (!/sign-in/.test(page.url())) return ["somebody who has signed out sees her account"];
  },

  "a wrong passphrase says no more than a wrong name": async (story) => {
    const page = await story.visitor();
    const told = [];
    for (const login of ["harbour.yusuf", "nobody.here"]) {
      await page.see("/sign-in");
      await page.locator("[name=login]").fill(login);
      await page.locator("[name=passphrase]").fill("something else entirely");
      await submit(page, "/sign-in").click();
      told.push(await page.locator(".faults").innerText());
      if ((await page.locator("[name=login]").inputValue()) !== login) return ["the name that was typed is lost"];
      if ((await page.locator("[name=passphrase]").inputValue()) !== "") return ["the passphrase comes back"];
    }
    return told[0] === told[1] ? [] : [`${told[0]} – ${told[1]}`];
  },

  "being somebody with one button": async (story) => {
    const page = await story.visitor();
    await page.goto(`${story.base}/`);
    if (!/\/demo$/.test(page.url())) return [`the demonstration opens on ${page.url()}`];
    const login = story.javaScriptEnabled ? "harbour.petros" : "harbour.ioanna";
    // The page uses the code of this moment up.
    await freshCode(account(story.book, login));
    await page.locator(`form:has(input[value="${login}"]) button`).first().click();
    await page.waitForURL(/\/(ledger|directory)/);
  },

  "a call, and its number": async (story) => {
    const page = await story.as("harbour.dafni");
    story.number = await takeCall(page, story);
    await page.see("/contacts");
    const text = await page.locator("main").innerText();
    if (/no shoes/.test(text)) return ["what the caller said can be read afterwards"];
    for (const link of await page.locator('main a[href*="/intakes/"]').evaluateAll((all) => all.map((one) => one.href))) {
      const answer = await page.goto(link);
      if (answer.ok() && /no shoes/.test(await page.content())) return ["the volunteer can open what she handed over"];
    }
  },

  "a call that breaks off is kept": async (story) => {
    const page = await story.as("harbour.miriam");
    await page.see("/intake");
    const call = form(page, "/intake");
    await call.locator('[name="notes"]').fill("The line is bad, says");
    if (story.javaScriptEnabled) await page.locator("[data-autosave-status]", { hasText: say_en("call-saved").split("{")[0].trim() }).waitFor();
    else await call.locator('button[formaction$="/draft"]').click();
    await page.see("/intake");
    const draft = page.locator('main a[href*="/intake/"]').first();
    await draft.click();
    const notes = await page.locator('[name="notes"]').inputValue();
    return notes === "The line is bad, says" ? [] : [`the draft says "${notes}"`];
  },

  "a lost line and an idle lock lose nothing": async (story) => {
    if (!story.javaScriptEnabled) return;
    const page = await story.visitor();
    // The hours of an afternoon, without waiting for them.
    await page.clock.install();
    const miriam = account(story.book, "harbour.miriam");
    await signIn(page, story.base, miriam);
    await page.see("/intake");
    const call = form(page, "/intake");
    const state = (word) => page.locator(`[data-autosave-status][data-state="${word}"]`).waitFor();
    await page.context().setOffline(true);
    await call.locator('[name="notes"]').fill("She is in the harbour");
    await page.clock.fastForward(3_000);
    await state("failed");
    await page.context().setOffline(false);
    await state("saved");
    await call.locator('[name="notes"]').fill("She is in the harbour, at the second gate");
    await page.clock.fastForward(40 * 60_000);
    await page.waitForURL(/\/sign-in/);
    if ((await page.content()).includes("second gate")) return ["the locked page still shows what was typed"];
    await page.see("/me");
    if (!/sign-in/.test(page.url())) return ["the sign-in outlives the lock"];
    await signIn(page, story.base, miriam);
    await page.see("/intake");
    const drafts = await page.locator('main a[href*="/intake/"]').evaluateAll((all) => all.map((one) => one.href));
    for (const draft of drafts) {
      await page.goto(draft);
      if ((await page.locator('[name="notes"]').inputValue()) === "She is in the harbour, at the second gate") return;
    }
    return [`none of ${drafts.length} drafts has what was typed before the lock`];
  },

  "a wrong click loses nothing of a call": async (story) => {
    if (!story.javaScriptEnabled) return;
    const page = await story.as("harbour.miriam");
    await page.see("/intake");
    // Before the first saving was due.
    await form(page, "/intake").locator('[name="notes"]').fill("The bus leaves from the north gate");
    await page.see("/me");
    await page.waitForTimeout(500);
    await page.see("/intake");
    const drafts = await page.locator('main a[href*="/intake/"]').evaluateAll((all) => all.map((one) => one.href));
    for (const draft of drafts) {
      await page.goto(draft);
      if ((await page.locator('[name="notes"]').inputValue()) === "The bus leaves from the north gate") return;
    }
    return [`none of ${drafts.length} drafts has what was typed before the click`];
  },

  "a tab that nobody touches does not sign out the one somebody types in": async (story) => {
    if (!story.javaScriptEnabled) return;
    const page = await story.visitor();
    await page.clock.install();
    await signIn(page, story.base, account(story.book, "harbour.yusuf"));
    await page.see("/intake");
    const idle = await page.context().newPage();
    await idle.goto(`${story.base}/en/me`);
    for (let eight = 0; eight < 3; eight += 1) {
      await page.clock.fastForward(8 * 60_000);
      await page.keyboard.press("Tab");
      // The other tab hears of it in a moment of real time.
      await idle.waitForTimeout(200);
    }
    await idle.clock.fastForward(20_000);
    return [page, idle].filter((one) => /sign-in/.test(one.url())).map(() => "a tab was locked while another was used");
  },

  "leaving quickly, by the button and by Shift three times": async (story) => {
    if (story.javaScriptEnabled) {
      const page = await story.visitor();
      await signIn(page, story.base, account(story.book, "harbour.yusuf"));
      await page.see("/me");
      // Alt and Shift change the language one types in.
      await page.keyboard.down("Alt");
      for (let times = 0; times < 3; times += 1) await page.keyboard.press("Shift");
      await page.keyboard.up("Alt");
      if (/\/page$/.test(page.url())) return ["the keyboard's own keys are taken for leaving"];
    }
    for (const way of story.javaScriptEnabled ? ["button", "Shift"] : ["button"]) {
      const page = await story.visitor();
      await signIn(page, story.base, account(story.book, "harbour.yusuf"));
      await page.see("/me");
      if (way === "button") await page.locator("[data-leave] button").click();
      else for (let times = 0; times < 3; times += 1) await page.keyboard.press("Shift");
      await page.waitForURL(/\/page$/);
      await page.see("/me");
      if (!/sign-in/.test(page.url())) return [`who left by ${way} is still signed in`];
    }
  },

  "triage: from the queue to a case": async (story) => {
    const page = await story.as("harbour.first");
    const intake = await find(page, "/queue", /\/intakes\/[0-9a-f-]{36}$/, /no shoes/);
    if (/<b>Has/.test(await page.locator("main").innerHTML())) return ["what a caller said is taken for HTML"];
    await submit(page, `${idIn(intake)}/take`).click();
    await submit(page, `${idIn(intake)}/open-case`).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    story.case = idIn(page.url());
  },

  "a note in three steps": async (story) => {
    const page = await story.as("harbour.first");
    await toCase(story, page);
    const steps = new Steps();
    const line = page.locator('main form[action$="/entries/new"], main form[action$="/entries"], main form[action$="/notes"]').first();
    await line.locator("[name=text]").fill("Spoke to the guard. <i>Shoes</i> are promised.");
    await steps.press(line.locator("button[type=submit]").last());
    await page.getByText("<i>Shoes</i> are promised.").first().waitFor();
    return steps.within(3, "a note");
  },

  "both texts when two people change the same": async (story) => {
    const [one, other] = [await story.as("harbour.first"), await story.as("harbour.first")];
    for (const page of [one, other]) await toCase(story, page, "/sheet");
    await one.locator("[name=summary]").fill("The text of the one");
    await submit(one, "/sheet").click();
    await said(one, "changed");
    await other.locator("[name=summary]").fill("The text of the other");
    await submit(other, "/sheet").click();
    await other.locator(".faults").waitFor();
    const shown = await other.locator("main").innerText();
    const kept = await other.locator("[name=summary]").inputValue();
    return shown.includes("The text of the one") && kept === "The text of the other" ? [] : ["a text is lost"];
  },

  "nothing is lost when the sign-in has ended": async (story) => {
    const page = await story.as("harbour.first");
    await toCase(story, page, "/sheet");
    await page.locator("[name=summary]").fill("Typed before the end");
    // As if the sign-in had run out: the browser holds a token that is good for nothing.
    const jar = await page.context().cookies();
    await page.context().addCookies(jar.map((cookie) => ({ ...cookie, value: "A".repeat(cookie.value.length) })));
    await submit(page, "/sheet").click();
    const kept = await page.locator('input[type=hidden][name="summary"]').getAttribute("value");
    return kept === "Typed before the end" ? [] : ["what was typed is gone"];
  },

  "a referral in five steps": async (story) => {
    const page = await story.as("harbour.first");
    await toCase(story, page);
    const steps = new Steps();
    await steps.press(page.locator('main a[href$="/route"]').first());
    await steps.press(page.locator('main a[href*="/route/"]', { hasText: "Nomiki" }).first());
    const question = page.locator("[name=question]");
    if ((await question.inputValue()) === "") await question.fill("Can you visit this week?");
    await steps.press(page.locator("main form button.main").first());
    const send = page.locator('main form[action$="/check"] button.main');
    await send.waitFor();
    const asked = page.locator("[name=confirmed_now]");
    if (await asked.count()) await steps.press(asked);
    await steps.press(send);
    await said(page, "referral-sent");
    return steps.within(5, "a referral");
  },

  "accepting in two steps, the outcome in three": async (story) => {
    const page = await story.as("nomiki.stavros");
    await page.see("/referrals");
    const before = await page.locator("main").innerText();
    if (/no shoes/i.test(before)) return ["the inbox shows what the packet holds"];
    const [accepting, outcome] = [new Steps(), new Steps()];
    await accepting.press(page.locator('main form[action$="/accept"] button').first());
    await said(page, "referral-accepted");
    await page.locator('main a[href$="/packet"]').first().click();
    await page.locator("main").getByRole("heading", { level: 1 }).waitFor();
    await page.goBack();
    await outcome.press(page.locator('main a[href$="/complete"]').first());
    await outcome.press(page.locator("[name=outcome]").first());
    await outcome.press(submit(page, "/complete"));
    await said(page, "referral-completed");
    return [...accepting.within(2, "accepting"), ...outcome.within(3, "an outcome")];
  },

  "the person looks, writes back and stops the sharing": async (story) => {
    const page = await story.visitor();
    await enterNumber(page, story.base, story.number ?? receiptOf(story.book, "Harbour Line"));
    await page.locator("[name=text]").fill("Thank you. I am in another room now.");
    await submit(page, "/status").click();
    await page.getByText("I am in another room now.").first().waitFor();
    await page.locator('main a[href$="/status/sharing"]').click();
    await submit(page, "/status/sharing").click();
    await page.getByText(say_en("my-sharing-is-stopped")).first().waitFor();
    await page.locator("form[data-leave] button").click();
    await page.waitForURL(/\/page$/);
    await page.see("/status");
    if (/\/status$/.test(new URL(page.url()).pathname) && /another room/.test(await page.content())) return ["after leaving, the page is still open"];
  },

  "a number that nobody has": async (story) => {
    const page = await story.visitor();
    await page.see("/number");
    await page.locator("[name=receipt]").fill("123 456 789 012 345 678");
    await submit(page, "/number").click();
    await page.locator(".faults").waitFor();
  },

  "an invitation, from the code to the first sign-in": async (story) => {
    const admin = await story.as("harbour.admin");
    await admin.see("/invitations");
    const asking = form(admin, "/invitations");
    await asking.locator('input[value="volunteer"]').check();
    await asking.locator("button.main").click();
    const code = (await admin.locator("main code").first().innerText()).trim();
    const newcomer = await story.visitor();
    await newcomer.see("/join");
    await newcomer.locator("[name=code]").fill(code);
    await submit(newcomer, "/join").click();
    const login = `new.${story.javaScriptEnabled ? "a" : "b"}`;
    await newcomer.locator('[name="display_name"]').fill(`Newcomer ${login}`);
    await newcomer.locator('[name="login"]').fill(login);
    // The words that are on the page are taken as they are; other ones are one click away.
    const first = (await newcomer.locator("output.words").innerText()).trim();
    await newcomer.locator('button[value="another"]').click();
    const passphrase = (await newcomer.locator("output.words").innerText()).trim();
    if (passphrase === first) return ["no other words are drawn"];
    if ((await newcomer.locator('[name="login"]').inputValue()) !== login) return ["what was typed is lost with the words"];
    await form(newcomer, "/join/accept").locator("button.main").click();
    await newcomer.locator("section .fingerprint").waitFor();
    const heard = await newcomer.locator("section .fingerprint li").allInnerTexts();
    if (heard.length !== 6) return ["a newcomer has no words to read out"];
    const secret = (await newcomer.locator("code.secret").first().innerText()).replaceAll(/\s/g, "");
    const person = { login, passphrase, totp_secret: secret };
    await signIn(newcomer, story.base, person);
    await newcomer.see("/intake");
    if (await newcomer.locator('form[action="/en/intake"]').count()) return ["who is not admitted can take calls"];
    const supervisor = await story.as("harbour.first");
    await supervisor.see("/admissions");
    await supervisor.locator("main li", { hasText: `Newcomer ${login}` }).locator("a.button").click();
    for (const [place, word] of heard.entries()) {
      await supervisor.locator('select[name="words[]"]').nth(place).selectOption(place === 2 ? "-" : word.trim());
    }
    await supervisor.locator("form .actions button.main").click();
    if (!(await supervisor.locator(".faults").count())) return ["somebody whose words are others is admitted"];
    for (const [place, word] of heard.entries()) {
      await supervisor.locator('select[name="words[]"]').nth(place).selectOption(word.trim());
    }
    await supervisor.locator("form .actions button.main").click();
    await supervisor.locator(".said").waitFor();
    await newcomer.see("/home");
    await newcomer.see("/intake");
    if (!(await newcomer.locator('form[action="/en/intake"]').count())) return ["who was admitted cannot take calls"];
  },

  "another language, the same page": async (story) => {
    const page = await story.as("harbour.first");
    await page.see("/queue");
    await page.locator(".top-tools .picker summary").click();
    await page.locator('.picker a[lang="ar"]').click();
    await page.waitForURL(/\/ar\/queue$/);
    return (await page.locator("html").getAttribute("dir")) === "rtl" ? [] : ["Arabic is not written from the right"];
  },

  "the keystrokes of a call": async (story) => {
    if (!story.javaScriptEnabled) return;
    const page = await story.as("harbour.dafni");
    await page.see("/intake");
    const keys = new Keys(page);
    await keys.press("Alt+Digit1");
    for (const [name, value] of [
      ["danger_now", "no"], ["detained", "yes"], ["removal_feared", "no"], ["urgent_medical", "no"],
      ["under_18", "no"], ["pregnant_or_with_children", "no"], ["safe_to_call_back", "yes"],
    ]) await keys.choose(name, value);
    await keys.tabTo('[name="how"]');
    await keys.type("only after sunset");
    const triage = keys.count;
    await keys.press("Alt+Digit2");
    await keys.type("Tigrinya");
    await keys.tabTo('[name="now_in"]');
    await keys.type("Greece");
    await keys.press("Alt+Digit3");
    await keys.press("Space");
    await keys.press("Alt+Digit4");
    await keys.choose("consent_file", "yes");
    await keys.choose("consent_share", "ask_each_time");
    await keys.choose("explained_by", "me");
    await keys.press("Alt+Digit6");
    await keys.tabTo('form[action$="/intake"] button.main');
    await keys.press("Enter");
    await page.getByRole("heading", { name: say_en("handed-over-title") }).waitFor();
    say(`keystrokes: triage ${triage}, whole call ${keys.count}`);
    return [
      ...(triage > 45 ? [`triage takes ${triage} keystrokes, at most 45`] : []),
      ...(keys.count > 100 ? [`a call takes ${keys.count} keystrokes, at most 100`] : []),
    ];
  },
};

// Follows the links of a list until a page holds the text.
async function find(page, list, link, text) {
  await page.see(list);
  const links = await page.locator("main a[href]").evaluateAll((all) => [...new Set(all.map((one) => one.href))]);
  for (const one of links.filter((it) => link.test(new URL(it).pathname))) {
    await page.goto(one);
    if (text.test(await page.locator("main").innerText())) return one;
  }
  throw new Error(`nothing behind ${list} says ${text}`);
}

// The keyboard, with a count of what was pressed.
class Keys {
  count = 0;

  constructor(page) {
    this.page = page;
  }

  async press(key) {
    this.count += 1;
    await this.page.keyboard.press(key);
  }

  async type(text) {
    this.count += text.length;
    await this.page.keyboard.type(text);
  }

  async tabTo(selector) {
    for (let tries = 0; tries < 40; tries += 1) {
      if (await this.page.evaluate((it) => document.activeElement.matches(it), selector)) return;
      await this.press("Tab");
    }
    throw new Error(`${selector} is not reached by Tab`);
  }

  async choose(name, value) {
    await this.tabTo(`[name="${name}"]`);
    const [at, to, all] = await this.page.evaluate(([group, wanted]) => {
      const radios = [...document.querySelectorAll(`[name="${group}"]`)];
      return [radios.findIndex((it) => it.checked), radios.findIndex((it) => it.value === wanted), radios.length];
    }, [name, value]);
    if (at === to) return;
    if (at < 0 && to === 0) return this.press("Space");
    const right = (to - Math.max(at, 0) + all) % all;
    const left = (all - right) % all;
    for (let times = Math.min(right, left); times > 0; times -= 1) await this.press(right <= left ? "ArrowRight" : "ArrowLeft");
  }
}
