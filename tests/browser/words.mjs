// What the pages say, read from the same message files: a test finds a field by its label in any
// language, and follows when somebody finds a better word.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

const known = new Map();

function messages(language) {
  if (known.has(language)) return known.get(language);
  const found = new Map();
  const folder = join(root, "server", "locales", language);
  for (const file of existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".ftl")) : []) {
    let id;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const begins = /^([A-Za-z][\w-]*) *= ?(.*)$/.exec(line);
      const part = /^ +\.([a-z-]+) *= ?(.*)$/.exec(line);
      if (begins) {
        id = begins[1];
        found.set(id, begins[2].trim());
      } else if (part && id) found.set(`${id}.${part[1]}`, part[2].trim());
      else if (!line.startsWith(" ")) id = undefined;
    }
  }
  known.set(language, found);
  return found;
}

// `say("sign-in")` is the message in the language, or in English as the server falls back.
export function words(language) {
  return (id) => {
    const text = messages(language).get(id) ?? messages("en").get(id);
    if (text === undefined) throw new Error(`there is no message ${id}`);
    return text;
  };
}
