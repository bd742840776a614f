import type { IncomingStory } from '../../intake/incoming.ts'
import type { InputKind } from '../../intake/input-kinds.ts'
import type { IntakeFile, Reader } from '../../intake/intake-file.ts'
import { READERS } from '../../intake/readers.ts'
import { RECOGNISE_BYTES, recogniseFile } from '../../intake/recognise.ts'

/** What came to the desk in one feed or file. */
export interface ReadItems {
  readonly stories: readonly IncomingStory[]
  /** What could not be read, in words. */
  readonly problems: readonly string[]
  /** False when it is no feed and no item at all, or ends too early: items may be missing. */
  readonly isWhole: boolean
}

/** What agencies and other papers send; whole exports of a newsroom are imported instead. */
const KINDS: ReadonlySet<string> = new Set(['feed', 'ninjs', 'newsml', 'nitf'])

/** More entries than any feed has; the rest would push everything else off the desk. */
const MOST_ITEMS = 1_000

/**
 * Reads the items of a feed or of a file that an agency has dropped. What it is is seen from its content alone.
 *
 * @param name the file's name, or the feed's address
 */
export async function readItems(name: string, bytes: Uint8Array): Promise<ReadItems> {
  const { kind, name: what } = recogniseFile(bytes.subarray(0, RECOGNISE_BYTES))
  const load = KINDS.has(kind) ? (READERS[kind as InputKind] as (() => Promise<Reader>) | undefined) : undefined
  if (!load) return { stories: [], problems: [`${name} is ${what}: no items can be read from it.`], isWhole: false }
  const stories: IncomingStory[] = []
  const problems: string[] = []
  let isWhole = true
  for await (const item of (await load())(fileOf(name, bytes), { readOn: null, zone: null })) {
    if (item.kind === 'problem') {
      problems.push(item.where === null ? item.what : `${item.what} (${item.where})`)
      if (item.fatal) isWhole = false
    }
    if (item.kind === 'story') stories.push(item)
    if (stories.length < MOST_ITEMS) continue
    problems.push(`${name} has more than ${MOST_ITEMS} items: the others were left.`)
    break
  }
  return { stories: firstOfEach(stories), problems, isWhole }
}

/** An item that stands twice in one file is taken once, or it would change at each look. */
const firstOfEach = (stories: readonly IncomingStory[]): IncomingStory[] => {
  const first = new Map<string, IncomingStory>()
  for (const story of stories) if (!first.has(story.foreignId)) first.set(story.foreignId, story)
  return [...first.values()]
}

const fileOf = (name: string, bytes: Uint8Array): IntakeFile => ({
  name,
  bytes: bytes.length,
  async *open() {
    yield bytes
  },
  beside: () => undefined,
})
