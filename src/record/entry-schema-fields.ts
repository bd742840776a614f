import { z } from 'zod'
import { type IdKind, parseId } from '../ids.ts'
import { type Instant, parseInstant } from '../time.ts'
import { faultOfEdtf, parseEdtf } from './edtf.ts'
import type { Edtf } from './when.ts'

/** What is wrong with a value and what to write instead; `entry-schema-faults.ts` makes the sentence of it. */
export interface FieldFault {
  readonly message: string
  readonly remedy: string
}

/** Reports a fault in zod's way, with its remedy. */
export function addFault(context: z.RefinementCtx, { message, remedy }: FieldFault, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message, params: { remedy }, path })
}

/** A string that `parse` reads; what it cannot read is refused with the fault that `faultOf` finds. */
const parsed = <Value>(parse: (text: string) => Value | undefined, faultOf: (text: string) => FieldFault) =>
  z.string().transform((text, context): Value => {
    const value = parse(text)
    if (value !== undefined) return value
    addFault(context, faultOf(text))
    return z.NEVER
  })

/** An id of the given kind. Whether there is such an entry is not a question of form. */
export const idOf = <Kind extends IdKind>(kind: Kind) =>
  parsed(
    (text) => parseId(kind, text),
    (text) => ({
      message: `“${text}” is no id of a ${kind}`,
      remedy: `Give the id as the record shows it: it begins with ${ID_EXAMPLES[kind] ?? 'its kind'}.`,
    }),
  )

const ID_EXAMPLES: Partial<Readonly<Record<IdKind, string>>> = {
  event: 'evt_',
  actor: 'act_',
  place: 'plc_',
  source: 'src_',
  document: 'doc_',
  'victim-group': 'vgr_',
  claim: 'clm_',
  appearance: 'app_',
  evidence: 'evd_',
  assessment: 'asm_',
}

export const edtf = parsed<Edtf>(parseEdtf, edtfFault)

const DATES = 'Write 2024-06-30 for a day, 2024-06-25/2024-06-30 for from–to, 2024-06-XX for some day in June'

function edtfFault(text: string): FieldFault {
  switch (faultOfEdtf(text)) {
    case 'no-such-day':
      return { message: `no calendar has the date “${text}”`, remedy: `Check the day and the month. ${DATES}.` }
    case 'upside-down':
      return { message: `“${text}” ends before it begins`, remedy: 'Write the earlier date first.' }
    case 'time-of-day':
      return { message: `“${text}” has a time of day`, remedy: 'Give the day here and the hours in clock.' }
    case 'says-nothing':
      return {
        message: `“${text}” tells neither a beginning nor an end`,
        remedy: 'Give at least one: /2024-06-30 is “on or before 30 June”.',
      }
    case 'not-edtf':
    case null:
      return { message: `“${text}” is no date in EDTF`, remedy: `${DATES}, /2024-06-30 for on or before.` }
  }
}

export const instant = parsed<Instant>(parseInstant, (text) => ({
  message: `“${text}” is no instant`,
  remedy: 'Write date, time and zone: 2024-07-29T15:10:00Z.',
}))

/** An instant, in UTC, or a date where the hour is not known. */
export const moment = parsed<string>(
  (text) => parseInstant(text) ?? parseEdtf(text),
  (text) => ({
    message: `“${text}” is neither an instant nor a date`,
    remedy: 'Write 2024-07-29T15:10:00Z, or 2024-07-29 where the hour is not known.',
  }),
)

/** A string of a known form, kept as it is. */
const formed = (fits: (text: string) => boolean, what: string, remedy: string) =>
  parsed(
    (text) => (fits(text) ? text : undefined),
    (text) => ({ message: `“${text}” is no ${what}`, remedy }),
  )

const pattern = (form: RegExp) => (text: string) => form.test(text)

/** No single text of the record is longer; a document's whole text has a limit of its own. */
const LONGEST_TEXT = 20_000
const LONGEST_DOCUMENT = 2_000_000

export const text = z
  .string()
  .max(LONGEST_TEXT)
  .superRefine((words, context) => {
    if (words.trim() === '') addFault(context, { message: 'there are no words', remedy: 'Write it, or take it out.' })
  })

export const longText = z.string().max(LONGEST_DOCUMENT)

export const language = formed(
  pattern(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
  'language tag',
  'Use a BCP 47 tag such as en, fr, ar or fr-CD; und where nobody knows.',
)

export const script = formed(pattern(/^[A-Z][a-z]{3}$/), 'script', 'Use an ISO 15924 code such as Latn or Arab.')

export const country = formed(pattern(/^[A-Z]{2}$/), 'country code', 'Use two capital letters after ISO 3166: ML.')

export const subdivision = formed(
  pattern(/^[A-Z]{2}-[A-Z0-9]{1,3}$/),
  'code of a first-level area',
  'Use ISO 3166-2, such as ML-8.',
)

export const zone = formed(isZone, 'time zone', 'Use an IANA name such as Africa/Bamako.')

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const webAddress = formed(isWebAddress, 'web address', 'Give it whole, from https:// on.')

function isWebAddress(address: string): boolean {
  return address.length <= 2000 && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}

export const sha256 = formed(pattern(/^[0-9a-f]{64}$/), 'SHA-256', 'Give 64 hexadecimal digits, in small letters.')

export const translated = z.record(language, text)

/** A text that readers must have in one language at least. */
export const neededTranslated = translated.superRefine((texts, context) => {
  if (Object.keys(texts).length > 0) return
  addFault(context, { message: 'it is in no language', remedy: 'Write it in one language at least.' })
})

export const count = z.int().min(0)

const SLUG_REMEDY = 'Use small letters a to z, digits and hyphens, at most 120: tinzaouaten-2024.'

const isSlug = (slug: string): boolean => slug.length <= 120 && /^[a-z0-9-]+$/.test(slug) && /[a-z0-9]/.test(slug)

export const slug = formed(isSlug, 'part of an address', SLUG_REMEDY)

/** Words that begin other addresses below `/record`. */
const TAKEN = ['actor', 'place', 'source', 'claim', 'find', 'months']

/** An event stands directly below `/record`, where months and the other kinds of entry have their addresses too. */
export const eventSlug = formed(
  (text) => isSlug(text) && !/^\d+$/.test(text) && !TAKEN.includes(text),
  'part of an address for an event',
  `${SLUG_REMEDY} Neither a bare number nor one of ${TAKEN.join(', ')}.`,
)
