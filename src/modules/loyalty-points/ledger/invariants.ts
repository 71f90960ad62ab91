import type { InvariantCheck } from "../audit/invariant"

/** What all transactions did to each lot. Most touch one lot; unnesting those too takes twice as long. */
const LOT_MOVES = `
  SELECT account_no, no, sum(points) AS points, sum(points) FILTER (WHERE version = no) AS opened
  FROM (
    SELECT account_no, version, lot_nos[1] AS no, lot_points[1] AS points
    FROM loyalty_transaction WHERE cardinality(lot_nos) = 1 AND cardinality(lot_points) = 1
    UNION ALL
    SELECT t.account_no, t.version, move.no, move.points
    FROM loyalty_transaction t, unnest(t.lot_nos, t.lot_points) AS move (no, points)
    WHERE cardinality(lot_nos) <> 1 OR cardinality(lot_points) <> 1
  ) move
  GROUP BY account_no, no`

/** What must hold for accounts, their journal, their lots and settlements. */
export const LEDGER_INVARIANTS: readonly InvariantCheck[] = [
  {
    invariant: 1,
    code: "balance_is_not_the_sum",
    sql: `
      WITH journal AS (
        SELECT account_no, count(*) AS count, min(version) AS first, max(version) AS last,
          sum(points) AS points
        FROM loyalty_transaction GROUP BY account_no
      )
      SELECT coalesce(a.id, 'account no. ' || j.account_no) AS subject,
        'balance ' || coalesce(a.balance::text, 'none') || ' at version '
          || coalesce(a.version::text, 'none') || ', but ' || coalesce(j.count, 0)
          || ' transactions from version ' || coalesce(j.first, 0) || ' to '
          || coalesce(j.last, 0) || ' make '
          || coalesce(j.points, 0) AS message
      FROM loyalty_account a FULL JOIN journal j ON j.account_no = a.no
      WHERE a.no IS NULL OR a.balance <> coalesce(j.points, 0)
        OR a.version <> coalesce(j.count, 0) OR a.version <> coalesce(j.last, 0)
        OR j.first <> 1`,
  },
  {
    invariant: 1,
    code: "balance_after_does_not_follow",
    sql: `
      SELECT a.id AS subject, 'transaction ' || t.version || ' says ' || t.balance_after
        || ' after ' || coalesce(t.before, 0) || ' and ' || t.points AS message
      FROM (
        SELECT account_no, version, points, balance_after,
          lag(balance_after) OVER (PARTITION BY account_no ORDER BY version) AS before
        FROM loyalty_transaction
      ) t JOIN loyalty_account a ON a.no = t.account_no
      WHERE t.balance_after <> coalesce(t.before, 0) + t.points`,
  },
  {
    invariant: 2,
    code: "lots_are_not_the_balance",
    sql: `
      WITH lots AS (
        SELECT account_no, sum(remaining) AS remaining FROM loyalty_lot GROUP BY account_no
      )
      SELECT a.id AS subject, 'its lots hold ' || coalesce(l.remaining, 0)
        || ' points, its balance is ' || a.balance AS message
      FROM loyalty_account a LEFT JOIN lots l ON l.account_no = a.no
      WHERE coalesce(l.remaining, 0) <> GREATEST(a.balance, 0)`,
  },
  {
    invariant: 2,
    code: "lot_out_of_bounds",
    sql: `
      SELECT a.id AS subject, 'lot ' || l.no || ' has ' || l.remaining || ' of ' || l.points
        AS message
      FROM loyalty_lot l JOIN loyalty_account a ON a.no = l.account_no
      WHERE l.remaining < 0 OR l.remaining > l.points OR l.open <> (l.remaining > 0)`,
  },
  {
    invariant: 3,
    code: "lot_is_not_the_sum_of_its_uses",
    sql: `
      SELECT a.id AS subject, 'lot ' || coalesce(l.no, m.no) || ' has '
        || coalesce(l.remaining::text, 'no row') || ' of ' || coalesce(l.points::text, 'none')
        || ', the journal says ' || coalesce(m.points, 0) || ' of ' || coalesce(m.opened, 0)
        AS message
      FROM loyalty_lot l
      FULL JOIN (${LOT_MOVES}) m ON m.account_no = l.account_no AND m.no = l.no
      JOIN loyalty_account a ON a.no = coalesce(l.account_no, m.account_no)
      WHERE l.remaining IS DISTINCT FROM m.points OR l.points IS DISTINCT FROM m.opened`,
  },
  {
    invariant: 3,
    code: "uses_are_not_the_points",
    sql: `
      SELECT a.id AS subject, 'transaction ' || t.version || ' moves ' || t.points
        || ' points, its lots say ' || t.in_lots AS message
      FROM (
        SELECT account_no, version, points, balance_after,
          CASE WHEN cardinality(lot_points) = 1 THEN lot_points[1]
            ELSE (SELECT coalesce(sum(points), 0) FROM unnest(lot_points) AS points)
          END AS in_lots
        FROM loyalty_transaction
      ) t JOIN loyalty_account a ON a.no = t.account_no
      WHERE t.in_lots <> GREATEST(t.balance_after, 0) - GREATEST(t.balance_after - t.points, 0)`,
  },
  {
    invariant: 5,
    code: "order_is_not_settled",
    sql: `
      WITH net AS (
        SELECT source_type, source_id, account_no,
          coalesce(sum(points) FILTER (WHERE kind IN ('earn', 'earn_reversal')), 0) AS earned,
          coalesce(-sum(points) FILTER (WHERE kind IN ('redeem', 'redeem_refund')), 0) AS redeemed
        FROM loyalty_transaction WHERE source_id IS NOT NULL
        GROUP BY source_type, source_id, account_no
      )
      SELECT s.source_type || ' ' || s.source_id AS subject,
        'settled at ' || s.points_earned || ' earned and ' || s.points_redeemed
          || ' redeemed, the journal says ' || coalesce(n.earned, 0) - s.forgiven || ' and '
          || coalesce(n.redeemed, 0) AS message
      FROM loyalty_settlement s
      LEFT JOIN net n ON n.source_type = s.source_type AND n.source_id = s.source_id
        AND n.account_no = s.account_no
      WHERE s.points_earned <> coalesce(n.earned, 0) - s.forgiven
        OR s.points_redeemed <> coalesce(n.redeemed, 0)`,
  },
  {
    invariant: 6,
    code: "idempotency_key_twice",
    sql: `
      SELECT 'key ' || idempotency_key AS subject, 'used by ' || count(*) || ' transactions'
        AS message
      FROM loyalty_transaction WHERE idempotency_key IS NOT NULL
      GROUP BY idempotency_key HAVING count(*) > 1`,
  },
  {
    invariant: 7,
    code: "points_on_a_closed_account",
    sql: `
      SELECT a.id AS subject, CASE WHEN a.merged_into IS NULL THEN 'closed' ELSE 'merged' END
        || ' with a balance of ' || a.balance || ' and ' || a.held || ' held' AS message
      FROM loyalty_account a
      WHERE a.closed_at IS NOT NULL AND (a.balance > a.held
        OR (a.merged_into IS NOT NULL AND (a.balance <> 0 OR a.held <> 0)))`,
  },
  {
    invariant: 7,
    code: "merge_does_not_balance",
    sql: `
      SELECT LEAST(a.id, t.source_id) || ' and ' || GREATEST(a.id, t.source_id) AS subject,
        'what moved between them sums to ' || sum(t.points) || ' points' AS message
      FROM loyalty_transaction t JOIN loyalty_account a ON a.no = t.account_no
      WHERE t.kind = 'merge'
      GROUP BY LEAST(a.id, t.source_id), GREATEST(a.id, t.source_id) HAVING sum(t.points) <> 0`,
  },
  {
    invariant: 13,
    code: "purchase_is_not_the_members",
    sql: `
      WITH RECURSIVE chain AS (
        SELECT no, merged_into AS last FROM loyalty_account WHERE merged_into IS NOT NULL
        UNION ALL
        SELECT c.no, a.merged_into FROM chain c JOIN loyalty_account a ON a.no = c.last
        WHERE a.merged_into IS NOT NULL
      ), merged AS (
        SELECT c.no, c.last FROM chain c JOIN loyalty_account a ON a.no = c.last
        WHERE a.merged_into IS NULL
      )
      SELECT s.source_type || ' ' || s.source_id AS subject, 'counts for account no. '
        || s.member_no || ' and not for ' || coalesce(m.last, s.account_no) AS message
      FROM loyalty_settlement s LEFT JOIN merged m ON m.no = s.account_no
      WHERE s.member_no <> coalesce(m.last, s.account_no)`,
  },
  {
    invariant: 15,
    code: "points_in_another_wallet",
    sql: `
      SELECT other.subject, 'is in wallet ' || other.wallet || ', account ' || coalesce(a.id, 'none')
        || ' in ' || coalesce(a.wallet, 'none') AS message
      FROM (
        SELECT 'redemption ' || id AS subject, wallet, account_no FROM loyalty_redemption
        UNION ALL
        SELECT source_type || ' ' || source_id, wallet, account_no FROM loyalty_settlement
        UNION ALL
        SELECT id, wallet, merged_into FROM loyalty_account WHERE merged_into IS NOT NULL
      ) other LEFT JOIN loyalty_account a ON a.no = other.account_no
      WHERE other.wallet IS DISTINCT FROM a.wallet`,
  },
]
