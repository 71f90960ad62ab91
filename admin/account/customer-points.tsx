export function CustomerPoints(_: { customer: { id: string } }) {
  return null
}
