import type { Act, BASES, Measure } from '../../record/claim.ts'
import { parseQuantity } from '../../record/parse-quantity.ts'
import { resolveRelative } from '../../record/relative-date.ts'
import { readSelection } from '../../story/selection-figures.ts'
import type { Instant } from '../../time.ts'
import type { AskedOf } from '../api/api.ts'

/** An entry that was chosen, and how it is called. */
export interface Picked {
  readonly id: string
  readonly label: string
}

/** The form in which somebody says who says so. */
export interface CiteFields {
  readonly event: Picked | null
  readonly group: Picked | null
  readonly measure: Measure
  readonly equipment: string
  readonly figure: string
  readonly claimant: Picked | null
  readonly act: Act
  readonly wording: string
  readonly wordingLanguage: string
  readonly said: string
  readonly via: readonly Picked[]
  readonly document: Picked | null
  readonly basis: (typeof BASES)[number]
  /** Kept from readers until the story is published. */
  readonly asDraft: boolean
}

/** Where the form stands: in which language the text is, and what “yesterday” means. */
export interface CiteGround {
  readonly language: string
  readonly zone: string
  readonly now: Instant
}

const EMPTY: CiteFields = {
  event: null,
  group: null,
  measure: 'killed',
  equipment: '',
  figure: '',
  claimant: null,
  act: 'assert',
  wording: '',
  wordingLanguage: 'en',
  said: '',
  via: [],
  document: null,
  basis: 'not-stated',
  asDraft: true,
}

/** What stays from one claim to the next of the same story: the figure, and whose words it is in, never do. */
type Remembered = Pick<
  CiteFields,
  'event' | 'group' | 'claimant' | 'act' | 'said' | 'via' | 'document' | 'wordingLanguage' | 'asDraft'
>

// In memory only: names of sources are not left lying on a device.
const memory = new Map<string, Remembered>()

/** Keeps what the next claim of this story begins with. */
export function remember(storyId: string, fields: CiteFields): void {
  const { event, group, claimant, act, said, via, document, wordingLanguage, asDraft } = fields
  memory.set(storyId, { event, group, claimant, act, said, via, document, wordingLanguage, asDraft })
}

/** Names that the text has and the record has not: they stand in their fields, to be looked up or added. */
export interface OfferedNames {
  readonly claimant: string | null
  readonly via: string | null
}

/** The form as it opens: with what the text calls those who were affected, and with names that the record has not. */
export interface FilledFields extends CiteFields {
  readonly people: string | null
  readonly offered: OfferedNames
}

/** The form filled from the words selected and from the claim before. */
export function fieldsFor(
  storyId: string,
  { words, around }: { readonly words: string; readonly around: string },
  language: string,
): FilledFields {
  const { verbatim, measure, people } = readSelection(words, language, around)
  const before = memory.get(storyId) ?? { wordingLanguage: language }
  return {
    ...EMPTY,
    ...before,
    measure,
    figure: verbatim,
    wording: words,
    people,
    offered: { claimant: null, via: null },
  }
}

/** Lets the next claim of this story begin with nothing. */
export const forget = (storyId: string): void => void memory.delete(storyId)

export type CiteField = 'event' | 'group' | 'equipment' | 'figure' | 'claimant' | 'wording' | 'said' | 'document'
/** What is wrong with a field: it is needed, or cannot be read. */
export type CiteProblem = 'needed' | 'unread'
export type CiteProblems = Readonly<Partial<Record<CiteField, CiteProblem>>>

/** What the words for a day mean, as EDTF. */
export const readSaid = (said: string, { language, zone, now }: CiteGround): string | undefined =>
  resolveRelative(said.trim(), { publishedAt: now, zone, language, tense: 'past' })

/** What has to be put right before the claim can be recorded. */
export function problemsIn(fields: CiteFields, ground: CiteGround): CiteProblems {
  const problems: Partial<Record<CiteField, CiteProblem>> = {}
  if (!fields.event) problems.event = 'needed'
  if (!fields.group) problems.group = 'needed'
  if (!fields.claimant) problems.claimant = 'needed'
  if (fields.wording.trim() === '') problems.wording = 'needed'
  if (fields.measure === 'equipment-lost' && fields.equipment.trim() === '') problems.equipment = 'needed'
  if (!parseQuantity(fields.figure, ground.language))
    problems.figure = fields.figure.trim() === '' ? 'needed' : 'unread'
  if (!readSaid(fields.said, ground)) problems.said = fields.said.trim() === '' ? 'needed' : 'unread'
  if (fields.via.length > 0 && !fields.document) problems.document = 'needed'
  return problems
}

type Citation = AskedOf<'POST /record/claims'>['body']

/** The claim as the API takes it; of fields in which nothing is wrong. */
export function citationOf(fields: CiteFields, ground: CiteGround): Citation {
  const { language } = ground
  const { measure, equipment } = fields
  return {
    claim: {
      claimantId: fields.claimant?.id,
      act: fields.act,
      ...saidPart(fields, ground),
      about: {
        kind: 'measure',
        eventId: fields.event?.id,
        groupId: fields.group?.id,
        measure,
        equipment: measure === 'equipment-lost' ? equipment.trim() : null,
      },
      figure: parseQuantity(fields.figure, language) ?? null,
      basis: fields.basis,
    },
    ...appearancesOf(fields),
    asDraft: fields.asDraft,
  }
}

type Answering = Pick<CiteFields, 'said' | 'wording' | 'wordingLanguage' | 'document' | 'via'>

/** When it was said, and in which words: what every claim has, of a figure or not. */
export function saidPart(fields: Answering, ground: CiteGround) {
  const edtf = readSaid(fields.said, ground)
  const said = fields.said.trim()
  return {
    saidAt: { edtf, ...(edtf !== said && { expression: said }), basis: null },
    wording: {
      text: fields.wording.trim(),
      lang: fields.wordingLanguage,
      documentId: fields.document?.id ?? null,
      start: null,
      end: null,
    },
  }
}

/** Where it stood. */
export const appearancesOf = ({ document, via }: Answering): Pick<Citation, 'appearances'> => ({
  appearances: document ? [{ documentId: document.id, via: via.map(({ id }) => id) }] : [],
})
