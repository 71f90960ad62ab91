import { FetchError } from "@medusajs/js-sdk"
import { toast } from "@medusajs/ui"

import { useText } from "../../shared/locale"
import { useSaveProgram } from "../queries"
import type { ProgramInput } from "../schema"
import { fieldErrorsOf, messageOf } from "../server-errors"
import type { FormSubject } from "./subject"
import type { ProgramForm } from "./use-program-form"

const DUPLICATE = 422

/** Saves the form and closes it; the API's errors are shown at the fields they name. */
export function useSave({ program }: FormSubject, form: ProgramForm, onSaved: () => void) {
  const t = useText()
  const { mutateAsync, isPending } = useSaveProgram(program)
  const showError = (error: unknown, currency: string) => {
    const fieldErrors = fieldErrorsOf(messageOf(error))
    fieldErrors.forEach(({ field, message }, index) =>
      form.setError(
        field,
        { type: "server", message: t("program.problems.server", { message }) },
        { shouldFocus: index === 0 }
      )
    )
    if (fieldErrors.length === 0) {
      const isDuplicate = error instanceof FetchError && error.status === DUPLICATE
      const description = isDuplicate ? t("program.form.duplicate", { currency }) : messageOf(error)
      toast.error(t("program.toasts.failed"), { description })
    }
  }
  const save = async (input: ProgramInput) => {
    const currency = input.currency_code.toUpperCase()
    try {
      await mutateAsync(input)
      toast.success(t(program ? "program.toasts.saved" : "program.toasts.created", { currency }))
      onSaved()
    } catch (error) {
      showError(error, currency)
    }
  }
  return { save, isPending }
}
