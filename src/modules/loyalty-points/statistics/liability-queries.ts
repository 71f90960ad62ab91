import { ofWallet } from "./wallet-filter"

/** Enough to match a million transactions with their lots without spilling to disk. */
export const WORK_MEMORY = "64MB"

/**
 * Points of a wallet's transactions from a moment on, lot by lot; lot_no is null for points that opened
 * or covered a debt. Every point is in exactly one row. Most transactions move one lot and no debt:
 * unnesting those too takes twice as long.
 */
const partsSince = (moment: string, wallet: string) => `
  SELECT account_no, occurred_at, kind, points, lot_nos[1] AS lot_no
  FROM loyalty_transaction t
  WHERE occurred_at >= ${moment} AND cardinality(lot_nos) = 1 AND lot_points[1] = points
    AND ${ofWallet("t", wallet)}
  UNION ALL
  SELECT t.account_no, t.occurred_at, t.kind, part.points, part.lot_no
  FROM loyalty_transaction t
  CROSS JOIN LATERAL (
    SELECT no AS lot_no, points FROM unnest(t.lot_nos, t.lot_points) AS lot (no, points)
    UNION ALL
    SELECT NULL, t.points - coalesce(sum(in_lots), 0)::bigint FROM unnest(t.lot_points) AS in_lots
  ) part
  WHERE t.occurred_at >= ${moment} AND part.points <> 0
    AND NOT (cardinality(lot_nos) = 1 AND lot_points[1] = t.points) AND ${ofWallet("t", wallet)}`

/** The currency of a lot is that of the program that opened it, deleted or not; null for a debt. */
const currencyOfLot = (row: string) => `
  LEFT JOIN loyalty_transaction opening ON opening.account_no = ${row}.account_no
    AND opening.version = ${row}.lot_no AND opening.points > 0
  LEFT JOIN loyalty_program program ON program.id = opening.program_id`

/** Sums of a period by currency, kind and sign. $1, $2: the period, $3: the wallet. */
export const LIABILITY_MOVEMENTS = `
  SELECT program.currency_code, part.kind, sum(part.points) AS points
  FROM (${partsSince("$1", "$3")}) part ${currencyOfLot("part")}
  WHERE part.occurred_at < $2
  GROUP BY program.currency_code, part.kind, part.points > 0`

/**
 * What was left at the end of a period by currency and month of expiry: what is left now less what
 * moved since, so that only the end of the journal is read. Of due points, the first to expire are kept
 * for open holds, as in expiry; holds that were open in the past are not considered.
 * $1: the end of the period, $2: the moment that decides what is due, $3: the time zone of months,
 * $4: the wallet.
 */
export const LIABILITY_STANDING = `
  WITH since AS (
    SELECT account_no, lot_no, sum(points)::bigint AS points FROM (${partsSince("$1", "$4")}) part
    GROUP BY account_no, lot_no
  ), lots AS (
    SELECT l.account_no, l.no AS lot_no, l.expires_at,
      l.remaining - coalesce(since.points, 0) AS points
    FROM loyalty_lot l LEFT JOIN since ON since.account_no = l.account_no AND since.lot_no = l.no
    WHERE (l.open OR since.lot_no IS NOT NULL) AND ${ofWallet("l", "$4")}
  ), overdue AS (
    SELECT due.account_no, due.lot_no,
      GREATEST(LEAST(points, with_earlier - CASE WHEN $1 > $2 THEN a.held ELSE 0 END), 0) AS points
    FROM (
      SELECT *, sum(points) OVER (PARTITION BY account_no ORDER BY expires_at, lot_no)
        AS with_earlier
      FROM lots WHERE expires_at <= $2
    ) due JOIN loyalty_account a ON a.no = due.account_no
  )
  SELECT program.currency_code,
    to_char((lots.expires_at - interval '1 microsecond') AT TIME ZONE $3, 'YYYY-MM') AS month,
    sum(lots.points - coalesce(overdue.points, 0)) AS outstanding,
    coalesce(sum(overdue.points), 0) AS overdue, 0 AS debt
  FROM lots
  LEFT JOIN overdue ON overdue.account_no = lots.account_no AND overdue.lot_no = lots.lot_no
  ${currencyOfLot("lots")}
  WHERE lots.points <> 0
  GROUP BY program.currency_code, month
  UNION ALL
  SELECT NULL, NULL, 0, 0, owed.points
  FROM (
    SELECT coalesce(
        (SELECT -sum(balance) FROM loyalty_account WHERE balance < 0 AND wallet = $4), 0)
      + coalesce((SELECT sum(points) FROM since WHERE lot_no IS NULL), 0) AS points
  ) owed
  WHERE owed.points <> 0`
