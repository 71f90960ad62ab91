/**
 * Makes a source that nobody's account was settled for yet (a guest's order) belong to an account:
 * the settlement that follows is that account's. The first claim wins. True when the source is the
 * account's now, also when it was before.
 */
export const CREATE_CLAIM = `
  CREATE FUNCTION loyalty_claim(
    p_account_id text, p_source_type text, p_source_id text, p_now timestamptz
  ) RETURNS boolean LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    a loyalty_account;
  BEGIN
    a := loyalty_lock(p_account_id, p_now);
    PERFORM loyalty_require_open(a);
    INSERT INTO loyalty_settlement (
      source_type, source_id, wallet, account_no, member_no, settled_at
    ) VALUES (p_source_type, p_source_id, a.wallet, a.no, a.no, p_now) ON CONFLICT DO NOTHING;
    RETURN EXISTS (
      SELECT FROM loyalty_settlement
      WHERE source_id = p_source_id AND source_type = p_source_type AND account_no = a.no
    );
  END $$`
