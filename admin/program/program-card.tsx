import { Badge, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { type RefObject, useRef, useState } from "react"

import type { HttpLoyaltyProgram } from "../../src/types/http"
import { ProgramModal } from "./form/program-modal"
import { HistoryDrawer } from "./history/history-drawer"
import { ProgramActions } from "./program-actions"
import { summarize } from "./summary"
import { useWords } from "./use-words"

/** A currency's program: its rules in words, and its actions. */
export function ProgramCard({ program }: { program: HttpLoyaltyProgram }) {
  const [open, setOpen] = useState<"edit" | "history" | null>(null)
  const editButton = useRef<HTMLButtonElement>(null)
  const menuButton = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(null)
  return (
    <Container className="divide-y p-0">
      <CardHeader program={program} onOpen={setOpen} {...{ editButton, menuButton }} />
      <CardSummary program={program} />
      <ProgramModal
        isOpen={open === "edit"}
        onClose={close}
        opener={editButton}
        subject={{ program }}
      />
      <HistoryDrawer
        isOpen={open === "history"}
        onClose={close}
        opener={menuButton}
        program={program}
      />
    </Container>
  )
}

type HeaderProps = {
  program: HttpLoyaltyProgram
  onOpen: (dialog: "edit" | "history") => void
  editButton: RefObject<HTMLButtonElement>
  menuButton: RefObject<HTMLButtonElement>
}

function CardHeader({ program, onOpen, ...buttons }: HeaderProps) {
  const { t } = useWords()
  const { currency_code, is_enabled, name } = program
  return (
    <div className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <Badge size="2xsmall">{currency_code.toUpperCase()}</Badge>
        <Heading level="h2" className="break-words">
          {name}
        </Heading>
        <StatusBadge color={is_enabled ? "green" : "grey"}>
          {t(is_enabled ? "program.status.enabled" : "program.status.disabled")}
        </StatusBadge>
      </div>
      <ProgramActions
        program={program}
        onEdit={() => onOpen("edit")}
        onHistory={() => onOpen("history")}
        {...buttons}
      />
    </div>
  )
}

function CardSummary({ program }: { program: HttpLoyaltyProgram }) {
  const words = useWords()
  return (
    <dl className="divide-y">
      {summarize(program, program.currency_code, words).map(({ group, text }) => (
        <div
          key={group}
          className="text-ui-fg-subtle grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-4 sm:grid-cols-[160px_1fr]"
        >
          <dt>
            <Text size="small" leading="compact" weight="plus" as="span">
              {words.t(`program.summary.title.${group}`)}
            </Text>
          </dt>
          <dd>
            <Text size="small" leading="compact" as="span" className="text-pretty">
              {text}
            </Text>
          </dd>
        </div>
      ))}
    </dl>
  )
}
