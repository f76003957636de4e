// What a person loads before the map may weigh so much, compressed: over a slow line at night each second counts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const most = 350 * 1024; // bytes, gzip
const dist = fileURLToPath(new URL("../dist.new", import.meta.url));
const page = readFileSync(join(dist, "index.html"), "utf8");
const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
// The desk shows no board before the worker that windows share brings it; the page's code names it, not the page.
const workers = readdirSync(join(dist, "assets")).filter((name) => /^worker-[^.]+\.js$/.test(name)).map((name) => `/assets/${name}`);
if (workers.length !== 1) throw new Error(`Which of these is the worker that windows share: ${workers.join(", ")}?`);

const files = ["/index.html", ...named, ...workers];
const weights = files.map((path) => [path, readFileSync(join(dist, `${path}.gz`)).length]);
const weight = weights.reduce((sum, [, bytes]) => sum + bytes, 0);

if (weight > most) throw new Error(`The first load is ${weight} bytes compressed, more than ${most}: ${weights.map(([path, bytes]) => `${path} ${bytes}`).join(", ")}`);
console.log(`first load: ${Math.round(weight / 1024)} KB compressed, in ${files.length} files`);
