import { CheckCircle, EllipsisHorizontal, History, Trash, XCircle } from "@medusajs/icons"
import { Button, DropdownMenu, IconButton, toast, usePrompt } from "@medusajs/ui"
import type { ReactNode, RefObject } from "react"

import type { HttpLoyaltyProgram } from "../../src/types/http"
import { useText } from "../shared/locale"
import { messageOf } from "./server-errors"
import { useDeleteProgram, useEnableProgram } from "./queries"

type Props = {
  program: HttpLoyaltyProgram
  onEdit: () => void
  onHistory: () => void
  editButton: RefObject<HTMLButtonElement>
  menuButton: RefObject<HTMLButtonElement>
}

/** A program's actions: a button to edit, the rest in a menu. */
export function ProgramActions({ program, onEdit, onHistory, editButton, menuButton }: Props) {
  const t = useText()
  const currency = program.currency_code.toUpperCase()
  const switchProgram = useSwitch(program)
  const remove = useRemove(program, menuButton)
  return (
    <div className="flex shrink-0 items-center gap-x-2">
      <Button ref={editButton} size="small" variant="secondary" onClick={onEdit}>
        {t("program.actions.edit")}
      </Button>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton
            ref={menuButton}
            size="small"
            variant="transparent"
            aria-label={t("program.actions.menu", { currency })}
          >
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          <Action
            icon={program.is_enabled ? <XCircle /> : <CheckCircle />}
            label={t(program.is_enabled ? "program.actions.disable" : "program.actions.enable")}
            onSelect={switchProgram}
          />
          <Action icon={<History />} label={t("program.actions.history")} onSelect={onHistory} />
          <DropdownMenu.Separator />
          <Action icon={<Trash />} label={t("program.actions.delete")} onSelect={remove} />
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}

type ActionProps = { icon: ReactNode; label: string; onSelect: () => void }

function Action({ icon, label, onSelect }: ActionProps) {
  return (
    <DropdownMenu.Item
      className="[&_svg]:text-ui-fg-subtle flex items-center gap-x-2"
      onSelect={onSelect}
    >
      {icon}
      <span>{label}</span>
    </DropdownMenu.Item>
  )
}

function useSwitch(program: HttpLoyaltyProgram): () => Promise<void> {
  const { mutateAsync } = useEnableProgram(program.id)
  const successKey = program.is_enabled ? "program.toasts.disabled" : "program.toasts.enabled"
  return useWithToast(program, successKey, () => mutateAsync(!program.is_enabled))
}

function useRemove(
  program: HttpLoyaltyProgram,
  opener: RefObject<HTMLElement>
): () => Promise<void> {
  const t = useText()
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteProgram(program.id)
  const remove = useWithToast(program, "program.toasts.deleted", () => mutateAsync(undefined))
  const currency = program.currency_code.toUpperCase()
  return async () => {
    const isConfirmed = await prompt({
      title: t("program.delete.title", { currency }),
      description: t("program.delete.description", { currency }),
      confirmText: t("program.delete.confirm"),
      cancelText: t("program.delete.cancel"),
    })
    if (!isConfirmed) {
      opener.current?.focus()
      return
    }
    await remove()
  }
}

/** Runs an action and shows the outcome as a toast, even if the card is gone by then. */
function useWithToast(
  program: HttpLoyaltyProgram,
  successKey: string,
  work: () => Promise<unknown>
) {
  const t = useText()
  return async () => {
    try {
      await work()
      toast.success(t(successKey, { currency: program.currency_code.toUpperCase() }))
    } catch (error) {
      toast.error(t("program.toasts.failed"), { description: messageOf(error) })
    }
  }
}
