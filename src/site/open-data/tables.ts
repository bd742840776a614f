import type { CsvValue } from './csv.ts'

/** One column of a table: its name in files, its HXL tag, and what it holds. */
export interface Column {
  readonly name: string
  /** @see https://hxlstandard.org – null where the standard has no word and ours would not help. */
  readonly hxl: string | null
  readonly type: 'text' | 'integer' | 'number' | 'boolean'
  readonly about: string
}

/** A row by column name. A column that a row does not name is empty. */
export type Row = Readonly<Record<string, CsvValue>>

const column = (name: string, about: string, hxl: string | null = null, type: Column['type'] = 'text'): Column => ({
  name,
  hxl,
  type,
  about,
})

const integer = (name: string, about: string, hxl: string | null = null) => column(name, about, hxl, 'integer')
const yesNo = (name: string, about: string) => column(name, about, null, 'boolean')

const WHEN_AND_WHERE: readonly Column[] = [
  column('date_start', 'First day it can have begun; empty when nobody says.', '#date+start'),
  column('date_end', 'Last day it can have ended; empty when it goes on or nobody says.', '#date+end'),
  column('date_edtf', 'The date as stated, in the Extended Date/Time Format.', '#date+edtf'),
  integer('date_prec', 'How exact the date is, as UCDP counts: 1 the day, 5 within a year or worse.', '#date+prec'),
  column('country', 'Country, ISO 3166-1 alpha-2.', '#country+code+v_iso2'),
  column('iso3', 'Country, ISO 3166-1 alpha-3.', '#country+code+v_iso3'),
  column('adm1', 'First-level area, by name.', '#adm1+name'),
  column('adm2', 'Second-level area, by name.', '#adm2+name'),
  column('place_name', 'The place that the statement names.', '#loc+name'),
  column('latitude', 'WGS 84; empty where only an area is known. Read it with where_prec.', '#geo+lat', 'number'),
  column('longitude', 'WGS 84; empty where only an area is known. Read it with where_prec.', '#geo+lon', 'number'),
  integer(
    'where_prec',
    'How exact the place is, as UCDP counts: 1 the site or settlement, 2 near it, 3 and 4 an area, 5 a line, 6 the country, 7 water or air.',
    '#geo+prec',
  ),
]

const EVENTS: readonly Column[] = [
  column('event_id', 'Stable for ever.', '#event+id'),
  column('event_title', 'Our neutral title.', '#event+title'),
  column('event_type', 'One of the types of the codebook.', '#event+type'),
  ...WHEN_AND_WHERE,
  integer('where_precision', 'The same on our own scale of 1 to 8: see “How exact a place is”.'),
  column('part_of', 'Ids of the events it was part of, by semicolons.', '#event+id+parent'),
  column('actors', 'The actors said to have taken part, by name and semicolons.', '#actor+name'),
  column('actor_ids', 'Their ids, in the same order.', '#actor+id'),
  integer('claims', 'How many claims speak of it, history included.', '#meta+count'),
  column('status', 'live, withdrawn, or merged into another.', '#status'),
  column('merged_into', 'The event that it turned out to be.'),
  integer('version', 'Counts its revisions.', '#meta+version'),
  column('recorded_at', 'When this version was recorded, UTC.', '#date+recorded'),
  column('event_url', 'Its page.', '#meta+source+url'),
]

const CELLS: readonly Column[] = [
  column('event_id', 'The event.', '#event+id'),
  column('event_title', 'Our neutral title.', '#event+title'),
  column('event_type', 'One of the types of the codebook.', '#event+type'),
  ...WHEN_AND_WHERE,
  column('victim_group', 'Who was hurt.', '#affected+group'),
  column('affiliation', 'To whom they belonged.', '#affected+affiliation'),
  column('measure', 'killed, wounded, captured, equipment-lost(helicopters) …', '#affected+type'),
  integer('low', 'The lowest number stated; never a sum or an estimate of ours.', '#affected+min'),
  integer('high', 'The highest number stated.', '#affected+max'),
  yesNo('open', 'Whoever stated the highest said “at least”.'),
  yesNo('approx', 'An end of the range was stated as “about”.'),
  column(
    'unquantified',
    'Claims without a number, in their words with the claimant, by semicolons.',
    '#affected+words',
  ),
  yesNo('conflict', 'No number agrees with all claimants.'),
  yesNo('disputed', 'Somebody denies it.'),
  integer('admitted_low', 'Lowest number a side admits of its own people.', '#affected+admitted+min'),
  integer('admitted_high', 'Highest number a side admits of its own people.', '#affected+admitted+max'),
  integer('enemy_low', 'Lowest number claimed by the other side.', '#affected+enemy+min'),
  integer('enemy_high', 'Highest number claimed by the other side.', '#affected+enemy+max'),
  integer('third_low', 'Lowest number reported by somebody who took no part.', '#affected+third+min'),
  integer('third_high', 'Highest number reported by somebody who took no part.', '#affected+third+max'),
  integer('best', 'Our own number; only with a published assessment.', '#affected+best'),
  integer('origins_min', 'Independent origins, at least.', '#x_origins+min'),
  integer('origins_max', 'Independent origins, at most.', '#x_origins+max'),
  integer('appearances', 'Publications that carried these claims.', '#x_appearances'),
  column('status', 'claimed, admitted, reported, verified … as readers see it.', '#status'),
  column('first_said', 'When the first of the claims was made, EDTF.', '#date+first'),
  column('last_said', 'When the last was made, EDTF.', '#date+last'),
  integer('version', 'The record’s number at the last change of this figure.', '#meta+version'),
  column('event_url', 'The event’s page.', '#meta+source+url'),
]

const CLAIMS: readonly Column[] = [
  column('claim_id', 'Stable for ever.', '#meta+id'),
  column('event_id', 'The event it speaks of.', '#event+id'),
  column('victim_group_id', 'The group it speaks of; empty for a claim without a figure.', '#affected+group+id'),
  column('claimant', 'Who says so, by name or by description.', '#meta+source'),
  column('claimant_kind', 'person, organisation, channel, office.', '#meta+source+type'),
  column('stance', 'own-loss, ally-loss, enemy-loss, third-party, own-harm, unknown.', '#meta+stance'),
  column('act', 'assert, estimate, admit, accuse, deny, decline, retract, revise.', '#meta+act'),
  column('measure', 'killed, wounded, equipment-lost(helicopters) …; empty for a proposition.', '#affected+type'),
  column('figure_kind', 'exact, atLeast, range, vague …', '#affected+figure+type'),
  integer('n', 'The number stated.', '#affected+num'),
  integer('lo', 'Lower end of a stated range.', '#affected+min'),
  integer('hi', 'Upper end of a stated range.', '#affected+max'),
  column('term', 'The vague word: tens, dozens …'),
  column('verbatim', 'The words of the claim, at most as long as is needed.', '#description'),
  column('lang', 'Their language, BCP 47.', '#meta+lang'),
  column('said_edtf', 'When it was said, EDTF.', '#date+said'),
  column('counting', 'incident, running, cumulative, period.'),
  column('as_of', 'Until when the toll counts.'),
  column('basis', 'How the claimant knows, as far as it says.'),
  column('via', 'How it reached us, by arrows.', '#meta+via'),
  column('document_url', 'Where it can be read.', '#meta+source+url'),
  column('archive_url', 'Where it is archived.'),
  column('sha256', 'The hash of what we hold.'),
  column('revises', 'The claim it revises.'),
  column('retracts', 'The claim it takes back.'),
  column('denies', 'The claim it denies.'),
  column('derived_from', 'Claims it repeats, by semicolons.'),
  yesNo('live', 'Counts now.'),
  column('recorded_at', 'When it was recorded, UTC.', '#date+recorded'),
  column(
    'proposition',
    'occurred, participated(actor), responsible(actor), control(place, actor); empty for a figure.',
  ),
]

const APPEARANCES: readonly Column[] = [
  column('appearance_id', 'Stable for ever.'),
  column('claim_id', 'What was carried.'),
  column('document_id', 'Where.'),
  column('publisher', 'By whom.'),
  column('taken_from', 'The appearance or claim it was taken from; unknown where it does not say.'),
  column('via', 'Its own words for that.'),
  column('withdrawn_on', 'When the publisher took it down.'),
  column('recorded_at', 'When it was recorded, UTC.'),
]

const DOCUMENTS: readonly Column[] = [
  column('document_id', 'Stable for ever.'),
  column('title', 'Its title.'),
  column('publisher', 'Who published it.'),
  column('published', 'When: an instant in UTC, or EDTF where only the day is known.'),
  column('language', 'BCP 47.'),
  column('url', 'Where it can be read.'),
  column('wire_of', 'The dispatch that it prints.'),
  column('translation_of', 'What it translates.'),
  column('sha256', 'The hash of our newest published capture.'),
]

const ACTORS: readonly Column[] = [
  column('actor_id', 'Stable for ever.'),
  column('name', 'The name we use.'),
  column('names', 'All names, by semicolons.'),
  column('kind', 'One of the kinds of the codebook.'),
  column('country', 'ISO 3166-1 alpha-2 of the state it belongs to.'),
  column('member_of', 'Relation, actor and dates, by semicolons.'),
  column('wikidata', 'Its Wikidata item.'),
  column('ucdp', 'Its UCDP actor id.'),
  column('actor_url', 'Its page.'),
]

const PLACES: readonly Column[] = [
  column('place_id', 'Stable for ever.'),
  column('name', 'The name we use.'),
  column('names', 'All names, by semicolons.'),
  column('kind', 'settlement, adm1, country …'),
  column('parent_id', 'The place it lies in.'),
  column('country', 'ISO 3166-1 alpha-2.'),
  column('adm1', 'ISO 3166-2 of its first-level area.'),
  column('latitude', 'WGS 84; empty for areas and for places kept vague on purpose.', '#geo+lat', 'number'),
  column('longitude', 'WGS 84; empty for areas and for places kept vague on purpose.', '#geo+lon', 'number'),
  column('coordinate_source', 'Where the point comes from.'),
  column('geonames', 'Its GeoNames id.'),
  column('place_url', 'Its page.'),
]

const VICTIM_GROUPS: readonly Column[] = [
  column('victim_group_id', 'Stable for ever.'),
  column('event_id', 'The event.'),
  column('label', 'Who they are.'),
  column('affiliation', 'To whom they belong.'),
  column('standing', 'civilian, combatant …'),
  column('sex', 'Where a statement says so.'),
  column('age_class', 'child or adult, where a statement says so.'),
  column('subset_of', 'Groups that contain it, by semicolons.'),
]

const ASSESSMENTS: readonly Column[] = [
  column('assessment_id', 'Stable for ever.'),
  column('event_id', 'The event.'),
  column('claim_id', 'The claim assessed; empty where a figure is.'),
  column('victim_group_id', 'The group of the figure assessed.'),
  column('measure', 'The measure of the figure assessed.'),
  column('verdict', 'unverified, partly-verified, verified, disputed, refuted, unverifiable.'),
  integer('best', 'Our own number, where we state one.'),
  column('standard', 'What it was held against.'),
  column('methods', 'How, by semicolons.'),
  integer('signers', 'How many people of the newsroom stand behind it.'),
  column('at', 'When, UTC.'),
]

const CHANGES: readonly Column[] = [
  integer('sequence', 'The number of the change: they come in this order.'),
  column('recorded_at', 'When, UTC.'),
  column('entry_type', 'event, claim, actor …'),
  column('entry_id', 'What changed.'),
  column('event_id', 'The event it concerns.'),
  column('change', 'added, revised, retracted, denied, withdrawn, restored, merged, erased.'),
  integer('version', 'The entry’s revision.'),
  column('figure_before', 'The figure before, as stated.'),
  column('figure_after', 'The figure after, as stated.'),
  column('reason', 'Why, in the newsroom’s words.'),
]

/** Every table of the open data, the one to open first at the top. */
export const TABLES = {
  cells: CELLS,
  events: EVENTS,
  claims: CLAIMS,
  appearances: APPEARANCES,
  documents: DOCUMENTS,
  actors: ACTORS,
  places: PLACES,
  victim_groups: VICTIM_GROUPS,
  assessments: ASSESSMENTS,
  changes: CHANGES,
} as const satisfies Readonly<Record<string, readonly Column[]>>

export type TableName = keyof typeof TABLES

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

/** A row in the order of its table's columns. */
export const inColumns = (table: TableName, row: Row): CsvValue[] => TABLES[table].map(({ name }) => row[name] ?? null)

/** A row as an object with every column of its table; yes and no as JSON has them. */
export const asJson = (table: TableName, row: Row): Row =>
  Object.fromEntries(
    TABLES[table].map(({ name, type }) => [name, type === 'boolean' ? yesOrNo(row[name]) : (row[name] ?? null)]),
  )

const yesOrNo = (value: CsvValue | undefined): boolean | null =>
  value === null || value === undefined ? null : value === 1 || value === true

/** The header row of a file. */
export const headerOf = (table: TableName): string[] => TABLES[table].map(({ name }) => name)

/** The second header row for tools that know HXL; a column without a tag is left empty. */
export const hxlTagsOf = (table: TableName): string[] => TABLES[table].map(({ hxl }) => hxl ?? '')

/** What files come as. */
export const FORMATS = ['csv', 'json', 'geojson', 'jsonld'] as const
export type DataFormat = (typeof FORMATS)[number]

/** Which formats a table comes in: only events have a shape on the ground, and only events carry their claims along. */
export const formatsOf = (table: TableName): readonly DataFormat[] => (table === 'events' ? FORMATS : ['csv', 'json'])
