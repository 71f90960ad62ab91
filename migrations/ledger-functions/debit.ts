import { NOTHING_DUE, recordInto, takeFromFirstLot } from "./shared"

/** Takes points that are available, or fails with LP001. */
export const CREATE_DEBIT = `
  CREATE FUNCTION loyalty_debit(
    p_account_id text, p_points bigint, p_entry loyalty_entry, p_now timestamptz,
    OUT t loyalty_transaction, OUT is_new boolean
  ) LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    a loyalty_account;
    consumed loyalty_consumption;
  BEGIN
    PERFORM loyalty_require_points(p_points);
    is_new := false;
    IF p_entry.idempotency_key IS NOT NULL THEN
      t := loyalty_replayed(p_entry);
      IF t.version IS NOT NULL THEN RETURN; END IF;
    END IF;

    -- One statement locks, checks and debits when no lot is due; otherwise lock and look again.
    UPDATE loyalty_account SET
      balance = balance - p_points, version = version + 1, updated_at = GREATEST(updated_at, p_now)
    WHERE id = p_account_id AND balance - held - pending >= p_points AND ${NOTHING_DUE}
    RETURNING * INTO a;
    IF FOUND THEN
      IF a.pending = 0 THEN
        ${takeFromFirstLot("p_points")}
      END IF;
    ELSE
      a := loyalty_lock(p_account_id, p_now);
      IF p_entry.idempotency_key IS NOT NULL THEN
        t := loyalty_replayed(p_entry);
        IF t.version IS NOT NULL THEN RETURN; END IF;
      END IF;
      PERFORM loyalty_require_open(a);
      PERFORM loyalty_require_available(a, p_points);
      UPDATE loyalty_account SET
        balance = balance - p_points, version = version + 1, updated_at = p_now
      WHERE no = a.no RETURNING * INTO a;
    END IF;

    IF consumed.lot_nos IS NULL THEN
      consumed := loyalty_consume(a.no, ROW('{}', '{}', 0, p_points), 'spendable', a.updated_at);
      IF consumed.missing > 0 THEN
        PERFORM loyalty_fail('LP008', 'The lots of ' || a.id || ' hold fewer points than its balance');
      END IF;
    END IF;
    is_new := true;
    ${recordInto({ points: "-p_points", lotNos: "consumed.lot_nos", lotPoints: "consumed.lot_points" })}
  END $$`
