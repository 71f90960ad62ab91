/** A table in Markdown, without padding. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "-"), ...rows].map(line).join("\n")
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`
