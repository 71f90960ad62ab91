import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import { STAGES } from "../../scripts/test/stages"
import { tokensOf, within } from "../support/docs/markdown"
import { blocksIn, pages, placeOf } from "../support/docs/pages"
import { commandsIn } from "../support/docs/shell"
import { COMMANDS, type Execution } from "./commands"

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>
}

/** The commands in code blocks, and npm commands in running text. */
const commands = [
  ...blocksIn("bash").flatMap((block) =>
    commandsIn(block.text).map((command) => ({ command, place: placeOf(block) }))
  ),
  ...pages().flatMap((page) =>
    tokensOf(path.join(ROOT, page)).flatMap(({ token, line }) =>
      within(token)
        .filter(({ type }) => type === "codespan")
        .map(({ raw }) => ({ command: raw.replaceAll("`", ""), place: `${page}:${line}` }))
        .filter(({ command }) => /^(npm (run|test|start)\b|npx )/.test(command))
    )
  ),
]

const isStage = (name: string) => STAGES.some((stage) => stage.name === name)

const stagesFile = readFileSync(path.join(ROOT, "scripts/test/stages.ts"), "utf8")

const specs = ["src", "scripts", "admin", "storefront", "integration-tests"]
  .flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }))
  .filter((file) => file.endsWith(".spec.ts"))

/** What follows `npm test --`: stages, then a file pattern, up to Jest's own flags. */
const wordsOf = (command: string) =>
  /^npm test -- ([^-].*)$/.exec(command)?.[1]?.replace(/ -.*$/, "").split(" ")

it.each(commands)("$command ($place) is executed by a test", ({ command }) => {
  if (command.startsWith("curl ")) {
    return
  }
  const words = wordsOf(command)
  if (words) {
    const patterns = words.filter((word) => !isStage(word))
    expect(isStage(words[0] ?? "")).toBe(true)
    expect(patterns.filter((word) => !specs.some((file) => file.includes(word)))).toEqual([])
    return
  }
  expect(problemsOf(command, COMMANDS[command])).toEqual([])
})

function problemsOf(command: string, execution: Execution | undefined): string[] {
  const script = /^npm run (\S+)/.exec(command)?.[1] ?? /^npm (start|test)$/.exec(command)?.[1]
  return [
    ...(script !== undefined && !(script in scripts)
      ? [`package.json has no script “${script}”`]
      : []),
    ...(execution
      ? problemsOfExecution(command, execution)
      : [
          `nothing is known to run “${command}”: run it in a test and name that test in commands.ts`,
        ]),
  ]
}

function problemsOfExecution(command: string, execution: Execution): string[] {
  if ("stage" in execution) {
    const script = command.replace("npm run ", "")
    return isStage(execution.stage) && stagesFile.includes(`"${script}`)
      ? []
      : [`the stage “${execution.stage}” does not run it`]
  }
  if ("byHand" in execution) {
    return []
  }
  if ("test" in execution) {
    return existsSync(path.join(ROOT, execution.test)) ? [] : [`${execution.test} does not exist`]
  }
  const workflow = readFileSync(path.join(ROOT, execution.workflow), "utf8")
  return workflow.includes(`run: ${command}\n`) ? [] : [`${execution.workflow} does not run it`]
}
