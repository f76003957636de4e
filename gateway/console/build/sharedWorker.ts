import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const worker = fileURLToPath(new URL("../src/board/windows/worker.ts", import.meta.url));
const address = 'new URL("./worker.ts", import.meta.url)';

/** Builds the worker that windows share together with the page, not apart as Vite does: what both need is loaded once. */
export function sharedWorker(): Plugin {
  let chunk = "";
  return {
    name: "shared-worker",
    apply: "build",
    enforce: "pre",
    buildStart() {
      chunk = this.emitFile({ type: "chunk", id: worker, name: "worker" });
    },
    transform(code, id) {
      if (!id.endsWith("/board/windows/sharedStream.ts")) return undefined;
      if (!code.includes(address)) throw new Error(`${id} opens no worker by ${address}.`);
      return code.replace(address, `import.meta.ROLLUP_FILE_URL_${chunk}`);
    },
  };
}
