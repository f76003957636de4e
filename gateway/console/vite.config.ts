import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { sharedWorker } from "./build/sharedWorker";

export default defineConfig({
  plugins: [sharedWorker(), react()],
  worker: { format: "es" },
  build: {
    outDir: "dist.new",
    target: "es2023",
    assetsInlineLimit: 0, // the content security policy of the gateway allows no data: scripts or styles
    chunkSizeWarningLimit: 1500,
  },
  server: {
    port: 5173,
    strictPort: true,
    host: "127.0.0.1",
    proxy: {
      "/console/": "http://127.0.0.1:5100",
      "/handhaving.": { target: "http://127.0.0.1:5100" },
    },
  },
});
