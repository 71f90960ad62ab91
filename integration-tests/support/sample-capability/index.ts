import { defineCapability } from "../../../src/modules/loyalty-points/capability"
import { columns, queryEntity } from "../../../src/modules/loyalty-points/query/entity"
import { GreetingStore } from "./greeting-store"
import { LoyaltyGreeting } from "./greeting.entity"

/** What a capability brings, at its smallest: the module knows nothing of it but this file. */
export const hello = defineCapability({
  key: "hello",
  create: ({ dataSource, now }) => new GreetingStore(dataSource, now),
  entities: [LoyaltyGreeting],
  queried: [
    queryEntity<"LoyaltyGreeting", LoyaltyGreeting, LoyaltyGreeting>(
      {
        name: "LoyaltyGreeting",
        alias: "loyalty_greeting",
        idPrefix: "lgreet",
        linkable: ["id", "customer_id"],
        schema: `
  type LoyaltyGreeting {
    id: ID!
    customer_id: String!
    times: Int!
  }
`,
      },
      {
        select: "g.*",
        from: "loyalty_greeting g",
        fields: columns("g", ["id", "customer_id", "times"]),
        defaultOrder: "g.id",
        toDTO: (row) => row,
      }
    ),
  ],
  invariants: [
    {
      invariant: 99,
      code: "greeted_less_than_once",
      sql: `SELECT id AS subject, 'greeted ' || times || ' times' AS message
            FROM loyalty_greeting WHERE times < 1`,
    },
  ],
})

/** Its migration. */
export const CREATE_GREETINGS = `
  CREATE TABLE loyalty_greeting (
    id text PRIMARY KEY,
    customer_id text NOT NULL,
    times integer NOT NULL
  )`
