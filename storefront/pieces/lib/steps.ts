/** A round step (1, 2 or 5 times a power of ten), about a hundredth of `most`. */
export function stepFor(most: number): number {
  const ideal = Math.max(most / 100, 1)
  const power = 10 ** Math.floor(Math.log10(ideal))
  const rounded = [5, 2, 1].find((factor) => factor * power <= ideal) ?? 1
  return rounded * power
}

/** A number of points rounded to a step; both ends of the range can always be reached. */
export function snapped(points: number, most: number): number {
  const step = stepFor(most)
  return points >= most ? most : Math.min(Math.round(points / step) * step, most)
}
