import type { ModuleToOpen } from "../../modules"

/** The module that Medusa's loyalty tutorial has its readers write. */
export const TUTORIAL_MODULE: ModuleToOpen = { key: "tutorial", resolve: __dirname }

/** The table of the tutorial's own migration, filled with the ledger's accounts and balances. */
export const FILL_TUTORIAL = `
  CREATE TABLE loyalty_point (
    id text PRIMARY KEY, points integer NOT NULL DEFAULT 0, customer_id text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
  );
  CREATE UNIQUE INDEX "IDX_LOYALTY_CUSTOMER_ID_unique"
    ON loyalty_point (customer_id) WHERE deleted_at IS NULL;
  CREATE INDEX "IDX_loyalty_point_deleted_at" ON loyalty_point (deleted_at) WHERE deleted_at IS NULL;
  INSERT INTO loyalty_point (id, points, customer_id)
  SELECT id, balance, customer_id FROM loyalty_account;
  ANALYZE loyalty_point`
