/**
 * loyalty_settle for many sources in one statement, all of them or none. p_sources is an array of
 * objects with its arguments; a source stands in it once. All accounts, with those that they were
 * merged into, are locked first, in the order of their numbers: calls with the same accounts in any
 * order wait for each other and cannot deadlock. When one is merged while this waits, 40001 asks the
 * caller to try again in a new transaction: to lock one more now would be out of order.
 */
export const CREATE_SETTLE_MANY = `
  CREATE FUNCTION loyalty_settle_many(p_sources jsonb, p_grace interval, p_now timestamptz)
  RETURNS SETOF loyalty_transaction LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    accounts bigint[];
    locked bigint[];
  BEGIN
    accounts := ARRAY(
      SELECT no FROM loyalty_account
      WHERE id IN (SELECT source ->> 'account_id' FROM jsonb_array_elements(p_sources) source)
    );
    locked := ARRAY(
      SELECT no FROM loyalty_account WHERE no IN (
        SELECT unnest(ARRAY[a.no, (loyalty_survivor_of(a)).no])
        FROM loyalty_account a WHERE a.no = ANY (accounts)
      ) ORDER BY no FOR NO KEY UPDATE
    );
    IF EXISTS (
      SELECT FROM loyalty_account a WHERE a.no = ANY (accounts) AND a.merged_into IS NOT NULL
        AND (loyalty_survivor_of(a)).no <> ALL (locked)
    ) THEN
      PERFORM loyalty_fail('40001', 'An account was merged meanwhile');
    END IF;
    RETURN QUERY SELECT t.* FROM (
      SELECT * FROM jsonb_to_recordset(p_sources) AS source (
        account_id text, source_type text, source_id text, earned bigint, redeemed bigint,
        policy text, available_at timestamptz, expires_at timestamptz, program_id text,
        program_version integer, revision bigint, details jsonb, purchased_at timestamptz,
        spent numeric, currency_code text, counted boolean
      ) ORDER BY source_id, source_type
    ) s CROSS JOIN LATERAL loyalty_settle(
      s.account_id, s.source_type, s.source_id, s.earned, s.redeemed, s.policy, s.available_at,
      s.expires_at, p_grace, s.program_id, s.program_version, s.revision, s.details,
      s.purchased_at, s.spent, s.currency_code, s.counted, p_now
    ) t;
  END $$`
