import { gzipSync } from "node:zlib"

/**
 * The gzipped bytes that a browser loads for a module: bundled, minified, with all its chunks, but
 * without the packages that are loaded anyway.
 */
export async function bundledSize(
  entry: string,
  isPresent: (packageName: string) => boolean
): Promise<number> {
  const { build } = await import("vite")
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      minify: "esbuild",
      rollupOptions: {
        input: entry,
        preserveEntrySignatures: "strict",
        external: (id) => isPresent(packageOf(id)),
      },
    },
  })
  const outputs = [built].flat().flatMap((result) => ("output" in result ? result.output : []))
  return outputs
    .flatMap((output) => (output.type === "chunk" ? [gzipSync(output.code).length] : []))
    .reduce((sum, bytes) => sum + bytes, 0)
}

/** `@scope/name` or `name` of an import; a path is not a package. */
function packageOf(id: string): string {
  const [scope, name] = id.split("/")
  return scope?.startsWith("@") ? `${scope}/${name}` : (scope ?? "")
}
