/** A lot in the details of an `expire` transaction; its id is the one that the API shows. */
export const CREATE_EXPIRED_LOT = `
  CREATE FUNCTION loyalty_expired_lot(
    p_account_no bigint, p_no bigint, p_points bigint, p_expires_at timestamptz
  ) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object(
      'id', 'llot_' || p_account_no || '_' || p_no,
      'points', p_points,
      'expires_at', to_char(p_expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  $$`

/**
 * Brings the next p_limit accounts with due lots up to p_now, as loyalty_catch_up does one: a set
 * at a time, one expire transaction per account. Accounts come by (next_expiry, no), after those of
 * p_after: one whose due points are kept for holds stays in the index and is passed over. Accounts
 * that somebody works on are skipped: nobody waits, and two calls at once share the work.
 *
 * Returns a row for each account that was locked, in that order; t is null when nothing expired. An
 * account that needs nothing is left as it is.
 */
export const CREATE_EXPIRE_DUE = `
  CREATE FUNCTION loyalty_expire_due(
    p_after timestamptz, p_after_no bigint, p_limit integer, p_now timestamptz
  ) RETURNS TABLE (due_since timestamptz, due_no bigint, t loyalty_transaction)
  LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    locked bigint[];
  BEGIN
    SELECT array_agg(due.no) INTO locked FROM (
      SELECT no FROM loyalty_account
      WHERE next_expiry <= p_now AND (next_expiry, no) > (p_after, p_after_no)
      ORDER BY next_expiry, no LIMIT p_limit FOR NO KEY UPDATE SKIP LOCKED
    ) due;

    RETURN QUERY
    WITH open_lots AS (
      SELECT a.no AS account_no, a.held, a.next_expiry AS due_since, l.no, l.remaining,
        l.available_at, l.expires_at,
        sum(l.remaining) OVER (PARTITION BY a.no ORDER BY l.expires_at, l.no) AS with_earlier
      FROM loyalty_account a LEFT JOIN loyalty_lot l ON l.account_no = a.no AND l.open
      WHERE a.no = ANY (locked)
    ), lots AS (
      SELECT *, CASE WHEN expires_at <= p_now
        THEN GREATEST(LEAST(remaining, with_earlier - held), 0) ELSE 0 END::bigint AS gone
      FROM open_lots
    ), accounts AS (
      SELECT account_no, l.due_since, sum(gone)::bigint AS gone,
        array_agg(no ORDER BY expires_at, no) FILTER (WHERE gone > 0) AS lot_nos,
        array_agg(-gone ORDER BY expires_at, no) FILTER (WHERE gone > 0) AS lot_points,
        jsonb_agg(loyalty_expired_lot(account_no, no, gone, expires_at) ORDER BY expires_at, no)
          FILTER (WHERE gone > 0) AS details,
        coalesce(sum(remaining) FILTER (WHERE available_at > p_now), 0)::bigint AS pending,
        min(available_at) FILTER (WHERE available_at > p_now) AS next_available,
        min(expires_at) FILTER (WHERE remaining > gone) AS next_expiry
      FROM lots l GROUP BY account_no, l.due_since
    ), consumed AS (
      UPDATE loyalty_lot l SET remaining = l.remaining - g.gone, open = l.remaining > g.gone
      FROM lots g WHERE g.gone > 0 AND l.account_no = g.account_no AND l.no = g.no
    ), caught_up AS (
      UPDATE loyalty_account a SET
        balance = a.balance - s.gone, version = a.version + CASE WHEN s.gone > 0 THEN 1 ELSE 0 END,
        pending = s.pending, next_available = s.next_available, next_expiry = s.next_expiry,
        updated_at = p_now
      FROM accounts s
      WHERE a.no = s.account_no AND (s.gone > 0 OR (a.pending, a.next_available, a.next_expiry)
        IS DISTINCT FROM (s.pending, s.next_available, s.next_expiry))
      RETURNING a.no, a.version, a.balance, s.gone, s.lot_nos, s.lot_points, s.details
    ), recorded AS (
      INSERT INTO loyalty_transaction (
        account_no, version, kind, points, balance_after, lot_nos, lot_points, details, occurred_at
      )
      SELECT no, version, 'expire', -gone, balance, lot_nos, lot_points,
        jsonb_build_object('lots', details), p_now
      FROM caught_up WHERE gone > 0
      RETURNING account_no, loyalty_transaction AS written
    )
    SELECT s.due_since, s.account_no, r.written
    FROM accounts s LEFT JOIN recorded r ON r.account_no = s.account_no
    ORDER BY s.due_since, s.account_no;
  END $$`
