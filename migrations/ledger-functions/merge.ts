/** The account that an account, merged once or several times, ended in: itself if it was not. */
export const CREATE_SURVIVOR_OF = `
  CREATE FUNCTION loyalty_survivor_of(a loyalty_account)
  RETURNS loyalty_account LANGUAGE plpgsql AS $$
  BEGIN
    WHILE a.merged_into IS NOT NULL LOOP
      SELECT * INTO a FROM loyalty_account WHERE no = a.merged_into;
    END LOOP;
    RETURN a;
  END $$`

/**
 * loyalty_lock for an operation that may move points on to the account that this one was merged
 * into: locks both, in the order of their numbers. When the account is merged while this waits for
 * a lock, 40001 asks the caller to try again in a new transaction.
 */
export const CREATE_LOCK_WITH_SURVIVOR = `
  CREATE FUNCTION loyalty_lock_with_survivor(p_account_id text, p_now timestamptz)
  RETURNS loyalty_account LANGUAGE plpgsql AS $$
  DECLARE
    a loyalty_account;
    survivor loyalty_account;
  BEGIN
    SELECT * INTO a FROM loyalty_account WHERE id = p_account_id;
    survivor := loyalty_survivor_of(a);
    IF a.merged_into IS NOT NULL THEN
      PERFORM 1 FROM loyalty_account WHERE no IN (a.no, survivor.no)
      ORDER BY no FOR NO KEY UPDATE;
    END IF;
    a := loyalty_lock(p_account_id, p_now);
    IF a.merged_into IS NOT NULL THEN
      IF (loyalty_survivor_of(a)).no <> survivor.no THEN
        PERFORM loyalty_fail('40001', 'Loyalty account ' || a.id || ' was merged meanwhile');
      END IF;
      PERFORM loyalty_lock(survivor.id, p_now);
    END IF;
    RETURN a;
  END $$`

/**
 * Moves all that one account has to another, lot by lot with its expiry, the moment from which it
 * can be spent and the program it was earned under: one transaction on the source, one per lot on
 * the target, whose debt is covered first. A debt moves as one transaction on each. The sum of both
 * balances stays as it is. The caller holds both locks, and no hold counts on the source's points.
 */
export const CREATE_FORWARD = `
  CREATE FUNCTION loyalty_forward(
    source loyalty_account, target loyalty_account, p_entry loyalty_entry, p_now timestamptz
  ) RETURNS SETOF loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    l record;
    moved bigint := source.balance;
    lot_nos bigint[] := '{}';
    lot_points bigint[] := '{}';
    consumed loyalty_consumption;
  BEGIN
    IF moved = 0 THEN RETURN; END IF;
    p_entry.kind := 'merge';
    p_entry.source_type := 'account';
    p_entry.occurred_at := p_now;
    FOR l IN
      SELECT no, remaining FROM loyalty_lot WHERE account_no = source.no AND open
      ORDER BY expires_at, no
    LOOP
      lot_nos := lot_nos || l.no;
      lot_points := lot_points || -l.remaining;
    END LOOP;
    UPDATE loyalty_lot SET remaining = 0, open = false WHERE account_no = source.no AND open;
    UPDATE loyalty_account SET
      balance = 0, version = version + 1, pending = 0, next_available = NULL, next_expiry = NULL,
      updated_at = p_now
    WHERE no = source.no RETURNING * INTO source;
    p_entry.source_id := target.id;
    RETURN NEXT loyalty_record(source, -moved, p_entry, lot_nos, lot_points, NULL);

    p_entry.source_id := source.id;
    IF moved > 0 THEN
      FOR l IN
        SELECT u.points, lot.available_at, lot.expires_at, opening.program_id,
          opening.program_version
        FROM unnest(lot_nos, lot_points) AS u (no, points)
        JOIN loyalty_lot lot ON lot.account_no = source.no AND lot.no = u.no
        JOIN loyalty_transaction opening
          ON opening.account_no = source.no AND opening.version = u.no
        ORDER BY lot.expires_at, lot.no
      LOOP
        p_entry.program_id := l.program_id;
        p_entry.program_version := l.program_version;
        RETURN NEXT loyalty_credit_locked(
          target.no, -l.points, l.available_at, l.expires_at, p_entry, p_now);
      END LOOP;
      RETURN;
    END IF;
    UPDATE loyalty_account SET
      balance = balance + moved, version = version + 1, updated_at = p_now
    WHERE no = target.no RETURNING * INTO target;
    consumed := loyalty_consume_due(target.no, -moved, p_now);
    RETURN NEXT loyalty_record(target, moved, p_entry, consumed.lot_nos, consumed.lot_points, NULL);
  END $$`

/**
 * Merges one account into another of the same wallet: all it has moves, its purchases count for the
 * other, and it is closed for good. Merging the same two again returns what moved between them so
 * far. The caller holds both locks.
 */
export const CREATE_MERGE_WALLET = `
  CREATE FUNCTION loyalty_merge_wallet(
    source loyalty_account, target loyalty_account, p_entry loyalty_entry, p_now timestamptz
  ) RETURNS SETOF loyalty_transaction LANGUAGE plpgsql AS $$
  BEGIN
    IF source.merged_into = target.no THEN
      RETURN QUERY SELECT * FROM loyalty_transaction
        WHERE kind = 'merge' AND source_type = 'account'
          AND ((account_no = source.no AND source_id = target.id)
            OR (account_no = target.no AND source_id = source.id))
        ORDER BY account_no, version;
      RETURN;
    END IF;
    PERFORM loyalty_require_open(source);
    PERFORM loyalty_require_open(target);
    IF source.held > 0 THEN
      PERFORM loyalty_fail('LP010', source.held || ' points of ' || source.id
        || ' are set aside for an order that is being completed; try again when it is done',
        jsonb_build_object('held', source.held));
    END IF;
    UPDATE loyalty_account SET merged_into = target.no, closed_at = p_now, updated_at = p_now
    WHERE no = source.no;
    UPDATE loyalty_settlement SET member_no = target.no WHERE member_no = source.no;
    RETURN QUERY SELECT * FROM loyalty_forward(source, target, p_entry, p_now);
  END $$`

/**
 * Merges one customer into another, named by two accounts of one wallet: these and the accounts of
 * every other wallet that both have, each into its own, all or none. What settlements of their
 * orders write later moves on by itself. Again, it returns what moved so far, and merges what the
 * first customer has opened since. Called in a transaction that has let every capability change its
 * own rows (onMerge).
 */
export const CREATE_MERGE = `
  CREATE FUNCTION loyalty_merge(
    p_account_id text, p_into_account_id text, p_entry loyalty_entry, p_now timestamptz
  ) RETURNS SETOF loyalty_transaction LANGUAGE plpgsql AS $$
  DECLARE
    source loyalty_account;
    target loyalty_account;
    pair record;
  BEGIN
    IF p_account_id = p_into_account_id THEN
      PERFORM loyalty_fail('LP004', 'An account cannot be merged into itself');
    END IF;
    SELECT * INTO source FROM loyalty_account WHERE id = p_account_id;
    SELECT * INTO target FROM loyalty_account WHERE id = p_into_account_id;
    IF source.wallet <> target.wallet THEN
      PERFORM loyalty_fail('LP004', 'Points of wallet ' || source.wallet
        || ' cannot move to wallet ' || target.wallet);
    END IF;
    PERFORM 1 FROM loyalty_account WHERE customer_id IN (source.customer_id, target.customer_id)
    ORDER BY no FOR NO KEY UPDATE;
    source := loyalty_lock(p_account_id, p_now);
    target := loyalty_lock(p_into_account_id, p_now);
    IF source.merged_into IS DISTINCT FROM target.no THEN
      PERFORM loyalty_require_open(source);
      PERFORM loyalty_require_open(target);
    END IF;
    FOR pair IN
      SELECT one.id AS source_id, other.id AS target_id
      FROM loyalty_account one JOIN loyalty_account other ON other.wallet = one.wallet
      WHERE one.customer_id = source.customer_id AND other.customer_id = target.customer_id
        AND (one.closed_at IS NULL OR one.merged_into = other.no)
      ORDER BY one.no
    LOOP
      RETURN QUERY SELECT * FROM loyalty_merge_wallet(
        loyalty_lock(pair.source_id, p_now), loyalty_lock(pair.target_id, p_now), p_entry, p_now);
    END LOOP;
  END $$`
