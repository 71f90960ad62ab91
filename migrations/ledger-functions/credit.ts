/**
 * Adds points. A debt is covered first; the rest opens a lot. Needs nothing of the lots, so due
 * ones are left to the next debit.
 */
export const CREATE_CREDIT_LOCKED = `
  CREATE FUNCTION loyalty_credit_locked(
    p_account_no bigint, p_points bigint, p_available_at timestamptz, p_expires_at timestamptz,
    p_entry loyalty_entry, p_now timestamptz
  ) RETURNS loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    a loyalty_account;
    fresh bigint;
    is_pending boolean := p_available_at > p_now;
  BEGIN
    UPDATE loyalty_account SET
      balance = balance + p_points, version = version + 1,
      lifetime_earned = lifetime_earned
        + CASE WHEN p_entry.kind IN ('earn', 'bonus') THEN p_points ELSE 0 END,
      pending = pending + CASE WHEN is_pending
        THEN GREATEST(LEAST(p_points, balance + p_points), 0) ELSE 0 END,
      next_available = CASE WHEN is_pending
        THEN LEAST(next_available, p_available_at) ELSE next_available END,
      next_expiry = LEAST(next_expiry, p_expires_at), updated_at = GREATEST(updated_at, p_now)
    WHERE no = p_account_no RETURNING * INTO a;

    fresh := GREATEST(LEAST(p_points, a.balance), 0);
    IF fresh = 0 THEN
      RETURN loyalty_record(a, p_points, p_entry, '{}', '{}', NULL);
    END IF;
    INSERT INTO loyalty_lot (account_no, no, points, remaining, open, available_at, expires_at)
    VALUES (a.no, a.version, fresh, fresh, true, p_available_at, p_expires_at);
    RETURN loyalty_record(a, p_points, p_entry, ARRAY[a.version], ARRAY[fresh], p_expires_at);
  END $$`

export const CREATE_CREDIT = `
  CREATE FUNCTION loyalty_credit(
    p_account_id text, p_points bigint, p_available_at timestamptz, p_expires_at timestamptz,
    p_entry loyalty_entry, p_now timestamptz, OUT t loyalty_transaction, OUT is_new boolean
  ) LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    account_no bigint;
  BEGIN
    PERFORM loyalty_require_points(p_points);
    is_new := false;
    IF p_entry.idempotency_key IS NOT NULL THEN
      t := loyalty_replayed(p_entry);
      IF t.version IS NOT NULL THEN RETURN; END IF;
    END IF;
    IF p_expires_at <= GREATEST(p_available_at, p_now) THEN
      PERFORM loyalty_fail('LP004', 'expires_at must be later than the moment the points can be spent');
    END IF;
    SELECT no INTO account_no FROM loyalty_account WHERE id = p_account_id;
    IF NOT FOUND THEN
      PERFORM loyalty_fail('LP003', 'There is no loyalty account ' || coalesce(p_account_id, ''));
    END IF;
    is_new := true;
    t := loyalty_credit_locked(account_no, p_points, p_available_at, p_expires_at, p_entry, p_now);
    PERFORM loyalty_require_open(a) FROM loyalty_account a WHERE a.no = account_no;
  END $$`
