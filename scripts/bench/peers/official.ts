import type { ModuleToOpen } from "../modules"

/** The store credit of Medusa's own loyalty plugin. */
export const OFFICIAL_MODULE: ModuleToOpen = {
  key: "store_credit",
  resolve: "@medusajs/loyalty-plugin/.medusa/server/src/modules/store-credit",
}

/** The part of its service that a checkout calls to spend credit. */
export interface OfficialService {
  debitAccounts(
    debits: { account_id: string; amount: number; reference: string; reference_id: string }[]
  ): Promise<{ id: string }[]>
}

/**
 * The ledger's accounts with their balances. The peer stores no balance but sums up an account's journal
 * for each debit: one initial line each, fewer than ours, is in its favour.
 */
export const FILL_OFFICIAL = `
  INSERT INTO store_credit_account (id, currency_code, customer_id)
  SELECT id, 'usd', customer_id FROM loyalty_account;
  INSERT INTO store_credit_account_transaction
    (id, account_id, type, amount, raw_amount, reference, reference_id)
  SELECT 'opening_' || id, id, 'credit', balance,
    jsonb_build_object('value', balance::text, 'precision', 20), 'bench', 'opening'
  FROM loyalty_account;
  ANALYZE store_credit_account, store_credit_account_transaction`
