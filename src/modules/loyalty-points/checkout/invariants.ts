import type { InvariantCheck } from "../audit/invariant"

/** What must hold for the points that carts request, hold and spend. */
export const REDEMPTION_INVARIANTS: readonly InvariantCheck[] = [
  {
    invariant: 4,
    code: "held_is_not_the_sum",
    sql: `
      WITH holds AS (
        SELECT account_no, sum(points) AS points
        FROM loyalty_redemption WHERE status = 'held' GROUP BY account_no
      )
      SELECT coalesce(a.id, 'account no. ' || h.account_no) AS subject,
        'held is ' || coalesce(a.held::text, 'nowhere') || ', its redemptions hold '
          || coalesce(h.points, 0) AS message
      FROM loyalty_account a FULL JOIN holds h ON h.account_no = a.no
      WHERE a.held IS DISTINCT FROM coalesce(h.points, 0)`,
  },
  {
    invariant: 5,
    code: "capture_is_not_the_redemption",
    sql: `
      WITH captured AS (SELECT * FROM loyalty_redemption WHERE status = 'captured'),
        redeemed AS (
          SELECT * FROM loyalty_transaction
          WHERE kind = 'redeem' AND starts_with(idempotency_key, 'redeem:')
        )
      SELECT coalesce('redemption ' || r.id, t.idempotency_key) AS subject,
        'captured ' || coalesce(r.points::text, 'no') || ' points for '
          || coalesce(r.order_id, 'no order') || ', its transaction says '
          || coalesce((-t.points)::text, 'nothing') || ' for ' || coalesce(t.source_id, 'none')
        AS message
      FROM captured r FULL JOIN redeemed t ON t.idempotency_key = 'redeem:' || r.id
      WHERE r.points IS DISTINCT FROM -t.points OR r.account_no IS DISTINCT FROM t.account_no
        OR r.order_id IS DISTINCT FROM t.source_id`,
  },
  {
    invariant: 11,
    code: "lines_cost_more_than_the_redemption",
    sql: `
      SELECT 'redemption ' || r.id AS subject, 'its lines cost ' || l.points
        || ' points by the unit, it has ' || r.points AS message
      FROM loyalty_redemption r CROSS JOIN LATERAL (
        SELECT sum((line->>'points_per_unit')::numeric * (line->>'units')::numeric) AS points
        FROM jsonb_array_elements(r.lines) AS line
      ) l
      WHERE r.lines IS NOT NULL AND r.status IN ('held', 'captured') AND l.points > r.points`,
  },
]
