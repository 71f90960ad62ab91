/** bigint columns arrive as strings; points and versions stay within safe integers. */
export const bigintAsNumber = {
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
  to: (value: number | null): number | null => value,
}
