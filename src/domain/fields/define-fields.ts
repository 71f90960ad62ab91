import type {
  CodesOfKind,
  FieldDefinition,
  FieldDefinitions,
  InternalCodes,
  ValuesOf,
} from "./field"

/** A set of field definitions. Their order is that of forms, answers and documents. */
export type Fields<Definitions extends FieldDefinitions> = Readonly<{
  definitions: Definitions
  codes: readonly (keyof Definitions & string)[]
  defaults: Readonly<ValuesOf<Definitions>>
}>

/**
 * Defines fields that people fill in: rules, rewards and the like. The type of the values (`ValuesOf`),
 * request validation, the answer's schema, GraphQL, the form and the documentation's table are all
 * derived from the definitions. A new field needs an entry here, the code that computes with it, and
 * its texts in the admin's languages.
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

/** The codes of all fields of one kind, in order. */
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
 * Reads stored values of any age: a field that did not exist then gets its default, one that no longer
 * exists is left out.
 */
export function valuesOver<Definitions extends FieldDefinitions>(
  { codes, defaults }: Fields<Definitions>,
  kept: Partial<Record<keyof Definitions, unknown>>
): ValuesOf<Definitions> {
  const values = codes.map((code) => [code, kept[code] === undefined ? defaults[code] : kept[code]])
  return Object.fromEntries(values) as ValuesOf<Definitions>
}

/** The fields without the internal ones, which only merchants see. */
export function publicFields<Definitions extends FieldDefinitions>({
  definitions,
}: Fields<Definitions>): Fields<Omit<Definitions, InternalCodes<Definitions>>> {
  const shown = Object.entries(definitions).filter(([, field]) => !field.isInternal)
  return defineFields(Object.fromEntries(shown)) as unknown as Fields<
    Omit<Definitions, InternalCodes<Definitions>>
  >
}
