// Builds the page, serves it on loopback and runs it in chromium. Exit code 1 on the first failed check.
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = fileURLToPath(new URL(".", import.meta.url));
const baseUrl = process.env.HANDHAVING_HTTP ?? "http://127.0.0.1:5100";
const identity = process.env.HANDHAVING_IDENTITY ?? "http://127.0.0.1:5110";
const secret = process.env.HANDHAVING_CLIENT_SECRET ?? "partner-simulator-development";
const port = 5173; // The origin that the gateway's development configuration allows.

async function makePage() {
  const bin = join(here, "node_modules/.bin");
  execFileSync(join(bin, "buf"), ["generate", "--template", join(here, "buf.gen.yaml")], {
    cwd: join(here, "../../../protos"),
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    stdio: "inherit",
  });
  const { outputFiles } = await build({ entryPoints: [join(here, "page.js")], bundle: true, format: "esm", write: false });
  return outputFiles[0].text;
}

async function serve(script) {
  const files = { "/": ["text/html; charset=utf-8", await readFile(join(here, "index.html"), "utf8")], "/page.js": ["text/javascript", script] };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url] ?? ["text/plain", undefined];
    response.writeHead(text === undefined ? 404 : 200, { "content-type": type }).end(text);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return server;
}

async function signIn() {
  const answer = await fetch(new URL("/connect/token", identity), {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: "partner-simulator", client_secret: secret }),
  });
  if (!answer.ok) throw new Error(`The identity provider answered ${answer.status}.`);
  return (await answer.json()).access_token;
}

async function runInBrowser(token) {
  const profile = await mkdtemp(join(tmpdir(), "handhaving-chromium-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => message.type() === "error" && console.log(`console ${message.text()}`));
    await page.exposeFunction("tell", (line) => console.log(line));
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate((settings) => globalThis.runChecks(settings), { baseUrl, token });
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

const server = await serve(await makePage());
try {
  process.exitCode = (await runInBrowser(await signIn())) ? 0 : 1;
} finally {
  server.close();
}
