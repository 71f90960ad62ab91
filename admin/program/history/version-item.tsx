import { ArrowRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"

import type { HttpLoyaltyProgramVersion } from "../../../src/types/http"
import { useFormats } from "../../shared/locale"
import { type ChangeInWords, changesInWords } from "../changes"
import { summarize } from "../summary"
import { useWords } from "../use-words"
import { useActorName } from "./actor"

/** One version: its author, its date and its changes. The first one shows its rules. */
export function VersionItem({ version }: { version: HttpLoyaltyProgramVersion }) {
  const words = useWords()
  const { dateTime } = useFormats()
  const actor = useActorName(version)
  const changes = changesInWords(version, words)
  return (
    <li className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-col gap-y-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Text size="small" leading="compact" weight="plus">
            {words.t("program.history.version", { version: version.version })}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            <time dateTime={version.created_at}>{dateTime(version.created_at)}</time>
          </Text>
        </div>
        <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
          {words.t("program.history.by", { actor })}
        </Text>
      </div>
      {changes.length > 0 ? <Changes changes={changes} /> : <FirstRules version={version} />}
    </li>
  )
}

function Changes({ changes }: { changes: ChangeInWords[] }) {
  const { t } = useWords()
  return (
    <dl className="flex flex-col gap-y-2">
      {changes.map(({ field, label, from, to }) => (
        <div key={field} className="txt-small grid grid-cols-1 gap-x-4 sm:grid-cols-[180px_1fr]">
          <dt className="text-ui-fg-subtle">{label}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-1">
            <span className="sr-only">{t("program.history.from")} </span>
            <span className="text-ui-fg-muted break-words line-through">{from}</span>
            <ArrowRightMini aria-hidden className="text-ui-fg-muted" />
            <span className="sr-only">{t("program.history.to")} </span>
            <span className="text-ui-fg-base break-words font-medium">{to}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FirstRules({ version }: { version: HttpLoyaltyProgramVersion }) {
  const words = useWords()
  return (
    <div className="txt-small text-ui-fg-subtle flex flex-col gap-y-1">
      <span>{words.t("program.history.created")}</span>
      {summarize(version.rules, version.currency_code, words).map(({ group, text }) => (
        <span key={group}>{text}</span>
      ))}
    </div>
  )
}
