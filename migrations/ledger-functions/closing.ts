/** LP009 on an account that is closed, with what became of it. */
export const CREATE_REQUIRE_OPEN = `
  CREATE FUNCTION loyalty_require_open(a loyalty_account) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF a.closed_at IS NOT NULL THEN
      PERFORM loyalty_fail('LP009', 'Loyalty account ' || a.id || ' is closed'
        || CASE WHEN a.merged_into IS NULL THEN ' because its customer was deleted'
          ELSE ': it was merged into ' || (loyalty_survivor_of(a)).id END);
    END IF;
  END $$`

/**
 * Takes what a closed account has off it, in one expire transaction: all but the points that holds
 * still count on, which leave when the hold ends. A debt stays: those points were spent. The
 * caller holds the lock. Null when there is nothing to take.
 */
export const CREATE_WRITE_OFF = `
  CREATE FUNCTION loyalty_write_off(a loyalty_account, p_now timestamptz)
  RETURNS loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    gone bigint := a.balance - a.held;
    consumed loyalty_consumption;
    entry loyalty_entry;
  BEGIN
    IF gone <= 0 THEN RETURN NULL; END IF;
    consumed := ROW('{}', '{}', 0, gone);
    consumed := loyalty_consume(a.no, consumed, 'pending', p_now);
    consumed := loyalty_consume(a.no, consumed, 'held', p_now);
    UPDATE loyalty_account SET
      balance = balance - gone, version = version + 1, pending = pending - consumed.pending,
      updated_at = p_now
    WHERE no = a.no RETURNING * INTO a;

    entry.kind := 'expire';
    entry.reason := 'Account closed';
    entry.occurred_at := p_now;
    SELECT jsonb_build_object('lots', jsonb_agg(
      loyalty_expired_lot(a.no, lot.no, -u.points, lot.expires_at) ORDER BY lot.expires_at, lot.no))
    INTO entry.details
    FROM unnest(consumed.lot_nos, consumed.lot_points) AS u (no, points)
    JOIN loyalty_lot lot ON lot.account_no = a.no AND lot.no = u.no;
    RETURN loyalty_record(a, -gone, entry, consumed.lot_nos, consumed.lot_points, NULL);
  END $$`

/**
 * Closes the account of a customer who is gone: p_nobody replaces the customer's id, and what is left
 * is written off. Again on a closed account: what is still there is written off, otherwise nothing.
 * Called in a transaction that has let every capability change its own rows (onClose).
 */
export const CREATE_CLOSE = `
  CREATE FUNCTION loyalty_close(p_account_id text, p_nobody text, p_now timestamptz)
  RETURNS SETOF loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    a loyalty_account;
    t loyalty_transaction;
  BEGIN
    a := loyalty_lock(p_account_id, p_now);
    IF a.customer_id <> p_nobody THEN
      UPDATE loyalty_account SET
        customer_id = p_nobody, closed_at = coalesce(closed_at, p_now), updated_at = p_now
      WHERE no = a.no RETURNING * INTO a;
    END IF;
    t := loyalty_write_off(a, p_now);
    IF t.version IS NOT NULL THEN RETURN NEXT t; END IF;
  END $$`
