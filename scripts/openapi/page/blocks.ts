const BLOCK = /(<!-- generated: (.+?) -->\n)[^]*?(<!-- end of generated -->)/g

/**
 * A page with its blocks written anew; what stands around them stays. A block begins with
 * `<!-- generated: name -->`.
 *
 * @throws Error for a block that nothing is made for, and for text that has no block
 */
export function fillBlocks(page: string, texts: Record<string, string>): string {
  const missing = new Set(Object.keys(texts))
  const filled = page.replace(BLOCK, (_, begin: string, name: string, end: string) => {
    if (texts[name] === undefined) {
      throw new Error(`Nothing is generated for “${name}”: name one of ${Object.keys(texts)}.`)
    }
    missing.delete(name)
    return `${begin}\n${texts[name]}\n\n${end}`
  })
  if (missing.size > 0) {
    throw new Error(`The page has no block for ${[...missing]}.`)
  }
  return filled
}
