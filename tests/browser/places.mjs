// Where things are: the repository, the folder for what the tests write, the browsers.

import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, "..", "..");
export const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
// Screenshots, pages and logs; not committed.
export const output = join(target, "browser");
export const binary = process.env.AMPARO_BIN ?? join(target, "debug", "amparo");

const among = (paths) => paths.find((path) => existsSync(path));
export const chromium = process.env.CHROME_PATH ?? among(["/usr/bin/chromium", "/usr/bin/google-chrome"]);
export const firefox = process.env.FIREFOX_PATH ?? among(["/usr/bin/firefox-esr", "/usr/bin/firefox"]);

// A browser that is tested asks nobody but the server that is tested.
export const quiet = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-default-apps", "--force-color-profile=srgb",
  // The sandbox of the browser does not work for root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export function folder(...parts) {
  const path = join(output, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
}
