/** Of the lots that expire first, as many as an account's page shows. */
const EXPIRING_SHOWN = 10

/**
 * An account as it is at p_now, as JSON. Lots are only looked at where what the account counted does
 * not hold at that moment (due, pending), and through their index (expiring). A function, because
 * its statements are planned once for a connection: as one query they took longer to plan than to
 * run. With generic plans for the same reason, although moments are compared.
 */
export const CREATE_ACCOUNT_AT = `
  CREATE FUNCTION loyalty_account_at(a loyalty_account, p_now timestamptz)
  RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = 'force_generic_plan' AS $$
  DECLARE
    due bigint := 0;
    expiring json;
    merged_into text;
  BEGIN
    IF a.next_expiry <= p_now OR a.next_available <= p_now OR a.updated_at > p_now THEN
      SELECT coalesce(sum(remaining) FILTER (WHERE available_at > p_now), 0),
        coalesce(sum(remaining) FILTER (WHERE expires_at <= p_now), 0)
      INTO a.pending, due
      FROM loyalty_lot WHERE account_no = a.no AND open;
    END IF;
    IF a.next_expiry IS NOT NULL THEN
      SELECT json_agg(json_build_object('points', points, 'expires_at', expires_at)) INTO expiring
      FROM (
        SELECT expires_at, sum(remaining) AS points FROM loyalty_lot
        WHERE account_no = a.no AND open AND expires_at > p_now
        GROUP BY expires_at ORDER BY expires_at LIMIT ${EXPIRING_SHOWN}
      ) soonest;
    END IF;
    IF a.merged_into IS NOT NULL THEN
      SELECT id INTO merged_into FROM loyalty_account WHERE no = a.merged_into;
    END IF;
    RETURN json_build_object(
      'id', a.id, 'customer_id', a.customer_id, 'wallet', a.wallet, 'balance', a.balance,
      'held', a.held, 'pending', a.pending, 'due', due, 'lifetime_earned', a.lifetime_earned,
      'lifetime_redeemed', a.lifetime_redeemed, 'expiring', expiring,
      'expiry_reminders', a.expiry_reminders, 'closed_at', a.closed_at,
      'merged_into', merged_into, 'created_at', a.created_at, 'updated_at', a.updated_at);
  END $$`
