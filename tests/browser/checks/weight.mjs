// What a page weighs on the wire, compressed, and how many requests it takes.

import { request } from "node:http";

const KB = 1024;
const limits = { html: 14 * KB, css: 12 * KB, js: 12 * KB, first: 40 * KB, requests: 5, person: 20 * KB };
const weighed = new Map();

// `files`: the addresses of styles, scripts and pictures; `asked`: every request the browser made.
export async function weight({ url, cookie, files, asked, person = false }) {
  const faults = [];
  const { origin } = new URL(url);
  const html = await fetchRaw(url, cookie);
  let [css, js, other] = [0, 0, 0];
  for (const file of new Set(files)) {
    if (file.startsWith("data:")) continue;
    if (!weighed.has(file)) weighed.set(file, await fetchRaw(file));
    const size = weighed.get(file);
    if (/\.css$/.test(file)) css += size;
    else if (/\.js$/.test(file)) js += size;
    else other += size;
  }
  const first = html + css + js + other;
  const requests = 1 + new Set(files.filter((file) => !file.startsWith("data:"))).size;
  const foreign = [...new Set(asked.filter((one) => !one.startsWith("data:") && !one.startsWith(`${origin}/`)))];
  const most = (what, value, limit) => { if (value > limit) faults.push(`${what} ${value}, at most ${limit}`); };
  most("HTML, bytes:", html, limits.html);
  most("CSS, bytes:", css, limits.css);
  most("scripts, bytes:", js, limits.js);
  most("first load, bytes:", first, person ? limits.person : limits.first);
  most("requests:", requests, limits.requests);
  for (const one of foreign) faults.push(`asks another site: ${one.slice(0, 100)}`);
  return { faults, html, css, js, first, requests };
}

// The bytes of a body as they travel.
function fetchRaw(url, cookie) {
  const headers = { "accept-encoding": "gzip", accept: "text/html,*/*", ...(cookie ? { cookie } : {}) };
  return new Promise((done, fail) => {
    // A connection of its own: one that is kept may be closed just then.
    const asking = request(url, { headers, agent: false }, (answer) => {
      let size = 0;
      answer.on("data", (piece) => { size += piece.length; });
      answer.on("end", () => done(size));
    });
    asking.on("error", fail);
    asking.end();
  });
}
