import type { DataSource } from "typeorm"

import type { Clock } from "../../../src/modules/loyalty-points/clock"
import { LoyaltyGreeting } from "./greeting.entity"

/** Greets customers and counts how often. */
export class GreetingStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  async greet(customerId: string, now = this.now()): Promise<string> {
    await this.dataSource.query(
      `INSERT INTO loyalty_greeting AS g (id, customer_id, times) VALUES ($1, $2, 1)
       ON CONFLICT (id) DO UPDATE SET times = g.times + 1`,
      [`lgreet_${customerId}`, customerId]
    )
    return `Hello ${customerId}, it is ${now.toISOString()}`
  }

  async ofCustomer(customerId: string): Promise<LoyaltyGreeting | null> {
    return this.dataSource.getRepository(LoyaltyGreeting).findOneBy({ customer_id: customerId })
  }
}
