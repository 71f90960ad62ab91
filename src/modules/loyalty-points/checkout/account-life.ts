import type { OnClose, OnMerge } from "../account-life"

/** Releases the requests on open carts of the customer who is merged into another one. */
export const releaseRequestsOnMerge: OnMerge = (manager, { account_id, now }) =>
  manager.query(
    `UPDATE loyalty_redemption SET status = 'released', ended_at = $2, updated_at = $2
     WHERE status = 'requested' AND account_no IN (
       SELECT owned.no FROM loyalty_account owned
       JOIN loyalty_account one ON one.customer_id = owned.customer_id WHERE one.id = $1)`,
    [account_id, now]
  )

/** Releases the requests on open carts of a closed account and takes the customer's id off all. */
export const forgetCustomerOnClose: OnClose = (manager, { account_id, closed_customer_id, now }) =>
  manager.query(
    `UPDATE loyalty_redemption SET
       customer_id = $2, updated_at = $3,
       ended_at = CASE status WHEN 'requested' THEN $3 ELSE ended_at END,
       status = CASE status WHEN 'requested' THEN 'released' ELSE status END
     WHERE account_no = (SELECT no FROM loyalty_account WHERE id = $1)
       AND (customer_id <> $2 OR status = 'requested')`,
    [account_id, closed_customer_id, now]
  )
