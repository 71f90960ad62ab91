import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { ROOT } from "../lib/files"
import { readManifest, type Manifest } from "../lib/manifest"

/** The plugin as npm would publish it. */
export interface Packed {
  manifest: Manifest
  /** The path of the tarball. */
  tarball: string
  /** Relative to the package's root. */
  files: string[]
  /** Bytes of the tarball. */
  size: number
  unpackedSize: number
}

/** What `npm pack --json` reports about a package. */
interface PackReport {
  filename: string
  size: number
  unpackedSize: number
  files: { path: string }[]
}

/** Packs the existing build into a folder. */
export async function pack(folder: string): Promise<Packed> {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]
  const { stdout } = await promisify(execFile)("npm", args, {
    cwd: ROOT,
    maxBuffer: 16_000_000,
    shell: process.platform === "win32",
  })
  const [report] = JSON.parse(stdout) as [PackReport]
  return {
    manifest: readManifest(),
    tarball: path.join(folder, report.filename),
    files: report.files.map((file) => file.path),
    size: report.size,
    unpackedSize: report.unpackedSize,
  }
}
