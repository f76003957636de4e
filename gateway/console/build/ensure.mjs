// What MSBuild calls when the output is missing or older than a source: packages as locked, then the build.
// Two builds at once wait for each other, and the second finds the work done.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const at = (name) => join(here, name);
const stamp = at("dist/.built");
const sources = ["src", "public", "build", "index.html", "package.json", "package-lock.json", "buf.gen.yaml", "tsconfig.json", "vite.config.ts", "../../protos/handhaving"];

function* filesOf(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.name !== "generated") yield* filesOf(join(path, entry.name));
}

const isNewerThan = (path, other) => statSync(path).mtimeMs > statSync(other).mtimeMs;
const isFresh = () => existsSync(stamp) && sources.every((source) => [...filesOf(at(source))].every((file) => !isNewerThan(file, stamp)));
const npm = (...words) => execFileSync("npm", [...words, "--loglevel=error"], { cwd: here, stdio: "inherit" });

await withLock(at(".building"), () => {
  if (isFresh()) return;
  const installed = at("node_modules/.package-lock.json");
  if (!existsSync(installed) || isNewerThan(at("package-lock.json"), installed)) npm("ci", "--ignore-scripts");
  const started = new Date();
  npm("run", "build");
  // In place of the old one at once: who serves it never sees half of it.
  rmSync(at("dist.old"), { recursive: true, force: true });
  if (existsSync(at("dist"))) renameSync(at("dist"), at("dist.old"));
  renameSync(at("dist.new"), at("dist"));
  rmSync(at("dist.old"), { recursive: true, force: true });
  writeFileSync(stamp, "");
  utimesSync(stamp, started, started); // what was changed meanwhile is not in it
});
