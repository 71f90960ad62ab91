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
  onMerge: (manager, { account_id, into_account_id }) =>
    manager.query(
      `WITH moved AS (
         DELETE FROM loyalty_greeting g USING loyalty_account a
         WHERE a.id = $1 AND g.customer_id = a.customer_id RETURNING g.times
       )
       UPDATE loyalty_greeting g SET times = g.times + moved.times
       FROM moved, loyalty_account a WHERE a.id = $2 AND g.customer_id = a.customer_id`,
      [account_id, into_account_id]
    ),
  onClose: (manager, { account_id, closed_customer_id }) =>
    manager.query(
      `UPDATE loyalty_greeting SET id = 'lgreet_' || $2, customer_id = $2
       WHERE customer_id = (SELECT customer_id FROM loyalty_account WHERE id = $1)`,
      [account_id, closed_customer_id]
    ),
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
