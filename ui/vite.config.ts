import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The window's content policy allows files of the app only: nothing is inlined as a data: address, and the
// page finds its files relative to itself.
export default defineConfig({
  plugins: [svelte()],
  base: "./",
  build: {
    target: ["safari15", "chrome105"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    outDir: "dist",
  },
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
