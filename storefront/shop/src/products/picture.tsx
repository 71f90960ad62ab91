const FALLBACK = "./pictures/fallback.svg"

/** The shop's own drawings: one file per product, named after its handle. */
const PICTURES = import.meta.glob<string>("./pictures/*.svg", {
  eager: true,
  query: "?url",
  import: "default",
})

interface PictureProps {
  handle?: string | null
  /** A picture uploaded by the merchant. */
  thumbnail?: string | null
}

/** A product's picture; the name is always beside it, so it has no alternative text. */
export function Picture({ handle, thumbnail }: PictureProps) {
  const source = thumbnail ?? PICTURES[`./pictures/${handle}.svg`] ?? PICTURES[FALLBACK]
  return <img className="picture" src={source} alt="" width={400} height={400} />
}
