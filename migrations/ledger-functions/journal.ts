/**
 * How far positions of an earlier life of the database reach: 0, and more by 2^48 each time that it
 * came back from a dump into a cluster whose transactions are counted from a lower number.
 */
export const CREATE_POSITION_BASE = `
  CREATE FUNCTION loyalty_position_base() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT 0::bigint
  $$`

/** The position of a line that is written now: its transaction's number, never given twice. */
export const CREATE_POSITION = `
  CREATE FUNCTION loyalty_position() RETURNS bigint LANGUAGE sql AS $$
    SELECT loyalty_position_base() + pg_current_xact_id()::text::bigint
  $$`

/**
 * Lets positions go on above all that were given, when transactions are counted from a lower number
 * than before (the database was restored into another cluster). True when that was so. Forced, it
 * does so anyway: after a restore to an earlier point in time, which no query can see.
 */
export const CREATE_CONTINUE_POSITIONS = `
  CREATE FUNCTION loyalty_continue_positions(p_force boolean DEFAULT false)
  RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT p_force AND NOT loyalty_positions_are_behind() THEN RETURN false; END IF;
    LOCK TABLE loyalty_transaction IN SHARE ROW EXCLUSIVE MODE;
    IF NOT p_force AND NOT loyalty_positions_are_behind() THEN RETURN false; END IF;
    EXECUTE format(
      'CREATE OR REPLACE FUNCTION loyalty_position_base() RETURNS bigint LANGUAGE sql STABLE
       AS ''SELECT %s::bigint''', loyalty_position_base() + (1::bigint << 48));
    RETURN true;
  END $$`

/**
 * loyalty_position_base as the snapshot of the calling query sees it. Functions themselves are looked
 * up as they are at the moment: a reader whose snapshot is of before positions moved on would reckon
 * with the new base, and pass over what was not committed yet.
 */
export const CREATE_POSITION_BASE_SEEN = `
  CREATE FUNCTION loyalty_position_base_seen() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT substring(prosrc FROM '(\\d+)::bigint')::bigint FROM pg_proc
    WHERE oid = 'loyalty_position_base()'::regprocedure
  $$`

/** Whether a line is there that, by the numbers of this cluster, cannot have been written yet. */
export const CREATE_POSITIONS_ARE_BEHIND = `
  CREATE FUNCTION loyalty_positions_are_behind() RETURNS boolean LANGUAGE sql AS $$
    SELECT EXISTS (
      SELECT FROM loyalty_transaction WHERE position >= loyalty_position_base()
        + pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    )
  $$`

/**
 * The journal of all accounts after a line, in the order of position, account and version. A line is
 * given once no transaction can still write one before it: what commits late is never passed over.
 * Looks at ever wider windows of positions, as a block range index answers them.
 */
export const CREATE_FEED = `
  CREATE FUNCTION loyalty_feed(
    p_position bigint, p_account_no bigint, p_version bigint, p_limit integer
  ) RETURNS SETOF loyalty_transaction LANGUAGE plpgsql STABLE AS $$
  DECLARE
    last_position bigint := loyalty_position_base_seen()
      + pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1;
    width bigint := 10 * p_limit;
    window_end bigint;
    found_lines bigint;
  BEGIN
    LOOP
      window_end := LEAST(p_position + width, last_position);
      SELECT count(*) INTO found_lines FROM (
        SELECT FROM loyalty_transaction
        WHERE position BETWEEN p_position AND window_end
          AND (position, account_no, version) > (p_position, p_account_no, p_version)
        LIMIT p_limit
      ) lines;
      EXIT WHEN found_lines = p_limit OR window_end = last_position OR window_end < p_position;
      width := width * 4;
    END LOOP;
    RETURN QUERY
      SELECT * FROM loyalty_transaction
      WHERE position BETWEEN p_position AND window_end
        AND (position, account_no, version) > (p_position, p_account_no, p_version)
      ORDER BY position, account_no, version LIMIT p_limit;
  END $$`

/**
 * The digest of all that a line of the journal says. As the text of a row no two lines read alike,
 * and moments are seconds, so that no setting of a session matters.
 */
export const CREATE_LINE_DIGEST = `
  CREATE FUNCTION loyalty_line_digest(t loyalty_transaction) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(ROW(
      t.account_no, t.version, t.kind, t.points, t.balance_after, t.source_type, t.source_id,
      t.program_id, t.program_version, t.lot_nos, t.lot_points, extract(epoch FROM t.expires_at),
      t.idempotency_key, t.input_hash, t.reason, t.actor_type, t.actor_id, t.details,
      extract(epoch FROM t.occurred_at), extract(epoch FROM t.created_at), t.position
    )::text, 'UTF8'))
  $$`

/**
 * Seals the next lines of the journal, p_limit or a few more (lines of one position stay together):
 * the seal holds the hash of the seal before and of the lines' digests in order. Null when there is
 * nothing to seal. One call at a time.
 */
export const CREATE_SEAL_JOURNAL = `
  CREATE FUNCTION loyalty_seal_journal(p_limit integer, p_now timestamptz)
  RETURNS loyalty_seal LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    before loyalty_seal;
    s loyalty_seal;
  BEGIN
    LOCK TABLE loyalty_seal IN EXCLUSIVE MODE;
    SELECT * INTO before FROM loyalty_seal ORDER BY no DESC LIMIT 1;
    SELECT max(position) INTO s.through
    FROM loyalty_feed(coalesce(before.through + 1, 0), 0, 0, p_limit);
    IF s.through IS NULL THEN RETURN NULL; END IF;
    INSERT INTO loyalty_seal (no, through, lines, hash, sealed_at)
    SELECT coalesce(before.no, 0) + 1, s.through, count(*),
      sha256(coalesce(before.hash, '') || string_agg(
        loyalty_line_digest(t), ''::bytea ORDER BY t.position, t.account_no, t.version)),
      p_now
    FROM loyalty_transaction t
    WHERE t.position BETWEEN coalesce(before.through + 1, 0) AND s.through
    RETURNING * INTO s;
    RETURN s;
  END $$`
