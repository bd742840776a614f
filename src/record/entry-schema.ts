import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { ACTOR_KINDS } from './actor.ts'
import { VERDICTS } from './assessment.ts'
import type { EntryType, EntryTypes } from './entry.ts'
import { cellFields, checkEquipment, claim } from './entry-schema-claim.ts'
import { faultInWords } from './entry-schema-faults.ts'
import {
  addFault,
  count,
  country,
  edtf,
  eventSlug,
  idOf,
  instant,
  language,
  longText,
  neededTranslated,
  slug,
  subdivision,
  text,
  translated,
  webAddress,
  zone,
} from './entry-schema-fields.ts'
import { capture, geoPoint, name, someNames, span, when, where } from './entry-schema-parts.ts'
import { EVENT_TYPES, PARTICIPATION_ROLES } from './event.ts'
import { PLACE_KINDS } from './place.ts'
import { SOURCE_CATEGORIES } from './source.ts'
import { STANDINGS } from './victim-group.ts'

const place = z.strictObject({
  slug,
  names: someNames,
  kind: z.enum(PLACE_KINDS),
  parentId: idOf('place').nullable(),
  country: country.nullable(),
  adm1: subdivision.nullable(),
  codes: z.array(z.strictObject({ scheme: z.enum(['geonames', 'wikidata', 'pcode', 'cldr']), value: text })),
  point: geoPoint.nullable(),
  coordinateSource: text.nullable(),
  isSensitive: z.boolean().exactOptional(),
  mergedInto: idOf('place').exactOptional(),
})

const actor = z.strictObject({
  slug,
  names: someNames,
  kind: z.enum(ACTOR_KINDS),
  memberships: z.array(
    z.strictObject({
      ofId: idOf('actor'),
      relation: z.enum(['part-of', 'branch-of', 'allied-with', 'employed-by']),
      from: edtf.nullable(),
      to: edtf.nullable(),
    }),
  ),
  country: country.nullable(),
  codes: z.array(z.strictObject({ scheme: z.enum(['wikidata', 'ucdp']), value: text })),
  about: translated,
  mergedInto: idOf('actor').exactOptional(),
})

const event = z.strictObject({
  slug: eventSlug,
  titles: neededTranslated,
  type: z.enum(EVENT_TYPES),
  when,
  where,
  partOf: z.array(idOf('event')),
  sides: z.array(z.strictObject({ label: translated, actorIds: z.array(idOf('actor')) })),
  participation: z.array(
    z.strictObject({ actorId: idOf('actor'), role: z.enum(PARTICIPATION_ROLES), basis: idOf('claim').nullable() }),
  ),
  mergedInto: idOf('event').exactOptional(),
})

const victimGroup = z.strictObject({
  eventId: idOf('event'),
  affiliation: idOf('actor').nullable(),
  standing: z.enum(STANDINGS),
  sex: z.enum(['female', 'male']).exactOptional(),
  ageClass: z.enum(['child', 'adult']).exactOptional(),
  nationality: text.exactOptional(),
  labels: neededTranslated,
  subsetOf: z.array(idOf('victim-group')),
  partitionBasis: idOf('claim').exactOptional(),
  privateNote: longText.exactOptional(),
})

const source = z
  .strictObject({
    slug,
    kind: z.enum(['person', 'organisation', 'channel', 'office']),
    names: z.array(name),
    actorId: idOf('actor').nullable(),
    anonymity: z.enum(['named', 'described', 'none']),
    description: z.strictObject({ text, lang: language }).nullable(),
    category: z.enum(SOURCE_CATEGORIES).nullable(),
    ownerId: idOf('source').nullable(),
    sympathy: translated,
    reliability: z
      .array(z.strictObject({ grade: z.enum(['A', 'B', 'C', 'D', 'E', 'F']), by: text, at: instant, reason: text }))
      .exactOptional(),
    mergedInto: idOf('source').exactOptional(),
  })
  .superRefine(({ anonymity, names, description }, context) => {
    if (anonymity === 'named' && names.length === 0) {
      addFault(context, { message: 'a named source has a name', remedy: 'Name it, or say “described”.' }, ['names'])
    }
    if (anonymity !== 'named' && names.length > 0) {
      const remedy = 'Take the names out of the record; who stands behind an unnamed source is sealed elsewhere.'
      addFault(context, { message: 'an unnamed source has no name here', remedy }, ['names'])
    }
    if (anonymity === 'described' && description === null) {
      const remedy = 'Give the words in which it was described, such as “two security officials”.'
      addFault(context, { message: 'the description is missing', remedy }, ['description'])
    }
  })

const sourceDocument = z.strictObject({
  publisherId: idOf('source'),
  author: text.nullable(),
  url: webAddress.nullable(),
  title: text,
  publishedAt: instant.nullable(),
  publishedOn: edtf.transform((date): string => date).nullable(),
  zone: zone.nullable(),
  language,
  wireOf: idOf('document').nullable(),
  translationOf: idOf('document').nullable(),
  translation: z.strictObject({ kind: z.enum(['human', 'machine', 'official']), by: text.nullable() }).exactOptional(),
  captures: z.array(capture),
  isHeld: z.boolean().exactOptional(),
  text: longText.exactOptional(),
})

const appearance = z.strictObject({
  claimId: idOf('claim'),
  documentId: idOf('document'),
  span: span.nullable(),
  takenFrom: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('appearance'), id: idOf('appearance') }),
    z.strictObject({ kind: z.literal('claim'), id: idOf('claim') }),
    z.strictObject({ kind: z.literal('unknown') }),
  ]),
  via: z.array(idOf('source')),
  viaText: text.nullable(),
  withdrawnOn: edtf.nullable(),
})

const evidence = z.strictObject({
  kind: z.enum([
    'photo',
    'video',
    'satellite-imagery',
    'names-list',
    'medical-record',
    'testimony',
    'document',
    'other',
  ]),
  title: text,
  documentId: idOf('document').nullable(),
  captures: z.array(capture),
  geolocation: where.nullable(),
  chronolocation: when.nullable(),
  claimIds: z.array(idOf('claim')),
  isPublic: z.boolean(),
})

const assessment = z.strictObject({
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('claim'), claimId: idOf('claim') }),
    z.strictObject({ kind: z.literal('cell'), ...cellFields }).superRefine(checkEquipment),
  ]),
  verdict: z.enum(VERDICTS),
  best: count.nullable(),
  standard: translated,
  methods: z.array(text),
  evidenceIds: z.array(idOf('evidence')),
  at: instant,
  likelihood: text.nullable(),
  supersedes: idOf('assessment').nullable(),
  signers: z.int().min(1),
  by: z.array(text).exactOptional(),
  credibility: z.literal([1, 2, 3, 4, 5, 6]).exactOptional(),
})

const SCHEMAS = {
  place,
  actor,
  event,
  'victim-group': victimGroup,
  source,
  document: sourceDocument,
  claim,
  appearance,
  evidence,
  assessment,
}

/** A type with its brands kept, every field writable, and a field that may be absent marked as such. */
type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : {
      -readonly [Key in keyof Value]-?: object extends Pick<Value, Key>
        ? readonly ['may be absent', Plain<Value[Key]>]
        : Plain<Value[Key]>
    }

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

type Reads<Type extends EntryType> = z.output<(typeof SCHEMAS)[Type]>

/** Each type whose schema reads something else than the model says asks for a field that no schema has. */
type InStep = {
  readonly [Type in EntryType]: Same<Plain<Reads<Type>>, Plain<EntryTypes[Type]['content']>> extends true
    ? unknown
    : { readonly driftsFromTheModel: Type }
}

/** A field too many, too few or of another type does not compile. */
const BY_TYPE: { readonly [Type in EntryType]: z.ZodType<EntryTypes[Type]['content']> } = SCHEMAS satisfies InStep

/**
 * Reads an entry's content from outside: its form only. Whether it may stand beside the rest of the record is another
 * question.
 *
 * @throws OnrecordError `bad-input`, naming the place, the fault and what to write instead
 */
export function parseContent<Type extends EntryType>(type: Type, json: unknown): EntryTypes[Type]['content'] {
  const parsed = BY_TYPE[type].safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (!issue) throw parsed.error
  const { message, remedy } = faultInWords(type, issue, json)
  throw new OnrecordError('bad-input', message, { remedy })
}
