import { wholeObjects } from '../cut-json.ts'
import { decodeText } from '../encoding.ts'
import type { Incoming, IncomingProblem } from '../incoming.ts'
import { type Reader, type ReadingOptions, tooLarge, wholeBytes } from '../intake-file.ts'
import { newestVersions } from './newest-versions.ts'
import { ninjsPart } from './ninjs-item.ts'
import { isFields, type NinjsFields } from './ninjs-values.ts'
import { wireStory } from './wire-story.ts'

/** Items of a news agency in ninjs. */
export const readNinjsFile: Reader = async function* (file, options) {
  const bytes = await wholeBytes(file)
  if (!bytes) return yield tooLarge(file)
  yield* readNinjs(bytes, options)
}

const NO_OPTIONS: ReadingOptions = { readOn: null, zone: null }

/**
 * Reads ninjs (1.0 to 3.1): one item, a list of them, an answer of an agency's service that holds some, or one to a
 * line. Texts are stories; anything else is told in a line.
 */
export function* readNinjs(bytes: Uint8Array, options: ReadingOptions = NO_OPTIONS): Generator<Incoming> {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return yield problem(decoded.what, null, true)
  if (decoded.text.trim() === '') return yield problem('The file is empty.', null, true)
  if (decoded.problem !== null) yield problem(decoded.problem, null, decoded.isGuess)
  const { items, problems } = parsed(decoded.text)
  const read = items.map((fields, index): Incoming => {
    const where = items.length > 1 ? `item ${index + 1}` : null
    const part = ninjsPart(fields, where)
    return part.kind === 'text'
      ? wireStory(part.item, options)
      : { ...problem(part.what, where), foreignId: part.foreignId }
  })
  yield* newestVersions(read)
  yield* problems
  if (items.length === 0 && problems.length === 0)
    yield problem('The file is JSON, but holds no item of ninjs: none has a uri with a headline or a text.', null, true)
}

const problem = (what: string, where: string | null = null, fatal = false): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where,
  what,
  ...(fatal ? { fatal } : {}),
})

interface Parsed {
  readonly items: readonly NinjsFields[]
  readonly problems: readonly IncomingProblem[]
}

function parsed(text: string): Parsed {
  const whole = fromJson(text)
  if (whole.error === null) return { items: itemsIn(whole.value), problems: [] }
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const filled = lines.filter(({ line }) => line.startsWith('{'))
  const read = filled.map(({ line, number }) => ({ number, ...fromJson(line) }))
  const items = read.flatMap(({ value }) => itemsIn(value))
  if (items.length === 0) {
    const told = problem(`The file is no whole JSON: ${whole.error}. Fetch it again.`, null, true)
    return { items: itemsIn(wholeObjects(text)), problems: [told] }
  }
  const faults = read.filter(({ error }) => error !== null)
  return {
    items,
    problems: faults.map(({ number }) =>
      problem(`Line ${number} is no whole JSON: its item was left out.`, `line ${number}`, true),
    ),
  }
}

function fromJson(text: string): { value: unknown; error: string | null } {
  try {
    return { value: JSON.parse(text) as unknown, error: null }
  } catch (error) {
    return { value: undefined, error: error instanceof Error ? error.message : 'it cannot be read' }
  }
}

/** Where services put the items of an answer. */
const HOLDERS = [
  'items',
  'item',
  '_items',
  'data',
  'results',
  'result',
  'docs',
  'newsItems',
  'hits',
  'entries',
  '_source',
  'content',
]

const IS_ITEM =
  /^(?:headlines?|bod(?:y|ies)|type|pub[sS]tatus|version[cC]reated|slugline|renditions)$|^(?:body|headline|description)_/

/** Items in a value of JSON, however they are wrapped; no deeper than a service's answer goes. */
function itemsIn(value: unknown, depth = 0): NinjsFields[] {
  if (depth > 5) return []
  if (Array.isArray(value)) return value.flatMap((one: unknown) => itemsIn(one, depth + 1))
  if (!isFields(value)) return []
  const keys = Object.keys(value)
  const isNamed = ['uri', 'guid', 'id', 'itemid'].some((name) => value[name] !== undefined && value[name] !== null)
  if (isNamed && keys.some((key) => IS_ITEM.test(key))) return [value]
  return HOLDERS.flatMap((name) => (typeof value[name] === 'object' ? itemsIn(value[name], depth + 1) : []))
}
