import { ArrowPath, ExclamationCircle } from "@medusajs/icons"
import { Button, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "./locale"

/** Grey lines in place of loading content. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" role="status" aria-label={t("states.loading")}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className="h-5 w-full" />
      ))}
    </div>
  )
}

/** Says that something could not be loaded, why, and offers to try again. */
export function LoadError({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const t = useText()
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4" role="alert">
      <Text size="small" className="text-ui-fg-error flex items-center gap-x-2">
        <ExclamationCircle aria-hidden />
        {t("states.error", { message: error.message })}
      </Text>
      <Button size="small" variant="secondary" onClick={onRetry}>
        <ArrowPath aria-hidden />
        {t("states.retry")}
      </Button>
    </div>
  )
}

/** Shown until a query has loaded: a loading state, or why it failed. */
export function Unloaded({ query, lines }: { query: Query; lines: number }) {
  return query.error ? (
    <LoadError error={query.error} onRetry={query.refetch} />
  ) : (
    <Loading lines={lines} />
  )
}

type Query = { error: Error | null; refetch: () => unknown }

/** Says that there is nothing yet, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-y-1 px-6 py-8 text-center">
      <Text size="small" weight="plus">
        {title}
      </Text>
      {children && (
        <Text size="small" className="text-ui-fg-muted">
          {children}
        </Text>
      )}
    </div>
  )
}
