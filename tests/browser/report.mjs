// Counts checks. One that throws, or finds faults, has failed; the others go on.

let passed = 0;
let failed = 0;
const loud = Boolean(process.env.AMPARO_BROWSER_LOUD);

// Runs one check. `work` answers with a list of faults, or with nothing.
export async function check(name, work) {
  let faults;
  try {
    faults = (await work()) ?? [];
  } catch (why) {
    faults = [String(why.stack ?? why).split("\n").slice(0, 6).join("\n")];
  }
  note(name, faults);
  return faults.length === 0;
}

// Counts a check that was made elsewhere.
export function note(name, faults) {
  if (faults.length === 0) {
    passed += 1;
    if (loud) console.log(`ok    ${name}`);
    return;
  }
  failed += 1;
  console.log(`FAIL  ${name}`);
  for (const fault of faults.slice(0, 12)) console.log(`      ${fault.replaceAll("\n", "\n      ")}`);
  if (faults.length > 12) console.log(`      and ${faults.length - 12} more`);
}

export function say(text) {
  const seconds = Math.round(process.uptime());
  console.log(`${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")} ${text}`);
}

// The last line, and the exit code.
export function conclude() {
  if (passed + failed === 0) failed = 1;
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
