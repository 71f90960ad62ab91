import { tokensOf, within, type Token } from "./markdown"

/** A relative link or image of a page; `anchor` is the heading it leads to, without the `#`. */
export interface RelativeLink {
  target: string
  anchor: string
}

/** The links and images of a Markdown file that lead to files of this repository. */
export function linksOf(file: string): RelativeLink[] {
  return everythingIn(file)
    .flatMap((token) => (token.type === "link" || token.type === "image" ? [token.href] : []))
    .filter((href: string) => !/^[a-z]+:/.test(href))
    .map((href: string) => {
      const [target = "", anchor = ""] = href.split("#")
      return { target: decodeURIComponent(target), anchor }
    })
}

/** The anchors that GitHub gives to the headings of a Markdown file. */
export function anchorsOf(file: string): string[] {
  const seen = new Map<string, number>()
  return everythingIn(file)
    .filter((token) => token.type === "heading")
    .map((token) => {
      const anchor = anchorOf(plainText(token))
      const count = seen.get(anchor) ?? 0
      seen.set(anchor, count + 1)
      return count === 0 ? anchor : `${anchor}-${count}`
    })
}

/** What a piece says, without its marks. */
export function plainText(token: Token): string {
  const inner = "tokens" in token && token.tokens ? token.tokens : []
  const own = "text" in token && typeof token.text === "string" ? token.text : ""
  return inner.length > 0 ? inner.map(plainText).join("") : own
}

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-")

const everythingIn = (file: string) => tokensOf(file).flatMap(({ token }) => within(token))
