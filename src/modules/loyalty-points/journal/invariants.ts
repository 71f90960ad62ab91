import type { InvariantCheck } from "../audit/invariant"

/** The seal of each sealed line: the first whose `through` is not before its position. */
const SEALED_LINES = `
  SELECT width_bucket(t.position - 1, sealed.throughs) + 1 AS place, t AS line, t.position,
    t.account_no, t.version
  FROM (SELECT array_agg(through ORDER BY no) AS throughs, max(through) AS last FROM loyalty_seal)
    sealed
  JOIN loyalty_transaction t ON t.position <= sealed.last`

/** What must hold for the chain of seals. */
export const JOURNAL_INVARIANTS: readonly InvariantCheck[] = [
  {
    invariant: 14,
    code: "sealed_lines_were_changed",
    sql: `
      WITH found AS (
        SELECT place, count(*) AS lines, string_agg(
          loyalty_line_digest(line), ''::bytea ORDER BY position, account_no, version) AS digests
        FROM (${SEALED_LINES}) sealed_line GROUP BY place
      ), seal AS (
        SELECT *, row_number() OVER (ORDER BY no) AS place, lag(hash) OVER (ORDER BY no) AS before
        FROM loyalty_seal
      )
      SELECT 'seal ' || s.no AS subject, 'sealed ' || s.lines || ' lines up to position '
        || s.through || ' on ' || to_char(s.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')
        || ' UTC, ' || CASE
          WHEN coalesce(f.lines, 0) <> s.lines THEN coalesce(f.lines, 0) || ' were found'
          ELSE 'but their contents changed' END AS message
      FROM seal s LEFT JOIN found f ON f.place = s.place
      WHERE s.lines <> coalesce(f.lines, 0)
        OR s.hash <> sha256(coalesce(s.before, '') || coalesce(f.digests, ''))`,
  },
  {
    invariant: 14,
    code: "seal_is_missing",
    sql: `
      SELECT 'seal ' || no AS subject, 'comes after seal ' || coalesce(before, 0) AS message
      FROM (SELECT no, lag(no) OVER (ORDER BY no) AS before FROM loyalty_seal) s
      WHERE no <> coalesce(before, 0) + 1`,
  },
]
