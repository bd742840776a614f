import type { WordingTranslation } from './claim.ts'
import type { Capture, SourceDocument } from './source-document.ts'
import type { Where, WherePrecision } from './where.ts'

/**
 * What readers get of one field: all of it, nothing, or what a function leaves of it. Only a field that may be missing
 * can be internal.
 */
export type FieldRule<Content, Key extends keyof Content> =
  | 'public'
  | ((value: Exclude<Content[Key], undefined>) => Content[Key])
  | (undefined extends Content[Key] ? 'internal' : never)

/** A decision for every field: one that is added to the content without a decision here does not compile. */
export type FieldRules<Content> = { readonly [Key in keyof Required<Content>]: FieldRule<Content, Key & keyof Content> }

/** Takes over what the rules name and nothing else, whatever else an object may carry. */
export function publicPart<Content extends object>(rules: FieldRules<Content>, content: Content): Content {
  const kept = Object.entries(rules).flatMap(([key, rule]) => {
    const value: unknown = content[key as keyof Content]
    if (rule === 'internal' || value === undefined) return []
    const left: unknown = typeof rule === 'function' ? rule(value) : value
    return left === undefined ? [] : [[key, left] as const]
  })
  return Object.fromEntries(kept) as Content
}

const CAPTURE: FieldRules<Capture> = {
  at: 'public',
  sha256: 'public',
  mediaType: 'public',
  bytes: 'public',
  waybackUrl: 'public',
  isPublic: 'public',
  by: 'internal',
}

/** Captures that readers may know of; never who made them. */
export const publicCaptures = (captures: readonly Capture[]): Capture[] =>
  captures.filter(({ isPublic }) => isPublic).map((capture) => publicPart(CAPTURE, capture))

const TRANSLATION: FieldRules<WordingTranslation> = {
  text: 'public',
  lang: 'public',
  kind: 'public',
  by: () => null,
  figure: 'public',
  state: 'public',
}

/** Translations without who made or read them: often somebody of the newsroom, who may live among those written of. */
export const publicTranslations = (translations: readonly WordingTranslation[]): WordingTranslation[] =>
  translations.map((translation) => publicPart(TRANSLATION, translation))

/** How a document was translated, not by whom. */
export const publicTranslation = ({
  kind,
}: Exclude<SourceDocument['translation'], undefined>): SourceDocument['translation'] => ({ kind, by: null })

const WHERE: FieldRules<Where> = {
  placeId: 'public',
  relation: 'public',
  direction: 'public',
  distanceKm: 'public',
  place2Id: 'public',
  radiusM: 'public',
  precision: 'public',
  basis: 'public',
  isSensitive: 'internal',
}

/** No direction, distance or radius, no second place, and not a word on how we know: each of them leads back to the point. */
const SENSITIVE_WHERE: FieldRules<Where> = {
  ...WHERE,
  relation: () => 'within',
  direction: 'internal',
  distanceKm: 'internal',
  place2Id: 'internal',
  radiusM: 'internal',
  precision: (precision) => Math.max(precision, 5) as WherePrecision,
  basis: () => null,
}

/** Where it happened, as exactly as readers may know it: of a sensitive place, no closer than its district. */
export const publicWhere = (where: Where, isSensitive: boolean): Where =>
  publicPart(isSensitive ? SENSITIVE_WHERE : WHERE, where)
