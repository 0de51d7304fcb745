// Chromium through Playwright.

import { chromium as playwright } from "playwright-core";
import { chromium, quiet } from "./places.mjs";

export function launch() {
  return playwright.launch({ executablePath: chromium, headless: true, args: quiet });
}

// What a page asks for, and what the browser complains about.
export function listen(page) {
  const heard = { asked: [], complaints: [] };
  page.on("request", (request) => heard.asked.push(request.url()));
  page.on("console", (message) => {
    // A refused form is answered with 422, which the browser writes down as an error.
    if (message.type() === "error" && !/the server responded with a status of 4\d\d/.test(message.text()))
      heard.complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (why) => heard.complaints.push(`script: ${why.message}`));
  return heard;
}

// The cookies of a context, as a header.
export async function cookieOf(context) {
  const jar = await context.cookies();
  return jar.map(({ name, value }) => `${name}=${value}`).join("; ");
}
