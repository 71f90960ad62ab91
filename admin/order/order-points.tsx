export function OrderPoints(_: { order: { id: string } }) {
  return null
}
