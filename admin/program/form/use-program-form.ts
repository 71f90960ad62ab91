import { zodResolver } from "@hookform/resolvers/zod"
import { useMemo } from "react"
import { useForm, type UseFormReturn } from "react-hook-form"

import { valuesOfNewProgram, valuesOfProgram } from "../form-values"
import { problemInWords } from "../problem-text"
import {
  type ProgramFormValues,
  type ProgramInput,
  type ProgramSchema,
  programSchema,
} from "../schema"
import { useWords } from "../use-words"
import type { Words } from "../words"
import type { FormSubject } from "./subject"

export type ProgramForm = UseFormReturn<ProgramFormValues, unknown, ProgramInput>

/** The form of a program and its validation; fields are checked as they are typed. */
export function useProgramForm(subject: FormSubject): { form: ProgramForm; schema: ProgramSchema } {
  const words = useWords()
  const schema = useMemo(
    () =>
      programSchema({
        language: words.language,
        explain: (problem) => problemInWords(problem, words),
      }),
    [words]
  )
  const form = useForm<ProgramFormValues, unknown, ProgramInput>({
    resolver: zodResolver(schema),
    mode: "onChange",
    defaultValues: valuesOfSubject(subject, words),
  })
  return { form, schema }
}

function valuesOfSubject(subject: FormSubject, { t, language }: Words): ProgramFormValues {
  return subject.program
    ? valuesOfProgram(subject.program, language)
    : valuesOfNewProgram(subject.currencyCode, t("program.fields.name.default"), language)
}
