import { existsSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import { anchorsOf, linksOf } from "../support/docs/links"
import { pages } from "../support/docs/pages"

describe.each(pages())("%s", (page) => {
  const file = path.join(ROOT, page)

  it("links to files that exist", () => {
    const broken = linksOf(file).filter(
      ({ target }) => target !== "" && !existsSync(targetOf(target))
    )
    expect(broken).toEqual([])
  })

  it("links to headings that exist", () => {
    const broken = linksOf(file)
      .filter(({ anchor }) => anchor !== "")
      .filter(({ target, anchor }) => !anchorsOf(targetOf(target)).includes(anchor))
    expect(broken).toEqual([])
  })

  /** The file that a relative link points to; the page itself for a link with only a heading. */
  const targetOf = (target: string) => (target ? path.resolve(path.dirname(file), target) : file)
})
