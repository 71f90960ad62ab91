export function AccountPage(_: { id: string }) {
  return null
}
