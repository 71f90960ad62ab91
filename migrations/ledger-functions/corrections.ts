/**
 * Gives redeemed points of a source back: a debt first, then the lots they came from with their
 * old expiry, the longest-lived first; points whose lot has expired meanwhile get one that lives
 * for p_grace. The caller holds the lock and has checked that no more comes back than was redeemed.
 */
export const CREATE_REFUND_LOCKED = `
  CREATE FUNCTION loyalty_refund_locked(
    a loyalty_account, p_points bigint, p_grace interval, p_entry loyalty_entry, p_now timestamptz
  ) RETURNS loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    l record;
    part bigint;
    need bigint := p_points - LEAST(GREATEST(-a.balance, 0), p_points);
    replaced bigint := 0;
    to_pending bigint := 0;
    first_available timestamptz;
    first_expiry timestamptz;
    replacement_expiry timestamptz;
    lot_nos bigint[] := '{}';
    lot_points bigint[] := '{}';
  BEGIN
    FOR l IN
      SELECT used.no, used.points, lot.expires_at, lot.available_at
      FROM (
        SELECT u.no, -sum(u.points) AS points
        FROM loyalty_transaction t, unnest(t.lot_nos, t.lot_points) AS u (no, points)
        WHERE t.source_id = p_entry.source_id AND t.source_type = p_entry.source_type
          AND t.account_no = a.no AND t.kind IN ('redeem', 'redeem_refund')
        GROUP BY u.no HAVING -sum(u.points) > 0
      ) used JOIN loyalty_lot lot ON lot.account_no = a.no AND lot.no = used.no
      ORDER BY lot.expires_at DESC NULLS FIRST, lot.no DESC
    LOOP
      EXIT WHEN need = 0;
      part := LEAST(need, l.points);
      need := need - part;
      IF l.expires_at <= p_now THEN
        replaced := replaced + part;
        CONTINUE;
      END IF;
      UPDATE loyalty_lot SET remaining = remaining + part, open = true
      WHERE account_no = a.no AND no = l.no;
      lot_nos := lot_nos || l.no;
      lot_points := lot_points || part;
      first_expiry := LEAST(first_expiry, l.expires_at);
      IF l.available_at > p_now THEN
        to_pending := to_pending + part;
        first_available := LEAST(first_available, l.available_at);
      END IF;
    END LOOP;

    replaced := replaced + need;
    IF replaced > 0 THEN
      replacement_expiry := p_now + p_grace;
      INSERT INTO loyalty_lot (account_no, no, points, remaining, open, available_at, expires_at)
      VALUES (a.no, a.version + 1, replaced, replaced, true, p_now, replacement_expiry);
      lot_nos := lot_nos || a.version + 1;
      lot_points := lot_points || replaced;
    END IF;

    UPDATE loyalty_account SET
      balance = balance + p_points, version = version + 1, pending = pending + to_pending,
      lifetime_redeemed = lifetime_redeemed - p_points,
      next_available = LEAST(next_available, first_available),
      next_expiry = LEAST(next_expiry, first_expiry, replacement_expiry), updated_at = p_now
    WHERE no = a.no RETURNING * INTO a;
    RETURN loyalty_record(a, p_points, p_entry, lot_nos, lot_points, replacement_expiry);
  END $$`

/**
 * Takes earned points of a source back: from the lots they opened, then pending ones, then the
 * first to expire. allow_negative carries what is missing as a debt; clamp_to_zero takes no more
 * than is there beside holds, and null is returned when that is nothing.
 */
export const CREATE_REVERSE_LOCKED = `
  CREATE FUNCTION loyalty_reverse_locked(
    a loyalty_account, p_points bigint, p_policy text, p_entry loyalty_entry, p_now timestamptz
  ) RETURNS loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    consumed loyalty_consumption;
    own bigint[];
    points bigint := p_points;
  BEGIN
    IF p_policy = 'clamp_to_zero' THEN
      points := LEAST(p_points, GREATEST(a.balance - a.held, 0));
    END IF;
    IF points = 0 THEN RETURN NULL; END IF;

    SELECT coalesce(array_agg(version), '{}') INTO own FROM loyalty_transaction
    WHERE source_id = p_entry.source_id AND source_type = p_entry.source_type
      AND account_no = a.no AND kind = 'earn';
    consumed := ROW('{}', '{}', 0, points);
    consumed := loyalty_consume(a.no, consumed, 'pending', p_now, own);
    consumed := loyalty_consume(a.no, consumed, 'held', p_now, own);
    consumed := loyalty_consume(a.no, consumed, 'pending', p_now);
    consumed := loyalty_consume(a.no, consumed, 'held', p_now);

    UPDATE loyalty_account SET
      balance = balance - points, version = version + 1, pending = pending - consumed.pending,
      lifetime_earned = lifetime_earned - points, updated_at = p_now
    WHERE no = a.no RETURNING * INTO a;
    RETURN loyalty_record(a, -points, p_entry, consumed.lot_nos, consumed.lot_points, NULL);
  END $$`

/** The points of a source that are still earned and still redeemed on an account. */
export const CREATE_NET_OF_SOURCE = `
  CREATE FUNCTION loyalty_net_of_source(
    p_account_no bigint, p_source_type text, p_source_id text,
    OUT earned bigint, OUT redeemed bigint
  ) LANGUAGE plpgsql AS $$
  BEGIN
    SELECT coalesce(sum(points) FILTER (WHERE kind IN ('earn', 'earn_reversal')), 0),
      coalesce(-sum(points) FILTER (WHERE kind IN ('redeem', 'redeem_refund')), 0)
    INTO earned, redeemed
    FROM loyalty_transaction
    WHERE source_id = p_source_id AND source_type = p_source_type AND account_no = p_account_no;
  END $$`

export const CREATE_REFUND = `
  CREATE FUNCTION loyalty_refund(
    p_account_id text, p_points bigint, p_grace interval, p_entry loyalty_entry, p_now timestamptz,
    OUT t loyalty_transaction, OUT is_new boolean
  ) LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    a loyalty_account;
    net record;
  BEGIN
    PERFORM loyalty_require_points(p_points);
    is_new := false;
    a := loyalty_lock(p_account_id, p_now);
    IF p_entry.idempotency_key IS NOT NULL THEN
      t := loyalty_replayed(p_entry);
      IF t.version IS NOT NULL THEN RETURN; END IF;
    END IF;
    PERFORM loyalty_require_open(a);
    SELECT * INTO net FROM loyalty_net_of_source(a.no, p_entry.source_type, p_entry.source_id);
    IF p_points > net.redeemed THEN
      PERFORM loyalty_fail('LP004', 'No more than ' || net.redeemed || ' points can be given back',
        jsonb_build_object('redeemed', net.redeemed));
    END IF;
    p_entry.kind := 'redeem_refund';
    is_new := true;
    t := loyalty_refund_locked(a, p_points, p_grace, p_entry, p_now);
  END $$`

export const CREATE_REVERSE = `
  CREATE FUNCTION loyalty_reverse(
    p_account_id text, p_points bigint, p_policy text, p_entry loyalty_entry, p_now timestamptz,
    OUT t loyalty_transaction, OUT is_new boolean
  ) LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    a loyalty_account;
    net record;
  BEGIN
    PERFORM loyalty_require_points(p_points);
    is_new := false;
    a := loyalty_lock(p_account_id, p_now);
    IF p_entry.idempotency_key IS NOT NULL THEN
      t := loyalty_replayed(p_entry);
      IF t.version IS NOT NULL THEN RETURN; END IF;
    END IF;
    PERFORM loyalty_require_open(a);
    SELECT * INTO net FROM loyalty_net_of_source(a.no, p_entry.source_type, p_entry.source_id);
    IF p_points > net.earned THEN
      PERFORM loyalty_fail('LP004', 'No more than ' || net.earned || ' points can be taken back',
        jsonb_build_object('earned', net.earned));
    END IF;
    p_entry.kind := 'earn_reversal';
    t := loyalty_reverse_locked(a, p_points, p_policy, p_entry, p_now);
    is_new := t.version IS NOT NULL;
  END $$`

/** Brings one account up to p_now: what is due expires, job or no job. */
export const CREATE_EXPIRE = `
  CREATE FUNCTION loyalty_expire(p_account_id text, p_now timestamptz)
  RETURNS loyalty_account LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  BEGIN
    RETURN loyalty_lock(p_account_id, p_now);
  END $$`
