import { blocksIn, placeOf } from "../support/docs/pages"
import { typeErrorsOf } from "../support/docs/typecheck"
import { PRELUDES } from "./preludes"

/** Blocks that name a file belong to the Next.js shop, which `../nextjs` builds. */
const blocks = blocksIn("ts", "tsx").filter(({ meta }) => meta === "")

const preludeOf = (block: { file: string; heading: string }) =>
  PRELUDES.find(({ page, heading }) => page === block.file && heading === block.heading)

const named = blocks.map((block) => {
  const { before = "", after = "", leftOut = [] } = preludeOf(block) ?? {}
  const name = placeOf(block).replaceAll(/[^\w.]/g, "-")
  return {
    place: placeOf(block),
    name,
    leftOut,
    text: [before, block.text, after, "export {}"].join("\n"),
  }
})

describe("a snippet of TypeScript", () => {
  let errors: Record<string, string[]>

  beforeAll(() => {
    errors = typeErrorsOf(named)
  })

  it.each(named)("$place type-checks, with the context in preludes.ts", ({ name, leftOut }) => {
    const isExpected = (error: string) => leftOut.some((words) => error.includes(words))
    expect(errors[name]?.filter((error) => !isExpected(error))).toEqual([])
  })
})

it("has no prelude that no snippet uses", () => {
  const unused = PRELUDES.filter((prelude) => !blocks.some((block) => preludeOf(block) === prelude))
  expect(unused).toEqual([])
})
