// Starts `amparo demo` in a folder of its own and reads who may sign in.

import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, folder } from "./places.mjs";

// AMPARO_BROWSER_DEMO names the folder of one that is served already, for whoever works on a test.
export async function startDemo({ cases = 24, seed = 7 } = {}) {
  const served = process.env.AMPARO_BROWSER_DEMO;
  if (served) {
    const book = JSON.parse(readFileSync(join(served, "demo.json"), "utf8"));
    return { base: book.base_url.replace("127.0.0.1", "localhost"), book, stop: async () => {} };
  }
  const data = join(mkdtempSync(join(tmpdir(), "amparo-browser.")), "demo");
  const port = await freePort();
  const log = join(folder(), "server.log");
  const stream = createWriteStream(log);
  const server = spawn(
    binary,
    ["demo", "--data", data, "--listen", `127.0.0.1:${port}`, "--cases", String(cases), "--seed", String(seed), "--pretended-languages"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  server.stderr.pipe(stream);
  const over = new Promise((done) => server.once("exit", done));
  // A secure cookie is kept over plain HTTP for this name only.
  const base = `http://localhost:${port}`;
  const stop = async () => {
    server.kill("SIGINT");
    await over;
    stream.end();
    rmSync(join(data, ".."), { recursive: true, force: true });
  };
  try {
    await answering(`${base}/health/live`, over);
  } catch (why) {
    await stop();
    throw new Error(`${why.message}; see ${log}`);
  }
  const book = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  return { base, book, log, stop };
}

async function answering(url, over) {
  let ended = false;
  over.then(() => { ended = true; });
  for (let tries = 0; tries < 1200; tries += 1) {
    if (ended) throw new Error("the demonstration ended before it began");
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error("the demonstration does not answer");
}

export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
