/**
 * Makes the ledger say what a source (an order) now says: compares, under the account's lock, the
 * points it should have earned and redeemed with what the ledger holds for it, and writes the
 * difference. p_revision is the settlement's revision from before the order was read: if another
 * settlement came in between, LP006 asks the caller to read the order again. A source that moves
 * points of several wallets has a settlement in each.
 *
 * On an account that was merged the order's lines are still written there, and what they leave moves
 * on to the account that it was merged into. Nothing is written for a customer who was deleted.
 */
export const CREATE_SETTLE = `
  CREATE FUNCTION loyalty_settle(
    p_account_id text, p_source_type text, p_source_id text, p_earned bigint, p_redeemed bigint,
    p_policy text, p_available_at timestamptz, p_expires_at timestamptz, p_grace interval,
    p_program_id text, p_program_version integer, p_revision bigint, p_details jsonb,
    p_purchased_at timestamptz, p_spent numeric, p_currency_code text, p_counted boolean,
    p_now timestamptz
  ) RETURNS SETOF loyalty_transaction LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
  DECLARE
    a loyalty_account;
    s loyalty_settlement;
    t loyalty_transaction;
    net record;
    entry loyalty_entry;
    earn_difference bigint;
    redeem_difference bigint;
    pardoned bigint;
    due bigint;
    consumed loyalty_consumption;
    survivor loyalty_account;
    is_first boolean;
  BEGIN
    IF p_earned < 0 OR p_redeemed < 0 OR p_expires_at <= p_available_at THEN
      PERFORM loyalty_fail('LP004', p_source_id || ' cannot be settled at ' || p_earned
        || ' earned and ' || p_redeemed || ' redeemed points that live from ' || p_available_at
        || ' to ' || coalesce(p_expires_at::text, 'ever'));
    END IF;
    a := loyalty_lock_with_survivor(p_account_id, p_now);
    IF a.closed_at IS NOT NULL THEN
      survivor := loyalty_survivor_of(a);
      IF survivor.closed_at IS NOT NULL THEN RETURN; END IF;
    END IF;
    INSERT INTO loyalty_settlement (
      source_type, source_id, wallet, account_no, member_no, purchased_at, spent, currency_code,
      counted, points_earned, points_redeemed, program_id, program_version, revision, settled_at
    ) VALUES (
      p_source_type, p_source_id, a.wallet, a.no, coalesce(survivor.no, a.no), p_purchased_at,
      coalesce(p_spent, 0), p_currency_code, coalesce(p_counted, false)::integer, p_earned,
      p_redeemed, p_program_id, p_program_version, 1, p_now
    ) ON CONFLICT DO NOTHING RETURNING * INTO s;
    is_first := FOUND;
    IF is_first THEN
      s.revision := 0;
    ELSE
      SELECT * INTO s FROM loyalty_settlement
      WHERE source_id = p_source_id AND source_type = p_source_type AND wallet = a.wallet
      FOR UPDATE;
    END IF;
    IF s.revision <> p_revision THEN
      PERFORM loyalty_fail('LP006', 'A newer settlement of ' || p_source_id || ' came first');
    END IF;
    IF s.account_no <> a.no THEN
      PERFORM loyalty_fail('LP004', p_source_id || ' was settled on another account');
    END IF;

    entry.source_type := p_source_type;
    entry.source_id := p_source_id;
    entry.program_id := p_program_id;
    entry.program_version := p_program_version;
    entry.details := p_details;
    entry.occurred_at := p_now;
    SELECT * INTO net FROM loyalty_net_of_source(a.no, p_source_type, p_source_id);
    earn_difference := p_earned - (net.earned - s.forgiven);
    redeem_difference := p_redeemed - net.redeemed;

    IF redeem_difference < 0 THEN
      entry.kind := 'redeem_refund';
      RETURN NEXT loyalty_refund_locked(a, -redeem_difference, p_grace, entry, p_now);
    ELSIF redeem_difference > 0 THEN
      -- The discount was given, so the points are due even where they are missing.
      entry.kind := 'redeem';
      UPDATE loyalty_account SET
        balance = balance - redeem_difference, version = version + 1,
        lifetime_redeemed = lifetime_redeemed + redeem_difference, updated_at = p_now
      WHERE no = a.no RETURNING * INTO a;
      consumed := loyalty_consume_due(a.no, redeem_difference, p_now);
      RETURN NEXT loyalty_record(
        a, -redeem_difference, entry, consumed.lot_nos, consumed.lot_points, NULL);
    END IF;

    SELECT * INTO a FROM loyalty_account WHERE no = a.no;
    IF earn_difference > 0 THEN
      pardoned := LEAST(s.forgiven, earn_difference);
      s.forgiven := s.forgiven - pardoned;
      earn_difference := earn_difference - pardoned;
      IF earn_difference > 0 THEN
        entry.kind := 'earn';
        RETURN NEXT loyalty_credit_locked(
          a.no, earn_difference, p_available_at, p_expires_at, entry, p_now);
      END IF;
    ELSIF earn_difference < 0 THEN
      entry.kind := 'earn_reversal';
      due := -earn_difference;
      IF survivor.no IS NOT NULL AND p_policy = 'clamp_to_zero' THEN
        due := LEAST(due, GREATEST(a.balance + survivor.balance - survivor.held, 0));
        p_policy := 'allow_negative';
      END IF;
      t := loyalty_reverse_locked(a, due, p_policy, entry, p_now);
      s.forgiven := s.forgiven - earn_difference + coalesce(t.points, 0);
      IF t.version IS NOT NULL THEN RETURN NEXT t; END IF;
    END IF;

    IF NOT is_first OR s.forgiven <> 0 THEN
      UPDATE loyalty_settlement SET
        points_earned = p_earned, points_redeemed = p_redeemed, forgiven = s.forgiven,
        program_id = p_program_id, program_version = p_program_version,
        purchased_at = p_purchased_at, spent = coalesce(p_spent, 0),
        currency_code = p_currency_code, counted = coalesce(p_counted, false)::integer,
        revision = p_revision + 1, settled_at = p_now
      WHERE source_id = p_source_id AND source_type = p_source_type AND wallet = a.wallet;
    END IF;

    IF survivor.no IS NOT NULL THEN
      SELECT * INTO a FROM loyalty_account WHERE no = a.no;
      entry := NULL;
      entry.details := jsonb_build_object(p_source_type || '_id', p_source_id);
      RETURN QUERY SELECT * FROM loyalty_forward(a, survivor, entry, p_now);
    END IF;
  END $$`
