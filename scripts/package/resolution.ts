import { readFileSync } from "node:fs"
import path from "node:path"
import { Child } from "../lib/children"
import { Problem } from "../lib/problem"
import type { Packed } from "./pack"

/** A problem reported by `attw --format json`; some name an entry, some a file. */
interface Finding {
  kind: string
  entrypoint?: string
  resolutionKind?: string
  fileName?: string
}

/** Intended findings, each with its reason. */
const MEANT: { kind: string; where: RegExp; why: string }[] = [
  {
    kind: "CJSResolvesToESM",
    where: /^\.\/storefront /,
    why: "React shops bundle the pieces, and every Node that we support can require an ES module",
  },
  {
    kind: "CJSOnlyExportsDefault",
    where: /\/src\/modules\/loyalty-points\/index\.js$/,
    why: "a Medusa module is a default export of a CommonJS file: Medusa looks for exactly that",
  },
]

/** Entries without types: only Medusa's bundler loads the admin, and a style sheet has none. */
const UNTYPED = ["./admin", "./storefront/styles.css"]
/** A `*` in `exports` is not tried by itself. */
const BEHIND_WILDCARDS = ["./modules/loyalty-points", "./.medusa/server/src/modules/loyalty-points"]

/**
 * Runs arethetypeswrong for the resolutions node10, node16 from CommonJS and from ES modules, and
 * bundler. Medusa's store template uses node16, its shop template node10: `typesVersions` in
 * package.json is for the latter.
 *
 * @throws Problem with the unintended findings
 */
export async function checkResolution({ tarball }: Packed, folder: string): Promise<void> {
  const findings = await findingsOf(tarball, folder)
  const faults = [...new Set(findings.filter(isFault).map(describe))]
  if (faults.length > 0) {
    throw new Problem(
      `${faults.join("\n")}\nMend “exports” and “typesVersions” in package.json, or the build: ` +
        "https://github.com/arethetypeswrong/arethetypeswrong.github.io/tree/main/docs/problems"
    )
  }
}

async function findingsOf(tarball: string, folder: string): Promise<Finding[]> {
  const cli = path.join(
    path.dirname(require.resolve("@arethetypeswrong/cli/package.json")),
    "dist/index.js"
  )
  const options = [
    "--format=json",
    "--no-definitely-typed",
    "--exclude-entrypoints",
    ...UNTYPED,
    "--include-entrypoints",
    ...BEHIND_WILDCARDS,
  ]
  // To a file, because it exits before a pipe has been drained.
  const report = path.join(folder, "attw.json")
  const attw = await Child.start(process.execPath, [cli, tarball, ...options], { logFile: report })
  await attw.ended
  const output = readFileSync(report, "utf8")
  const { problems } = JSON.parse(output) as { problems: Record<string, Finding[]> }
  return Object.values(problems).flat()
}

function isFault(finding: Finding): boolean {
  return !MEANT.some((meant) => meant.kind === finding.kind && meant.where.test(placeOf(finding)))
}

function describe(finding: Finding): string {
  return `${finding.kind}: ${placeOf(finding)}`
}

function placeOf({ entrypoint, resolutionKind, fileName }: Finding): string {
  return fileName ?? `${entrypoint} (${resolutionKind})`
}
