/**
 * What the primitives share. SQLSTATEs of the ledger's own errors:
 * LP001 not enough points · LP002 idempotency key used with other input · LP003 no such account ·
 * LP004 invalid argument · LP005 the redemption is in another state · LP006 a newer settlement
 * came first · LP007 append-only · LP008 the ledger contradicts itself · LP009 the account is
 * closed · LP010 points are held.
 *
 * Every function is VOLATILE and goes statement by statement: in READ COMMITTED each statement
 * after the lock sees what the previous holder of the lock committed. Order of locks everywhere:
 * redemption, account, lots.
 *
 * updated_at of an account is the moment its counts (pending, next_expiry, next_available) stand
 * for. Clocks of several servers differ and locks are queued for, so an operation may come with an
 * earlier p_now than the one before it. Where no lot falls due it then happens at updated_at, a moment
 * later; otherwise the lots are counted again as of p_now.
 */
export const CREATE_TYPES = `
  CREATE TYPE loyalty_entry AS (
    kind text, source_type text, source_id text, program_id text, program_version integer,
    idempotency_key text, input_hash uuid, reason text, actor_type text, actor_id text,
    details jsonb, occurred_at timestamptz
  );
  CREATE TYPE loyalty_consumption AS (
    lot_nos bigint[], lot_points bigint[], pending bigint, missing bigint
  )`

export const CREATE_FAIL = `
  CREATE FUNCTION loyalty_fail(p_code text, p_message text, p_detail jsonb DEFAULT '{}')
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '%', p_message USING ERRCODE = p_code, DETAIL = p_detail::text;
  END $$`

/** The transaction already written under a key, or a row of nulls. Other input is an error. */
export const CREATE_REPLAYED = `
  CREATE FUNCTION loyalty_replayed(p_entry loyalty_entry)
  RETURNS loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    t loyalty_transaction;
  BEGIN
    SELECT * INTO t FROM loyalty_transaction WHERE idempotency_key = p_entry.idempotency_key;
    IF FOUND AND t.input_hash IS DISTINCT FROM p_entry.input_hash THEN
      PERFORM loyalty_fail('LP002', 'The idempotency key was used before with other input');
    END IF;
    RETURN t;
  END $$`

/** What a transaction says of itself: SQL expressions over the variables of a function. */
interface Recorded {
  points: string
  lotNos: string
  lotPoints: string
  expiresAt?: string
}

/**
 * A statement that appends the transaction of `p_entry` that the account row `a`, already updated and
 * locked, now stands for, into `t`. Text, and not a function, for the operations that every order
 * needs: a call with two rows as arguments costs as much as the insertion.
 */
export const recordInto = ({ points, lotNos, lotPoints, expiresAt = "NULL" }: Recorded): string => `
    INSERT INTO loyalty_transaction (
      account_no, version, kind, points, balance_after, source_type, source_id, program_id,
      program_version, lot_nos, lot_points, expires_at, idempotency_key, input_hash, reason,
      actor_type, actor_id, details, occurred_at
    ) VALUES (
      a.no, a.version, p_entry.kind, ${points}, a.balance, p_entry.source_type,
      p_entry.source_id, p_entry.program_id, p_entry.program_version, ${lotNos}, ${lotPoints},
      ${expiresAt}, p_entry.idempotency_key, p_entry.input_hash, p_entry.reason,
      p_entry.actor_type, p_entry.actor_id, p_entry.details, p_entry.occurred_at
    ) RETURNING * INTO t;`

export const CREATE_RECORD = `
  CREATE FUNCTION loyalty_record(
    a loyalty_account, p_points bigint, p_entry loyalty_entry,
    p_lot_nos bigint[], p_lot_points bigint[], p_expires_at timestamptz
  ) RETURNS loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    t loyalty_transaction;
  BEGIN
    ${recordInto({
      points: "p_points",
      lotNos: "p_lot_nos",
      lotPoints: "p_lot_points",
      expiresAt: "p_expires_at",
    })}
    RETURN t;
  END $$`

/** Lots in the order in which they are spent: the first to expire, then the first that came. */
const FIRST_TO_EXPIRE = "expires_at, no"

/** Of an account's row: its counts hold at p_now, or at updated_at where that is later. */
export const NOTHING_DUE = `
      (next_expiry IS NULL OR next_expiry > GREATEST(updated_at, p_now))
      AND (next_available IS NULL OR next_available > GREATEST(updated_at, p_now))`

/**
 * A statement that takes points from the first open lot of `a` if that lot alone has them, as it
 * nearly always does; sets `consumed`, whose lots stay null if it has not. For an account whose open lots
 * may all be spent: without a moment to compare with, one plan serves all calls. Otherwise PostgreSQL
 * plans anew for each, which takes longer than the statement.
 */
export const takeFromFirstLot = (points: string): string => `
    UPDATE loyalty_lot SET remaining = remaining - ${points}, open = remaining > ${points}
    WHERE account_no = a.no AND remaining >= ${points} AND no = (
      SELECT no FROM loyalty_lot WHERE account_no = a.no AND open
      ORDER BY ${FIRST_TO_EXPIRE} LIMIT 1
    ) RETURNING ARRAY[no], ARRAY[-${points}], 0, 0 INTO consumed;`

/**
 * One pass over an account's open lots, or those of them that p_own names, until nothing is missing.
 * Passes: spendable (available and not expired) · held (available; expired lots that were kept for a
 * hold too) · pending (not yet available). The caller holds the account's lock.
 */
export const CREATE_CONSUME = `
  CREATE FUNCTION loyalty_consume(
    p_account_no bigint, consumed loyalty_consumption, p_pass text, p_now timestamptz,
    p_own bigint[] DEFAULT NULL
  ) RETURNS loyalty_consumption LANGUAGE plpgsql AS $$
  DECLARE
    l record;
    part bigint;
  BEGIN
    IF consumed.missing = 0 THEN RETURN consumed; END IF;
    FOR l IN
      SELECT no, remaining, available_at FROM loyalty_lot
      WHERE account_no = p_account_no AND open
        AND CASE p_pass
          WHEN 'spendable' THEN available_at <= p_now AND (expires_at IS NULL OR expires_at > p_now)
          WHEN 'held' THEN available_at <= p_now
          WHEN 'pending' THEN available_at > p_now
        END
        AND (p_own IS NULL OR no = ANY (p_own))
      ORDER BY ${FIRST_TO_EXPIRE}
    LOOP
      part := LEAST(consumed.missing, l.remaining);
      UPDATE loyalty_lot SET remaining = remaining - part, open = remaining > part
      WHERE account_no = p_account_no AND no = l.no;
      consumed.lot_nos := consumed.lot_nos || l.no;
      consumed.lot_points := consumed.lot_points || -part;
      consumed.missing := consumed.missing - part;
      IF l.available_at > p_now THEN consumed.pending := consumed.pending + part; END IF;
      EXIT WHEN consumed.missing = 0;
    END LOOP;
    RETURN consumed;
  END $$`

/**
 * Takes points that are due, whatever keeps them: those that can be spent or are held first, then
 * pending ones. What is still missing is the account's debt. The caller holds the account's lock and
 * has lowered its balance.
 */
export const CREATE_CONSUME_DUE = `
  CREATE FUNCTION loyalty_consume_due(p_account_no bigint, p_points bigint, p_now timestamptz)
  RETURNS loyalty_consumption LANGUAGE plpgsql AS $$
  DECLARE
    consumed loyalty_consumption := ROW('{}', '{}', 0, p_points);
  BEGIN
    consumed := loyalty_consume(p_account_no, consumed, 'held', p_now);
    consumed := loyalty_consume(p_account_no, consumed, 'pending', p_now);
    IF consumed.pending > 0 THEN
      UPDATE loyalty_account SET pending = pending - consumed.pending WHERE no = p_account_no;
    END IF;
    RETURN consumed;
  END $$`

/**
 * Brings a locked account up to p_now: expires due lots, except the points that holds still count
 * on (the first to expire are kept for them), and counts again what is pending.
 */
export const CREATE_CATCH_UP = `
  CREATE FUNCTION loyalty_catch_up(a loyalty_account, p_now timestamptz)
  RETURNS loyalty_account LANGUAGE plpgsql AS $$
  DECLARE
    l record;
    kept bigint;
    to_keep bigint := a.held;
    gone bigint := 0;
    lot_nos bigint[] := '{}';
    lot_points bigint[] := '{}';
    entry loyalty_entry;
  BEGIN
    FOR l IN
      SELECT no, remaining FROM loyalty_lot
      WHERE account_no = a.no AND open AND expires_at <= p_now
      ORDER BY expires_at, no
    LOOP
      kept := LEAST(to_keep, l.remaining);
      to_keep := to_keep - kept;
      CONTINUE WHEN kept = l.remaining;
      UPDATE loyalty_lot SET remaining = kept, open = kept > 0
      WHERE account_no = a.no AND no = l.no;
      lot_nos := lot_nos || l.no;
      lot_points := lot_points || kept - l.remaining;
      gone := gone + l.remaining - kept;
    END LOOP;

    SELECT coalesce(sum(remaining) FILTER (WHERE available_at > p_now), 0),
      min(available_at) FILTER (WHERE available_at > p_now), min(expires_at)
    INTO a.pending, a.next_available, a.next_expiry
    FROM loyalty_lot WHERE account_no = a.no AND open;

    UPDATE loyalty_account SET
      balance = balance - gone, version = version + CASE WHEN gone > 0 THEN 1 ELSE 0 END,
      pending = a.pending, next_available = a.next_available, next_expiry = a.next_expiry,
      updated_at = p_now
    WHERE no = a.no RETURNING * INTO a;

    IF gone > 0 THEN
      entry.kind := 'expire';
      entry.occurred_at := p_now;
      SELECT jsonb_build_object('lots', jsonb_agg(
        loyalty_expired_lot(a.no, lot.no, -u.points, lot.expires_at) ORDER BY lot.expires_at, lot.no))
      INTO entry.details
      FROM unnest(lot_nos, lot_points) AS u (no, points)
      JOIN loyalty_lot lot ON lot.account_no = a.no AND lot.no = u.no;
      PERFORM loyalty_record(a, -gone, entry, lot_nos, lot_points, NULL);
    END IF;
    RETURN a;
  END $$`

/** Locks an account and brings it up to p_now. */
export const CREATE_LOCK = `
  CREATE FUNCTION loyalty_lock(p_account_id text, p_now timestamptz)
  RETURNS loyalty_account LANGUAGE plpgsql AS $$
  DECLARE
    a loyalty_account;
  BEGIN
    SELECT * INTO a FROM loyalty_account WHERE id = p_account_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      PERFORM loyalty_fail('LP003', 'There is no loyalty account ' || coalesce(p_account_id, ''));
    END IF;
    IF a.next_expiry <= p_now OR a.next_available <= p_now OR a.updated_at > p_now THEN
      a := loyalty_catch_up(a, p_now);
    END IF;
    RETURN a;
  END $$`

export const CREATE_REQUIRE_POINTS = `
  CREATE FUNCTION loyalty_require_points(p_points bigint) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF p_points IS NULL OR p_points <= 0 THEN
      PERFORM loyalty_fail('LP004', 'points must be a whole number above 0');
    END IF;
  END $$`

export const CREATE_REQUIRE_AVAILABLE = `
  CREATE FUNCTION loyalty_require_available(a loyalty_account, p_points bigint)
  RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    available bigint := GREATEST(a.balance - a.held - a.pending, 0);
  BEGIN
    IF available < p_points THEN
      PERFORM loyalty_fail('LP001', 'Not enough points: ' || p_points || ' asked, '
        || available || ' available', jsonb_build_object('available', available));
    END IF;
  END $$`
