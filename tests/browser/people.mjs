// Who the tests are: accounts of the demonstration, their codes, and how they sign in.

import { createHmac } from "node:crypto";
import { words } from "./words.mjs";

const STEP = 30;
// The last step of each account: a code counts once.
const used = new Map();

export function account(book, login) {
  const found = book.accounts.find((one) => one.login === login);
  if (!found) throw new Error(`the demonstration has no ${login}`);
  return found;
}

// RFC 6238 with SHA-1 and six digits.
export function codeAt(secret, step) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll("=", "")].map((c) => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

// A code that was not used yet; waits for the next one if need be.
export async function freshCode({ login, totp_secret: secret }) {
  const now = () => Math.floor(Date.now() / 1000 / STEP);
  // One step of skew is allowed: a code may be used a little early.
  const step = Math.max(now(), (used.get(login) ?? 0) + 1);
  while (step > now() + 1) await new Promise((done) => setTimeout(done, 500));
  used.set(login, step);
  return codeAt(secret, step);
}

// Signs in by hand: two pages, two forms.
export async function signIn(page, base, person, language = "en") {
  const say = words(language);
  await page.goto(`${base}/${language}/sign-in`);
  await page.getByLabel(say("sign-in-login"), { exact: true }).fill(person.login);
  await page.getByLabel(say("sign-in-passphrase"), { exact: true }).fill(person.passphrase);
  await page.locator(`form[action="/${language}/sign-in"] button[type=submit]`).click();
  await page.waitForURL(/second-factor/);
  await page.getByLabel(say("second-factor-code"), { exact: true }).fill(await freshCode(person));
  await page.locator(`form[action="/${language}/second-factor"] button[type=submit]`).click();
  await page.waitForURL((url) => !/sign-in|second-factor/.test(url.pathname));
}

// The person with a receipt.
export async function enterNumber(page, base, receipt, language = "en") {
  await page.goto(`${base}/${language}/number`);
  const form = page.locator("main form").filter({ has: page.locator("input:not([type=hidden])") }).first();
  const fields = form.locator("input:not([type=hidden])");
  const digits = receipt.replaceAll(/\D/g, "");
  const count = await fields.count();
  // One field, or one for every group of digits.
  if (count === 1) await fields.fill(digits);
  else for (let at = 0; at < count; at += 1) await fields.nth(at).fill(digits.slice((at * 18) / count, ((at + 1) * 18) / count));
  await form.locator("button[type=submit]").click();
  await page.waitForURL(/\/status/);
}

export function receiptOf(book, organisation) {
  const found = book.receipts.findLast((one) => one.organisation === organisation);
  if (!found) throw new Error(`the demonstration has no receipt of ${organisation}`);
  return found.receipt;
}
