// What a person loads before the map may weigh so much, compressed: over a slow line at night each second counts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const most = 350 * 1024; // bytes, gzip
const dist = fileURLToPath(new URL("../dist.new", import.meta.url));
const page = readFileSync(join(dist, "index.html"), "utf8");
const files = ["/index.html", ...[...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)];
const weight = files.reduce((sum, path) => sum + readFileSync(join(dist, `${path}.gz`)).length, 0);

if (weight > most) throw new Error(`The first load is ${weight} bytes compressed, more than ${most}: ${files.join(", ")}`);
console.log(`first load: ${Math.round(weight / 1024)} KB compressed, in ${files.length} files`);
