// Links of documents that lead nowhere. Links of our own pages are followed by the crawl, which is
// signed in.

import { LinkChecker } from "linkinator";

export async function links(path, options = {}) {
  const checker = new LinkChecker();
  const { links: found } = await checker.check({
    path,
    recurse: true,
    // Other sites are not asked; a test must not depend on them.
    linksToSkip: ["^https?://(?!localhost|127\\.0\\.0\\.1)", "^data:", "^mailto:", "^tel:"],
    timeout: 20_000,
    ...options,
  });
  if (found.length < 2 && !options.markdown) return [`${path}: no link was found`];
  return found.filter((it) => it.state === "BROKEN").map((it) => `${it.url} (${it.status}), on ${it.parent}`);
}
