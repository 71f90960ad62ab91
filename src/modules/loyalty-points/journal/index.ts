import { defineCapability } from "../capability"
import { JOURNAL_INVARIANTS } from "./invariants"
import { JournalStore } from "./journal-store"

/** The journal of all accounts together: its feed and its seals. */
export const journal = defineCapability({
  key: "journal",
  create: ({ dataSource, now }) => new JournalStore(dataSource, now),
  invariants: JOURNAL_INVARIANTS,
})
