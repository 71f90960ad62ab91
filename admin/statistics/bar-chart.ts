import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  Tooltip,
} from "chart.js"

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

/** Bars of one colour; negative ones are drawn below the line. */
export type BarSet = { label: string; values: number[]; color: string }

export type BarChartInput = {
  labels: string[]
  sets: BarSet[]
  /** Formats a number, on the axis and in the tooltip. */
  format: (value: number) => string
}

const NARROW_BARS = 28
const RADIUS = 2

/** Draws stacked bars on a canvas, in the colours and font of the dashboard's theme. */
export function drawBars(canvas: HTMLCanvasElement, input: BarChartInput): Chart {
  return new Chart(canvas, configuration(input, getComputedStyle(canvas)))
}

function configuration(
  input: BarChartInput,
  theme: CSSStyleDeclaration
): ChartConfiguration<"bar"> {
  const font = { family: theme.fontFamily, size: 11 }
  const ticks = { color: theme.getPropertyValue("--fg-subtle"), font }
  return {
    type: "bar",
    data: {
      labels: input.labels,
      datasets: input.sets.map(({ label, values, color }) => ({
        label,
        data: values,
        backgroundColor: theme.getPropertyValue(color),
        maxBarThickness: NARROW_BARS,
        borderRadius: RADIUS,
      })),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: prefersStillness() ? false : { duration: 300 },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16 },
        },
        y: {
          stacked: true,
          grid: { color: ({ tick }) => theme.getPropertyValue(lineColor(tick.value)) },
          border: { display: false },
          ticks: {
            ...ticks,
            precision: 0,
            maxTicksLimit: 6,
            callback: (value) => input.format(Math.abs(Number(value))),
          },
        },
      },
      plugins: { tooltip: tooltip(input, theme) },
    },
  }
}

/** The zero line is stronger than the others. */
const lineColor = (value: number) => (value === 0 ? "--border-strong" : "--border-base")

function tooltip({ format }: BarChartInput, theme: CSSStyleDeclaration) {
  const font = { family: theme.fontFamily, size: 12 }
  return {
    backgroundColor: theme.getPropertyValue("--contrast-bg-base"),
    titleColor: theme.getPropertyValue("--contrast-fg-primary"),
    bodyColor: theme.getPropertyValue("--contrast-fg-primary"),
    titleFont: font,
    bodyFont: font,
    padding: 10,
    boxPadding: 4,
    callbacks: {
      label: ({ dataset, parsed }: { dataset: { label?: string }; parsed: { y: number | null } }) =>
        `${dataset.label}: ${format(Math.abs(parsed.y ?? 0))}`,
    },
  }
}

const prefersStillness = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches
