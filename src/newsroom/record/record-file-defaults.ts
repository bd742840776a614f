import { BARE_CLAIM } from '../../record/bare-claim.ts'
import type { EntryType } from '../../record/entry.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a record file may leave out of each type of entry, and what it means when it does. */
const DEFAULTS: Readonly<Record<EntryType, Fields>> = {
  place: { parentId: null, country: null, adm1: null, codes: [], point: null, coordinateSource: null },
  actor: { memberships: [], country: null, codes: [], about: {} },
  event: { partOf: [], sides: [], participation: [] },
  'victim-group': { affiliation: null, subsetOf: [] },
  source: { names: [], actorId: null, description: null, category: null, ownerId: null, sympathy: {} },
  document: {
    author: null,
    url: null,
    publishedAt: null,
    publishedOn: null,
    zone: null,
    wireOf: null,
    translationOf: null,
    captures: [],
  },
  evidence: {
    documentId: null,
    captures: [],
    geolocation: null,
    chronolocation: null,
    claimIds: [],
    isPublic: false,
  },
  claim: { act: 'assert', ...BARE_CLAIM },
  appearance: { span: null, takenFrom: { kind: 'unknown' }, via: [], viaText: null, withdrawnOn: null },
  assessment: { best: null, standard: {}, methods: [], evidenceIds: [], likelihood: null, supersedes: null },
}

/** What the parts of an entry may leave out, by the field that holds them (or a list of them). */
const PARTS: Readonly<Record<string, Fields>> = {
  names: { script: null, kind: 'official' },
  memberships: { from: null, to: null },
  participation: { basis: null },
  when: { basis: null },
  saidAt: { basis: null },
  chronolocation: { basis: null },
  where: { basis: null },
  geolocation: { basis: null },
  wording: { documentId: null, start: null, end: null },
}

/** Dates that may be written as their EDTF alone. */
const DATES: ReadonlySet<string> = new Set(['when', 'saidAt', 'chronolocation'])

/** An entry of a record file with everything in it that the file left out because it goes without saying. */
export function withDefaults(type: EntryType, given: Fields): Fields {
  const whole: Fields = { ...DEFAULTS[type], ...given }
  const fields = Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, partWithDefaults(name, value)]))
  if (type === 'source') return { anonymity: anonymityOf(fields), ...fields }
  return type === 'claim' ? { ...fields, about: aboutWithDefaults(fields['about']) } : fields
}

function partWithDefaults(name: string, value: unknown): unknown {
  if (DATES.has(name) && typeof value === 'string') return { edtf: value, basis: null }
  const part = PARTS[name]
  if (!part) return value
  if (Array.isArray(value)) return value.map((member: unknown) => filled(part, member))
  return filled(part, value)
}

const filled = (part: Fields, value: unknown): unknown =>
  typeof value === 'object' && value !== null ? { ...part, ...value } : value

/** Named when it has a name, described when it has only a description. */
function anonymityOf({ names, description }: Fields): string {
  if (Array.isArray(names) && names.length > 0) return 'named'
  return description === null ? 'none' : 'described'
}

/** A measure counts people unless a kind of equipment is named; taking part has no "as" unless one is given. */
function aboutWithDefaults(about: unknown): unknown {
  if (typeof about !== 'object' || about === null || !('kind' in about)) return about
  if (about.kind === 'measure') return { equipment: null, ...about }
  if (!('proposition' in about)) return about
  const { proposition } = about
  const takesPart =
    typeof proposition === 'object' &&
    proposition !== null &&
    'kind' in proposition &&
    proposition.kind === 'participated'
  return takesPart ? { ...about, proposition: { as: null, ...proposition } } : about
}
