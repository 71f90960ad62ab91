import { MedusaError, MedusaService } from "@medusajs/framework/utils"
import { LoyaltyPoint } from "./models/loyalty-point"

/**
 * The service of Medusa's loyalty tutorial: it reads the balance, checks it and writes the rest. Two
 * debits at the same moment read the same balance and both succeed.
 */
export class TutorialService extends MedusaService({ LoyaltyPoint }) {
  async deductPoints(customerId: string, points: number) {
    const [account] = await this.listLoyaltyPoints({ customer_id: customerId })
    if (!account || account.points < points) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Insufficient loyalty points")
    }
    return this.updateLoyaltyPoints({ id: account.id, points: account.points - points })
  }
}
