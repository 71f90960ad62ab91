import { defineCapability } from "../capability"
import { ExpiryStore } from "./expiry-store"

/** Expiry of the lots of many accounts at once. */
export const expiry = defineCapability({
  key: "expiry",
  create: ({ dataSource, now }) => new ExpiryStore(dataSource, now),
})
