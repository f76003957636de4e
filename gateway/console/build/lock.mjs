// One build at a time in this directory, whichever process asks; the lock of a process that died is taken over.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const claimLimit = 10_000; // milliseconds in which whoever made the directory writes its pid

export async function withLock(directory, act) {
  while (!take(directory)) await wait(200);
  try {
    return await act();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function take(directory) {
  try {
    mkdirSync(directory);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(directory)) rmSync(directory, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(directory, "pid"), String(process.pid));
  return true;
}

function isAbandoned(directory) {
  try {
    process.kill(Number(readFileSync(join(directory, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "ESRCH") return true;
    return error.code === "ENOENT" && ageOf(directory) > claimLimit;
  }
}

function ageOf(directory) {
  try {
    return Date.now() - statSync(directory).mtimeMs;
  } catch {
    return 0;
  }
}
