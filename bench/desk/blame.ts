import type { LintResponsibility } from '../../src/desk/lint-json.ts'
import type { MucFill, MucTemplate } from './muc-keys.ts'
import { isAlike, isSame, plainWords } from './same-words.ts'

type Kind = LintResponsibility['kind']

/** An organisation, under any of its names, and how sure the text is that it did it: each kind is right. */
export interface KeyBlame {
  readonly isOptional: boolean
  readonly kinds: readonly Kind[]
  readonly names: readonly string[]
}

export interface Blame {
  readonly kind: Kind
  readonly name: string
}

const CONFIDENCE = 11

/** How MUC-4 says it, by the desk's kinds. */
const KINDS: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/^SUSPECTED OR ACCUSED/, ['suspected', 'accused']],
  [/^CLAIMED OR ADMITTED/, ['claimed']],
  [/^REPORTED AS FACT/, ['stated']],
  [/^POSSIBLE/, ['stated', 'suspected']],
  [/DENIED|ACQUITTED/, ['denied']],
]

/** Who is said in a document to have done something, each organisation once for each way of saying so. */
export function keyBlame(templates: readonly MucTemplate[]): KeyBlame[] {
  const all = templates.flatMap(({ slots, isOptional }) =>
    (slots.get(CONFIDENCE) ?? []).flatMap((fill) => blameOf(fill, isOptional)),
  )
  const told: KeyBlame[] = []
  // What has to be found comes first, so that it is not taken for what may be left out.
  for (const one of all.toSorted((first, second) => Number(first.isOptional) - Number(second.isOptional))) {
    if (!told.some((other) => isSameBlame(one, other))) told.push(one)
  }
  return told
}

function blameOf({ values, of, isOptional }: MucFill, isOfOptional: boolean): KeyBlame[] {
  const kinds = values.flatMap((value) => KINDS.find(([form]) => form.test(value))?.[1] ?? [])
  return kinds.length > 0 && of.length > 0 ? [{ isOptional: isOptional || isOfOptional, kinds, names: of }] : []
}

const isSameBlame = (one: KeyBlame, other: KeyBlame): boolean =>
  one.kinds.some((kind) => other.kinds.includes(kind)) &&
  one.names.some((name) => other.names.some((known) => isSame(name, known)))

/** What the desk suggests, each once. */
export function foundBlame(told: readonly LintResponsibility[]): Blame[] {
  const byWords = new Map(
    told.map(({ kind, organisation }) => [`${kind}\n${plainWords(organisation)}`, { kind, name: organisation }]),
  )
  return [...byWords.values()]
}

/** 1 for the same organisation, 0.5 where one name holds the other; nothing where it is said in another way. */
export function blameCredit({ kinds, names }: KeyBlame, { kind, name }: Blame): number {
  if (!kinds.includes(kind)) return 0
  if (names.some((known) => isSame(known, name))) return 1
  return names.some((known) => isAlike(known, name)) ? 0.5 : 0
}
