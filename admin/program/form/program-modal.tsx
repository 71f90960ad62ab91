import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { type RefObject, useId } from "react"
import { FormProvider, useWatch } from "react-hook-form"

import { useText } from "../../shared/locale"
import { ModalHeader } from "../../shared/dialog-header"
import { returnFocusTo } from "../../shared/return-focus"
import { SimulationPanel } from "../simulation/simulation-panel"
import { useLiveSimulation } from "../simulation/use-live-simulation"
import { LeavePrompt, useLeaveGuard } from "./leave-prompt"
import { RuleFields } from "./rule-fields"
import type { FormSubject } from "./subject"
import { useProgramForm } from "./use-program-form"
import { useSave } from "./use-save"

type Props = {
  subject: FormSubject
  isOpen: boolean
  onClose: () => void
  opener: RefObject<HTMLElement>
}

/** A program's rules on a full screen, beside a simulation of what they do. */
export function ProgramModal({ isOpen, ...props }: Props) {
  return isOpen ? <OpenProgramModal {...props} /> : null
}

function OpenProgramModal({ subject, onClose, opener }: Omit<Props, "isOpen">) {
  const formId = useId()
  const { form, schema } = useProgramForm(subject)
  const simulation = useLiveSimulation(form, schema)
  const guard = useLeaveGuard(form.formState.isDirty, onClose)
  const { save, isPending } = useSave(subject, form, onClose)
  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && guard.leave()}>
      <FocusModal.Content onCloseAutoFocus={returnFocusTo(opener)}>
        <ModalHeader />
        <FormProvider {...form}>
          <FocusModal.Body className="flex flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
            <form
              id={formId}
              noValidate
              onSubmit={form.handleSubmit(save)}
              className="flex-1 px-4 py-6 sm:px-8 lg:overflow-y-auto"
            >
              <div className="mx-auto flex max-w-[720px] flex-col gap-y-8">
                <ModalHeading subject={subject} />
                <RuleFields subject={subject} simulation={simulation} />
              </div>
            </form>
            <SimulationPanel simulation={simulation} />
          </FocusModal.Body>
        </FormProvider>
        <ModalFooter formId={formId} isSaving={isPending} onCancel={guard.leave} />
        <LeavePrompt {...guard} />
      </FocusModal.Content>
    </FocusModal>
  )
}

function ModalHeading({ subject }: { subject: FormSubject }) {
  const t = useText()
  const currencyCode: string = useWatch({ name: "currency_code" })
  const currency = currencyCode.toUpperCase()
  return (
    <div className="flex flex-col gap-y-1">
      <FocusModal.Title asChild>
        <Heading>
          {subject.program ? t("program.form.edit", { currency }) : t("program.form.create")}
        </Heading>
      </FocusModal.Title>
      <FocusModal.Description asChild>
        <Text size="small" className="text-ui-fg-subtle">
          {t("program.form.description")} {t("program.form.requiredNote")}
        </Text>
      </FocusModal.Description>
    </div>
  )
}

type FooterProps = { formId: string; isSaving: boolean; onCancel: () => void }

function ModalFooter({ formId, isSaving, onCancel }: FooterProps) {
  const t = useText()
  return (
    <FocusModal.Footer>
      <Button size="small" variant="secondary" onClick={onCancel}>
        {t("program.form.cancel")}
      </Button>
      <Button size="small" type="submit" form={formId} isLoading={isSaving}>
        {t("program.form.save")}
      </Button>
    </FocusModal.Footer>
  )
}
