import type {
  CodesOfKind,
  FieldDefinition,
  FieldDefinitions,
  InternalCodes,
  ValuesOf,
} from "./field"

/** Fields that were described once. Their order is that of forms, answers and documents. */
export type Fields<Definitions extends FieldDefinitions> = Readonly<{
  definitions: Definitions
  codes: readonly (keyof Definitions & string)[]
  defaults: Readonly<ValuesOf<Definitions>>
}>

/**
 * Describes fields that people fill in: rules, rewards and the like. From the description follow the
 * type of the values (`ValuesOf`), the check of a request, the answer's schema, GraphQL, the form
 * and the document's table. A new field is an entry of its table, the place that computes with it,
 * and its texts in the admin's languages.
 */
export function defineFields<const Definitions extends FieldDefinitions>(
  definitions: Definitions
): Fields<Definitions> {
  const entries = Object.entries(definitions).map(([code, field]) => [code, field.default])
  return Object.freeze({
    definitions,
    codes: Object.freeze(Object.keys(definitions)),
    defaults: Object.freeze(Object.fromEntries(entries)) as ValuesOf<Definitions>,
  })
}

/** The codes of the fields of a kind, in order. */
export function codesOfKind<
  Definitions extends FieldDefinitions,
  Kind extends FieldDefinition["kind"],
>({ definitions, codes }: Fields<Definitions>, kind: Kind) {
  return codes.filter((code) => definitions[code]?.kind === kind) as (CodesOfKind<
    Definitions,
    Kind
  > &
    string)[]
}

/**
 * Values as they were kept, whenever that was: a field that did not exist then has its default, one
 * that no longer exists is left out.
 */
export function valuesOver<Definitions extends FieldDefinitions>(
  { codes, defaults }: Fields<Definitions>,
  kept: Partial<Record<keyof Definitions, unknown>>
): ValuesOf<Definitions> {
  const values = codes.map((code) => [code, kept[code] === undefined ? defaults[code] : kept[code]])
  return Object.fromEntries(values) as ValuesOf<Definitions>
}

/** The fields without those that only the merchant knows. */
export function publicFields<Definitions extends FieldDefinitions>({
  definitions,
}: Fields<Definitions>): Fields<Omit<Definitions, InternalCodes<Definitions>>> {
  const shown = Object.entries(definitions).filter(([, field]) => !field.isInternal)
  return defineFields(Object.fromEntries(shown)) as unknown as Fields<
    Omit<Definitions, InternalCodes<Definitions>>
  >
}
