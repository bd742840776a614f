import { assert, asyncProperty, array, constantFrom, integer, oneof, record } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SideCopyId, StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aBody, aContent, aNewspaper, aParagraph } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'

/** How many courses of events are tried on each database; five hundred in the long form. */
const RUNS = Number(process.env['ONRECORD_EDIT_RUNS'] ?? 6)
const WRITERS = 3

/** What may happen next: somebody writes; something sent arrives, once more perhaps; the pen is taken; it goes live. */
const event = oneof(
  {
    weight: 5,
    arbitrary: record({ kind: constantFrom('write' as const), who: integer({ min: 0, max: WRITERS - 1 }) }),
  },
  {
    weight: 5,
    arbitrary: record({ kind: constantFrom('arrive' as const, 'twice' as const), which: integer({ min: 0, max: 9 }) }),
  },
  { weight: 1, arbitrary: record({ kind: constantFrom('pen' as const), who: integer({ min: 0, max: WRITERS - 1 }) }) },
  { weight: 1, arbitrary: record({ kind: constantFrom('publish' as const) }) },
)

/** A browser at the story: the words it shows, and the version they go on from. */
interface Browser {
  readonly caller: Caller
  readonly device: string
  base: number
  words: string[]
  settles: SideCopyId[]
}

/** A save that was sent and has not arrived, as the network has it. */
interface Sent {
  readonly from: Browser
  readonly base: number
  readonly words: readonly string[]
  readonly settles: readonly SideCopyId[]
  readonly saveId: string
}

const contentOf = (words: readonly string[]) => aContent({ body: aBody(aParagraph(words.join(' '))) })
const wordsIn = (content: unknown): string[] => JSON.stringify(content).match(/word-\d+-\d+/g) ?? []

async function deliver(storyId: StoryId, { from, base, words, settles, saveId }: Sent): Promise<void> {
  const answer = await from.caller.ask('PUT /stories/{storyId}/working-copy', {
    params: { storyId },
    body: {
      base,
      content: contentOf(words),
      margin: { comments: [], suggestions: [] },
      device: from.device,
      saveId,
      settles: [...settles],
    },
  })
  if (answer.kind === 'saved') {
    // An answer that comes late says nothing of words that were written since.
    if (answer.version > from.base) from.base = answer.version
    from.settles = from.settles.filter((id) => !settles.includes(id))
    return
  }
  // The author has both: what came in between, and their own words after it.
  if (answer.theirs.version < from.base) return
  const theirs = wordsIn(answer.theirs.content)
  from.words = [...theirs, ...from.words.filter((word) => !theirs.includes(word))]
  from.base = answer.theirs.version
  from.settles = [...new Set([...from.settles, answer.sideCopyId as SideCopyId])]
}

async function publish(storyId: StoryId, caller: Caller): Promise<void> {
  const params = { storyId }
  const { findings } = await caller.ask('GET /stories/{storyId}/checklist', { params })
  const lookedAt = findings.filter(({ level }) => level === 'should').map(({ key }) => key)
  await caller.ask('POST /stories/{storyId}/publish', { params, body: { lookedAt } }).catch(() => undefined)
}

/** Every word that is in the text or beside it. */
async function keptWords(storyId: StoryId, caller: Caller): Promise<Set<string>> {
  const params = { storyId }
  const kept = wordsIn((await caller.ask('GET /stories/{storyId}', { params })).working.content)
  const { sideCopies } = await caller.ask('GET /stories/{storyId}/side-copies', { params })
  for (const { id, settledAt } of sideCopies) {
    // One that somebody settled says that its words are in the text.
    if (settledAt !== null) continue
    const copy = await caller.ask('GET /stories/{storyId}/side-copies/{sideCopyId}', {
      params: { storyId, sideCopyId: id },
    })
    kept.push(...wordsIn(copy.content))
  }
  return new Set(kept)
}

describe.each(databases)('whoever writes at the same time, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let callers: Caller[]
  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
    callers = []
    for (let who = 0; who < WRITERS; who += 1) callers.push(await studio.staff(`Writer ${who}`, 'editor'))
  })
  afterEach(async () => {
    await dbs.close()
    if (studio.faults.length > 0) throw new AggregateError(studio.faults)
  })

  it(
    'finds every word that arrived in the text or beside it, however saves are delayed, doubled and overtaken',
    async () => {
      let saves = 0
      const course = asyncProperty(array(event, { minLength: 10, maxLength: 40 }), async (events) => {
        const content = contentOf(['Begun.'])
        const { id } = await createStory(studio.newsroom, { language: 'en', translatedFrom: null, slug: null, content })
        const browsers = callers.map(
          (caller, who): Browser => ({ caller, device: `d${who}`, base: 0, words: [], settles: [] }),
        )
        const onTheWay: Sent[] = []
        const arrived = new Set<string>()
        const arrive = async (sent: Sent) => {
          await deliver(id, sent)
          for (const word of sent.words) arrived.add(word)
        }
        for (const one of events) {
          if (one.kind === 'write') {
            const from = browsers[one.who] as Browser
            saves += 1
            from.words = [...from.words, `word-${one.who}-${saves}`]
            onTheWay.push({ from, base: from.base, words: from.words, settles: from.settles, saveId: `save ${saves}` })
          } else if (one.kind === 'pen') {
            const { caller, device } = browsers[one.who] as Browser
            const body = { device, pen: 'take' as const, at: null }
            await caller.ask('POST /stories/{storyId}/presence', { params: { storyId: id }, body })
          } else if (one.kind === 'publish') {
            await publish(id, callers[0] as Caller)
          } else if (onTheWay.length > 0) {
            const at = one.which % onTheWay.length
            const sent = onTheWay[at] as Sent
            if (one.kind === 'arrive') onTheWay.splice(at, 1)
            await arrive(sent)
          }
        }
        // What is left comes in all at once.
        await Promise.all(onTheWay.map(arrive))
        const kept = await keptWords(id, callers[0] as Caller)
        expect([...arrived].filter((word) => !kept.has(word))).toEqual([])
      })
      await assert(course, { numRuns: RUNS, seed: 20_240_727 })
    },
    60_000 + RUNS * 5_000,
  )
})
