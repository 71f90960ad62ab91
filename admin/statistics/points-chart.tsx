import { useEffect, useRef } from "react"
import { useFormats, useText } from "../shared/locale"
import { Empty } from "../shared/states"
import { drawBars } from "./bar-chart"
import { type Bucket, isStill, type Period } from "./period"
import { SERIES } from "./series"
import { useTheme } from "./use-theme"

type PointsChartProps = { buckets: Bucket[]; period: Period }

/** Points issued above the line, used and expired below it; screen readers get a table. */
export function PointsChart({ buckets, period }: PointsChartProps) {
  const t = useText()
  if (isStill(buckets)) {
    return <Empty title={t("statistics.chart.empty")} />
  }
  return (
    <figure className="flex flex-col gap-y-4 px-6 py-4" aria-label={t("statistics.chart.title")}>
      <Legend />
      <Bars buckets={buckets} period={period} />
      <ChartTable buckets={buckets} period={period} />
    </figure>
  )
}

function Legend() {
  const t = useText()
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1" aria-hidden>
      {SERIES.map(({ key, color }) => (
        <li key={key} className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2">
          <span className="size-2 rounded-sm" style={{ background: `var(${color})` }} />
          {t(`statistics.flows.${key}`)}
        </li>
      ))}
    </ul>
  )
}

function Bars({ buckets, period }: PointsChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const t = useText()
  const { number } = useFormats()
  const dateOf = useDateOf(period)
  const theme = useTheme()

  useEffect(() => {
    if (!canvas.current) {
      return
    }
    const chart = drawBars(canvas.current, {
      labels: buckets.map(({ date }) => dateOf(date)),
      sets: SERIES.map(({ key, color, sign }) => ({
        label: t(`statistics.flows.${key}`),
        values: buckets.map((bucket) => sign * bucket[key]),
        color,
      })),
      format: number,
    })
    return () => chart.destroy()
  }, [buckets, dateOf, t, number, theme])

  return (
    <div className="relative h-64 w-full" aria-hidden>
      <canvas ref={canvas} />
    </div>
  )
}

function ChartTable({ buckets, period }: PointsChartProps) {
  const t = useText()
  const { number } = useFormats()
  const dateOf = useDateOf(period)
  return (
    <table className="sr-only">
      <caption>{t("statistics.chart.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t(period === "12m" ? "statistics.month" : "statistics.day")}</th>
          {SERIES.map(({ key }) => (
            <th key={key} scope="col">
              {t(`statistics.flows.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {buckets.map((bucket) => (
          <tr key={bucket.date}>
            <th scope="row">{dateOf(bucket.date)}</th>
            {SERIES.map(({ key }) => (
              <td key={key}>{number(bucket[key])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How the chart labels dates. */
function useDateOf(period: Period) {
  const { day, month } = useFormats()
  return period === "12m" ? month : day
}
