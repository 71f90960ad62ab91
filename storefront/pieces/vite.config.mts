import { readFileSync } from "node:fs"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const OUT = "../../.medusa/server/storefront/pieces"

/** The reusable storefront pieces as one ES module, with React outside. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), plainFiles()],
  // By default Vite keeps whitespace in a library; the shipped size should be the measured one.
  esbuild: { minifyWhitespace: true },
  build: {
    outDir: OUT,
    // The type declarations are in the same folder.
    emptyOutDir: false,
    target: "es2022",
    lib: { entry: "index.ts", formats: ["es"], fileName: "index" },
    rollupOptions: {
      external: ["react", "react-dom", "react/jsx-runtime"],
      // Next.js: hooks and components that run in the browser.
      output: { banner: '"use client"', entryFileNames: "index.js" },
    },
  },
})

/**
 * Adds the style sheet and the README unchanged, and a package.json that marks the folder as ES modules
 * and lets bundlers drop what a shop does not use.
 */
function plainFiles() {
  return {
    name: "loyalty-plain-files",
    generateBundle(this: {
      emitFile(file: { type: "asset"; fileName: string; source: string }): unknown
    }) {
      for (const fileName of ["styles.css", "README.md"]) {
        const source = readFileSync(new URL(fileName, import.meta.url), "utf8")
        this.emitFile({ type: "asset", fileName, source })
      }
      const source = `${JSON.stringify({ type: "module", sideEffects: ["*.css"] })}\n`
      this.emitFile({ type: "asset", fileName: "package.json", source })
    },
  }
}
