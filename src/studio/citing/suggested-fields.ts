import type { KnownName } from '../../desk/desk-text.ts'
import type { NamedInText, SuggestedClaim } from '../../desk/reading.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import { parseEdtf } from '../../record/edtf.ts'
import { foldName } from '../../record/name-folding.ts'
import { dateIn } from '../../time.ts'
import type { CiteFields, CiteGround, FilledFields, Picked } from './cite-fields.ts'

/** A claim that was found in the text, and the sentence that states it. */
export interface SuggestedCitation {
  readonly claim: SuggestedClaim
  readonly sentence: string
}

interface Beside {
  readonly names: readonly KnownName[]
  readonly ground: CiteGround
  /** What the form would begin with. */
  readonly before: CiteFields
}

/**
 * The form as far as a suggested claim fills it. Who says so is taken from the text alone: where it names nobody, the
 * claimant of the claim before is none of this one. How and when it came is kept from that claim only where the same
 * claimant speaks; a statement without a day was made on the day of writing or before.
 */
export function suggestedFields(
  { claim, sentence }: SuggestedCitation,
  { names, ground, before }: Beside,
): Partial<FilledFields> {
  const claimant = sourceNamed(claim.claimant, names)
  const relay = sourceNamed(claim.via, names)
  const isSameVoice = claimant !== null && claimant.id === before.claimant?.id
  const said = isSameVoice && before.said !== '' ? before.said : todayOrBefore(ground)
  return {
    claimant,
    via: relay ? [relay] : [],
    document: isSameVoice ? before.document : null,
    act: claim.act,
    measure: claim.measure,
    figure: claim.figure.quantity ? claim.figure.words : '',
    wording: sentence,
    wordingLanguage: ground.language,
    said,
    people: claim.who?.text ?? null,
    offered: {
      claimant: claimant ? null : (claim.claimant?.text ?? null),
      via: relay ? null : (claim.via?.text ?? null),
    },
  }
}

/** The source by this name; of an actor, the source that goes by one of its names. */
function sourceNamed(named: NamedInText | null, names: readonly KnownName[]): Picked | null {
  if (!named) return null
  const entry = names.find(({ entryId }) => entryId === named.entryId)
  const sources = names.filter(({ kind }) => kind === 'source')
  const called = new Set([named.text, ...(entry ? [entry.name, ...entry.aliases] : [])].map(foldName))
  const source =
    entry?.kind === 'source'
      ? entry
      : sources.find(({ name, aliases }) => [name, ...aliases].some((one) => called.has(foldName(one))))
  return source ? { id: source.entryId, label: source.name } : null
}

/** In words where they can be read again. */
function todayOrBefore({ language, zone, now }: CiteGround): string {
  const edtf = `/${dateIn(zone, now)}`
  const parsed = /^(?:en|fr)\b/i.test(language) ? parseEdtf(edtf) : undefined
  return parsed ? edtfWords(parsed, language) : edtf
}
