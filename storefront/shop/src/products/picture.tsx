const FALLBACK = "./pictures/fallback.svg"

/** The shop's own drawings: one file for each product, named by its handle. */
const PICTURES = import.meta.glob<string>("./pictures/*.svg", {
  eager: true,
  query: "?url",
  import: "default",
})

interface PictureProps {
  handle?: string | null
  /** A picture that the merchant uploaded. */
  thumbnail?: string | null
}

/** A product's picture; its name always stands beside it, so it has no text of its own. */
export function Picture({ handle, thumbnail }: PictureProps) {
  const source = thumbnail ?? PICTURES[`./pictures/${handle}.svg`] ?? PICTURES[FALLBACK]
  return <img className="picture" src={source} alt="" width={400} height={400} />
}
