// What every page of ours has, in any state.

export async function facts(page, { language, status, wanted = [200] }) {
  const faults = [];
  if (!wanted.includes(status)) faults.push(`status ${status}`);
  const seen = await page.evaluate(() => {
    const text = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      // What people wrote, and codes that are meant to be codes, may look like anything.
      if (!walker.currentNode.parentElement.closest("code, [translate=no], bdi, textarea, script, style, [dir=auto], option"))
        text.push(walker.currentNode.data);
    }
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      title: document.title,
      headings: document.querySelectorAll("h1").length,
      mains: document.querySelectorAll("main").length,
      leave: document.querySelectorAll("form[data-leave] button").length,
      inline: document.querySelectorAll("[style], script:not([src]), style").length,
      sealed: document.body.dataset.neutral !== undefined || /\/page$/.test(location.pathname),
      places: [...document.querySelectorAll("a[href^='#']")].map((link) => link.hash).filter((hash) => hash.length > 1 && !document.getElementById(hash.slice(1))),
      names: [...document.querySelectorAll("[aria-labelledby], [aria-describedby], label[for]")]
        .flatMap((it) => `${it.getAttribute("aria-labelledby") ?? ""} ${it.getAttribute("aria-describedby") ?? ""} ${it.getAttribute("for") ?? ""}`.split(/\s+/))
        .filter((id) => id && !document.getElementById(id)),
      html: document.documentElement.outerHTML,
      text: text.join("\n"),
    };
  });
  if (seen.lang !== language) faults.push(`lang is "${seen.lang}"`);
  if (seen.dir !== (language === "ar" ? "rtl" : "ltr")) faults.push(`dir is "${seen.dir}"`);
  if (seen.title.trim().length < 4) faults.push("no title");
  if (seen.headings !== 1) faults.push(`${seen.headings} h1`);
  if (seen.mains !== 1) faults.push(`${seen.mains} main`);
  if (!seen.sealed && seen.leave !== 1) faults.push("no way to leave at once");
  if (seen.inline > 0) faults.push(`${seen.inline} inline styles or scripts`);
  for (const hash of seen.places) faults.push(`a link leads to ${hash}, which is not on the page`);
  for (const id of seen.names) faults.push(`#${id} is referred to and is not on the page`);
  for (const gap of new Set(seen.html.match(/⟦[^⟧]*⟧/g) ?? [])) faults.push(`no text for ${gap}`);
  for (const raw of new Set(seen.text.match(/\b[a-z]{2,}(?:_[a-z]+)+\b/g) ?? [])) faults.push(`a raw code is shown: ${raw}`);
  for (const id of new Set(seen.text.match(/\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g) ?? [])) faults.push(`a raw id is shown: ${id}`);
  return faults;
}
