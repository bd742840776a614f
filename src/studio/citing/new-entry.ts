import type { ActorKind } from '../../record/actor.ts'
import type { EventType } from '../../record/event.ts'
import type { PlaceKind } from '../../record/place.ts'
import type { SOURCE_CATEGORIES } from '../../record/source.ts'
import type { STANDINGS } from '../../record/victim-group.ts'
import type { Picked } from './cite-fields.ts'
import type { GazetteerPlace } from './adder.ts'

/** What the few fields of a new entry say, whichever its type. */
export interface NewEntryFields {
  readonly name: string
  readonly language: string
  readonly country: string
  readonly actorKind: ActorKind
  readonly placeKind: PlaceKind
  readonly eventType: EventType
  readonly standing: (typeof STANDINGS)[number]
  readonly when: string
  readonly where: Picked | null
  readonly precision: '1' | '2' | '3' | '5' | '6' | '7'
  readonly inside: Picked | null
  readonly sides: readonly [Picked | null, Picked | null]
  readonly sourceKind: 'person' | 'organisation' | 'channel' | 'office'
  readonly anonymity: 'named' | 'described'
  readonly category: (typeof SOURCE_CATEGORIES)[number]
  readonly actor: Picked | null
  readonly publisher: Picked | null
  readonly url: string
}

export const EMPTY_ENTRY: NewEntryFields = {
  name: '',
  language: 'en',
  country: '',
  actorKind: 'non-state-armed-group',
  placeKind: 'settlement',
  eventType: 'armed-clash',
  standing: 'combatant',
  when: '',
  where: null,
  precision: '2',
  inside: null,
  sides: [null, null],
  sourceKind: 'organisation',
  anonymity: 'named',
  category: 'security',
  actor: null,
  publisher: null,
  url: '',
}

type Content = Record<string, unknown>

const nameOf = ({ name, language }: NewEntryFields, kind = 'official') => ({
  text: name.trim(),
  lang: language,
  script: null,
  kind,
})

const country = ({ country }: NewEntryFields): string | null =>
  country.trim() === '' ? null : country.trim().toUpperCase()

export const actorContent = (fields: NewEntryFields): Content => ({
  names: [nameOf(fields)],
  kind: fields.actorKind,
  memberships: [],
  country: country(fields),
  codes: [],
  about: {},
})

/** A place of our own; one of GeoNames keeps its other names, its point and its number there. */
export const placeContent = (fields: NewEntryFields, from: GazetteerPlace | null): Content => ({
  names: [
    nameOf(fields),
    ...(from?.names.slice(1) ?? []).map((text) => ({ text, lang: 'und', script: null, kind: 'local' })),
  ],
  kind: fields.placeKind,
  parentId: fields.inside?.id ?? null,
  country: country(fields),
  adm1: null,
  codes: from ? [{ scheme: 'geonames', value: from.geonamesId }] : [],
  point: from ? { lat: from.lat, lon: from.lon } : null,
  coordinateSource: from ? 'GeoNames' : null,
})

/** How a place known so exactly is spoken of. */
const RELATIONS: Readonly<Record<NewEntryFields['precision'], string>> = {
  '1': 'at',
  '2': 'at',
  '3': 'near',
  '5': 'within',
  '6': 'within',
  '7': 'within',
}

/** @param edtf what the words for its day mean */
export const eventContent = (fields: NewEntryFields, edtf: string | undefined): Content => ({
  titles: { [fields.language]: fields.name.trim() },
  type: fields.eventType,
  when: { edtf: edtf ?? fields.when.trim(), basis: null },
  where: {
    placeId: fields.where?.id ?? '',
    relation: RELATIONS[fields.precision],
    precision: Number(fields.precision),
    basis: null,
  },
  partOf: [],
  sides: fields.sides.flatMap((side) =>
    side ? [{ label: { [fields.language]: side.label }, actorIds: [side.id] }] : [],
  ),
  participation: [],
})

/** An unnamed source keeps the words that describe it, and no name. */
export const sourceContent = (fields: NewEntryFields): Content => {
  const isNamed = fields.anonymity === 'named'
  return {
    kind: fields.sourceKind,
    names: isNamed ? [nameOf(fields)] : [],
    actorId: fields.actor?.id ?? null,
    anonymity: fields.anonymity,
    description: isNamed ? null : { text: fields.name.trim(), lang: fields.language },
    category: isNamed ? null : fields.category,
    ownerId: null,
    sympathy: {},
  }
}

/** @param edtf what the words for the day of publication mean */
export const documentContent = (fields: NewEntryFields, edtf: string | undefined): Content => ({
  publisherId: fields.publisher?.id ?? '',
  author: null,
  url: fields.url.trim() === '' ? null : fields.url.trim(),
  title: fields.name.trim(),
  publishedAt: null,
  publishedOn: fields.when.trim() === '' ? null : (edtf ?? fields.when.trim()),
  zone: null,
  language: fields.language,
  wireOf: null,
  translationOf: null,
  captures: [],
})

export const groupContent = (fields: NewEntryFields, eventId: string): Content => ({
  eventId,
  affiliation: fields.actor?.id ?? null,
  standing: fields.standing,
  labels: { [fields.language]: fields.name.trim() },
  subsetOf: [],
})
