/** The commands of a Bash block: comments left out, continued lines joined. */
export function commandsIn(text: string): string[] {
  return text
    .replace(/\s*\\\n\s*/g, " ")
    .split(/\n(?=\S)/)
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
}

/**
 * The words of a command as a shell hears them, with the variables' values. Knows quotes and
 * `$NAME`, which is what the docs use.
 *
 * @throws for a variable without a value
 */
export function wordsOf(command: string, variables: Record<string, string>): string[] {
  const valueOf = (name: string) => {
    const value = variables[name]
    if (value === undefined) {
      throw new Error(`No test gives $${name} a value; it stands in: ${command}`)
    }
    return value
  }
  const fill = (text: string) => text.replace(/\$(\w+)/g, (_, name: string) => valueOf(name))
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []
  return words.map((word) =>
    word.replace(/'([^']*)'|"([^"]*)"|[^'"]+/g, (part, single?: string, double?: string) =>
      single !== undefined ? single : fill(double ?? part)
    )
  )
}
