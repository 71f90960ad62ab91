/**
 * Keys of loaded data. They begin with the customer, so that nobody sees somebody else's data.
 */
const ownerOf = (customerId: string | null) => `${customerId ?? "guest"}/`

export const accountKey = (customerId: string) => `${ownerOf(customerId)}account`
export const programsKey = (customerId: string | null) => `${ownerOf(customerId)}programs`

/** The newest `count` transactions. */
export const transactionsKey = (customerId: string, count: number) =>
  `${ownerOf(customerId)}transactions/${count}`

export const quoteKey = (customerId: string | null, cartId: string) =>
  `${ownerOf(customerId)}quote/${cartId}`

/** Whether a key belongs to this customer or guest. */
export const isKeyOf = (key: string, customerId: string | null) =>
  key.startsWith(ownerOf(customerId))
