// The HTML as the server sent it: html-validate and the W3C's vnu.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const run = promisify(execFile);

const config = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Templates leave gaps where a condition did not hold, and void elements need no stroke.
    "no-trailing-whitespace": "off",
    "void-style": ["error", { style: "omit" }],
    "doctype-style": ["error", { style: "lowercase" }],
    // Several buttons and boxes of one name are how a form offers a choice.
    "form-dup-name": ["error", { allowArrayBrackets: true, shared: ["radio", "checkbox", "submit", "button", "reset"] }],
    // Telephone numbers of the directory are written as their owners write them.
    "tel-non-breaking": "off",
    "long-title": ["error", { maxlength: 80 }],
    "require-sri": "off",
  },
};

export async function htmlValidate(files) {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const faults = [];
  for (const file of files) {
    const report = await validator.validateString(readFileSync(file, "utf8"), file);
    for (const { messages } of report.results)
      for (const { ruleId, message, line, column } of messages) faults.push(`${basename(file)}:${line}:${column} ${ruleId}: ${message}`);
  }
  return faults;
}

export async function vnu(files) {
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");
  const order = ["-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", ...files];
  const { stdout } = await run("java", order, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout)
    .messages.filter((it) => it.type === "error" || it.subType === "warning")
    .map((it) => `${basename(new URL(it.url ?? "file:///?").pathname)}:${it.lastLine} ${it.message}`);
}
