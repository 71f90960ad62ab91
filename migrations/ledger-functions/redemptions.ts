import { NOTHING_DUE, recordInto, takeFromFirstLot } from "./shared"

/**
 * requested → held: sets points aside for one attempt at completing the cart, or for a draft order,
 * which has no attempts. A redemption that is held already (an earlier attempt crashed, a draft
 * changed) is taken over, with its points. p_lines, null without any, are paid by the unit: what they
 * cost is part of p_points.
 */
export const CREATE_HOLD = `
  CREATE FUNCTION loyalty_hold(
    p_redemption_id text, p_attempt text, p_points bigint, p_discount numeric, p_lines jsonb,
    p_program_id text, p_program_version integer, p_now timestamptz
  ) RETURNS loyalty_redemption LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    r loyalty_redemption;
    a loyalty_account;
    extra bigint;
    by_unit numeric;
  BEGIN
    PERFORM loyalty_require_points(p_points);
    IF p_lines IS NOT NULL THEN
      SELECT sum((line ->> 'points_per_unit')::numeric * (line ->> 'units')::numeric)
      INTO by_unit FROM jsonb_array_elements(p_lines) line;
      IF by_unit > p_points THEN
        PERFORM loyalty_fail('LP004', 'Lines that cost ' || by_unit || ' points by the unit cannot be '
          || 'paid with ' || p_points || ' points');
      END IF;
    END IF;
    SELECT * INTO r FROM loyalty_redemption WHERE id = p_redemption_id FOR NO KEY UPDATE;
    IF NOT FOUND OR r.status NOT IN ('requested', 'held') THEN
      PERFORM loyalty_fail('LP005', 'These points are ' || coalesce(r.status, 'gone'),
        jsonb_build_object('status', r.status));
    END IF;
    extra := p_points - CASE r.status WHEN 'held' THEN r.points ELSE 0 END;

    UPDATE loyalty_redemption SET
      status = 'held', attempt = p_attempt, points = p_points, discount = p_discount,
      lines = p_lines, program_id = p_program_id, program_version = p_program_version,
      held_at = p_now, updated_at = p_now
    WHERE id = r.id RETURNING * INTO r;

    UPDATE loyalty_account SET held = held + extra, updated_at = GREATEST(updated_at, p_now)
    WHERE no = r.account_no AND balance - held - pending >= extra AND ${NOTHING_DUE};
    IF NOT FOUND THEN
      a := loyalty_lock((SELECT id FROM loyalty_account WHERE no = r.account_no), p_now);
      PERFORM loyalty_require_open(a);
      PERFORM loyalty_require_available(a, extra);
      UPDATE loyalty_account SET held = held + extra, updated_at = p_now WHERE no = a.no;
    END IF;
    RETURN r;
  END $$`

/**
 * held → captured: the order exists and the points are spent. What a reversal took from under the
 * hold becomes a debt: the discount was given. Capturing again for the same order returns the same
 * transaction. Due lots are left to the next debit: those kept for holds are spent first.
 */
export const CREATE_CAPTURE = `
  CREATE FUNCTION loyalty_capture(
    p_redemption_id text, p_order_id text, p_entry loyalty_entry, p_now timestamptz,
    OUT t loyalty_transaction, OUT is_new boolean, OUT account_id text
  ) LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    r loyalty_redemption;
    a loyalty_account;
    consumed loyalty_consumption;
  BEGIN
    is_new := false;
    p_entry.idempotency_key := 'redeem:' || p_redemption_id;
    UPDATE loyalty_redemption SET
      status = 'captured', order_id = p_order_id, ended_at = p_now, updated_at = p_now
    WHERE id = p_redemption_id AND status = 'held' RETURNING * INTO r;
    IF NOT FOUND THEN
      SELECT * INTO r FROM loyalty_redemption WHERE id = p_redemption_id;
      IF r.status = 'captured' AND r.order_id = p_order_id THEN
        SELECT * INTO t FROM loyalty_transaction WHERE idempotency_key = p_entry.idempotency_key;
        SELECT id INTO account_id FROM loyalty_account WHERE no = r.account_no;
        RETURN;
      END IF;
      PERFORM loyalty_fail('LP005', 'These points are ' || coalesce(r.status, 'gone'),
        jsonb_build_object('status', r.status));
    END IF;

    UPDATE loyalty_account SET
      held = held - r.points, balance = balance - r.points, version = version + 1,
      lifetime_redeemed = lifetime_redeemed + r.points, updated_at = GREATEST(updated_at, p_now)
    WHERE no = r.account_no RETURNING * INTO a;
    account_id := a.id;
    IF a.pending = 0 THEN
      ${takeFromFirstLot("r.points")}
    END IF;
    IF consumed.lot_nos IS NULL THEN
      consumed := loyalty_consume_due(a.no, r.points, a.updated_at);
    END IF;

    p_entry.kind := 'redeem';
    p_entry.program_id := r.program_id;
    p_entry.program_version := r.program_version;
    is_new := true;
    ${recordInto({ points: "-r.points", lotNos: "consumed.lot_nos", lotPoints: "consumed.lot_points" })}
  END $$`

/**
 * held → released: the order was not made. With p_attempt, only the hold of that attempt. With
 * p_reapply_id the shopper's request lives on as a new redemption of the same target. Points that
 * come free on a closed account are written off. Returns the redemption as it is now, whoever won.
 */
export const CREATE_RELEASE = `
  CREATE FUNCTION loyalty_release(
    p_redemption_id text, p_attempt text, p_reapply_id text, p_now timestamptz
  ) RETURNS loyalty_redemption LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    r loyalty_redemption;
    a loyalty_account;
  BEGIN
    UPDATE loyalty_redemption SET status = 'released', ended_at = p_now, updated_at = p_now
    WHERE id = p_redemption_id AND status = 'held' AND (p_attempt IS NULL OR attempt = p_attempt)
    RETURNING * INTO r;
    IF NOT FOUND THEN
      SELECT * INTO r FROM loyalty_redemption WHERE id = p_redemption_id;
      RETURN r;
    END IF;
    UPDATE loyalty_account SET held = held - r.points, updated_at = GREATEST(updated_at, p_now)
    WHERE no = r.account_no RETURNING * INTO a;
    IF a.closed_at IS NOT NULL THEN
      PERFORM loyalty_write_off(a, a.updated_at);
      RETURN r;
    END IF;
    IF p_reapply_id IS NOT NULL THEN
      INSERT INTO loyalty_redemption (
        id, account_no, target_type, target_id, wallet, customer_id, status, points_requested,
        currency_code, created_at, updated_at
      ) VALUES (
        p_reapply_id, r.account_no, r.target_type, r.target_id, r.wallet, r.customer_id,
        'requested', r.points_requested, r.currency_code, p_now, p_now
      ) ON CONFLICT DO NOTHING;
    END IF;
    RETURN r;
  END $$`
