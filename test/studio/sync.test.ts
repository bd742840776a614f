import { describe, expect, it } from 'vitest'
import type { SideCopyId } from '../../src/ids.ts'
import { mergeStory } from '../../src/story/merge-story.ts'
import { EMPTY_MARGIN } from '../../src/story/margin.ts'
import { ApiProblem, NoConnection } from '../../src/studio/api/api.ts'
import type { OnServer, Sent, Text } from '../../src/studio/writing/kept-story.ts'
import type { SaveState } from '../../src/studio/writing/save-state.ts'
import { type SaveAnswer, Sync } from '../../src/studio/writing/sync.ts'
import { aBody, aContent, aParagraph, at } from '../builders.ts'

const saying = (words: string): Text => ({
  content: aContent({ body: aBody(aParagraph(words)) }),
  margin: EMPTY_MARGIN,
})
const wordsOf = ({ content }: Pick<Text, 'content'>): string =>
  JSON.stringify(content.body).match(/"text":"([^"]*)"/)?.[1] ?? ''

const noLine = new NoConnection('The server cannot be reached.')
const revoked = new ApiProblem({ status: 401, code: 'session-revoked', detail: 'It was ended.', remedy: null })
const expired = new ApiProblem({ status: 401, code: 'signed-out', detail: 'Your session has ended.', remedy: null })
const SIDE = 'sid_a' as SideCopyId

/** Lets everything that was promised and waits for nothing else happen. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** A desk with a clock that the test moves and a server that the test plays. */
function aDesk(begun: { base?: Text; sent?: Sent | null; isDirty?: boolean } = {}) {
  let now = Date.parse('2026-11-22T12:00:00.000Z')
  let timers: { due: number; act: () => void }[] = []
  let text = begun.base ?? saying('The army says four died.')
  let ids = 0
  const requests: Sent[] = []
  const states: SaveState[] = []
  const ground: OnServer[] = []
  const answers: ((sent: Sent) => SaveAnswer)[] = []
  const desk = {
    requests,
    states,
    ground,
    text: () => text,
    answer: (...next: ((sent: Sent) => SaveAnswer)[]) => void answers.push(...next),
    write: (words: string) => {
      text = saying(words)
      sync.changed()
    },
    /** Time passes, and whatever is due happens. */
    pass: async (seconds: number) => {
      const end = now + seconds * 1000
      for (;;) {
        const next = timers.filter(({ due }) => due <= end).toSorted((one, other) => one.due - other.due)[0]
        if (!next) break
        now = Math.max(now, next.due)
        timers = timers.filter((timer) => timer !== next)
        next.act()
        await settle()
      }
      now = end
      await settle()
    },
  }
  const sync = new Sync(
    {
      latest: () => text,
      save: async (sent) => {
        requests.push(sent)
        const answer = answers.shift() ?? ((it: Sent): SaveAnswer => saved(it.version + 1))
        return answer(sent)
      },
      merge: mergeStory,
      take: (content) => {
        text = { content, margin: EMPTY_MARGIN }
      },
      journal: {
        sending: async () => undefined,
        saved: async (server) => void ground.push(server),
        rebased: async (server) => void ground.push(server),
      },
      newSaveId: () => `save-${++ids}`,
      now: () => at(new Date(now).toISOString()),
      after: (milliseconds, act) => {
        const timer = { due: now + milliseconds, act }
        timers.push(timer)
        return () => {
          timers = timers.filter((one) => one !== timer)
        }
      },
      onState: (state) => states.push(state),
    },
    { base: { ...text, version: 7 }, sent: begun.sent ?? null, isDirty: begun.isDirty ?? false },
  )
  return Object.assign(desk, { sync })
}

const saved = (version: number): SaveAnswer => ({ kind: 'saved', version, at: at('2026-11-22T12:00:09.000Z') })
const refuse = (error: Error) => () => {
  throw error
}
const conflictWith = (words: string, version: number) => (): SaveAnswer => ({
  kind: 'conflict',
  theirs: { ...saying(words), version, by: 'Ana' },
  sideCopyId: SIDE,
})

describe('saving while somebody writes', () => {
  it('sends within two seconds of a pause, and says "saved" only after the answer', async () => {
    const desk = aDesk()
    desk.write('The army says five died.')
    expect(desk.sync.state.kind).toBe('waiting')
    await desk.pass(2)
    expect(desk.requests.map(wordsOf)).toEqual(['The army says five died.'])
    expect(desk.states.map(({ kind }) => kind)).toEqual(['waiting', 'saving', 'saved'])
  })

  it('sends at least every five seconds while the typing never pauses', async () => {
    const desk = aDesk()
    for (let tenths = 0; tenths < 100; tenths += 5) {
      desk.write(`The army says ${tenths} died.`)
      await desk.pass(0.5)
    }
    expect(desk.requests.length).toBeGreaterThanOrEqual(2)
  })

  it('tells apart what was saved from what was typed while it was on its way', async () => {
    const desk = aDesk()
    desk.answer(() => {
      desk.write('and six')
      return saved(8)
    })
    desk.write('five')
    await desk.pass(1.6)
    expect(desk.sync.state.kind).toBe('waiting')
    await desk.pass(2)
    expect(desk.requests.map(({ version }) => version)).toEqual([7, 8])
    expect(desk.sync.state.kind).toBe('saved')
  })
})

describe('saving on a bad line', () => {
  it('says since when it is on this device only, and sends the lost request again as it was before anything newer', async () => {
    const desk = aDesk()
    desk.answer(refuse(noLine), refuse(noLine))
    desk.write('one')
    await desk.pass(2)
    expect(desk.sync.state).toMatchObject({ kind: 'local', since: at('2026-11-22T12:00:00.000Z'), why: 'offline' })
    desk.write('one and two')
    await desk.pass(60)
    const ids = desk.requests.map(({ saveId }) => saveId)
    expect(ids).toEqual(['save-1', 'save-1', 'save-1', 'save-2'])
    expect(desk.requests.map(wordsOf)).toEqual(['one', 'one', 'one', 'one and two'])
    expect(desk.sync.state.kind).toBe('saved')
  })

  it('holds still when the session has ended, and sends everything once somebody is signed in again', async () => {
    const desk = aDesk()
    desk.answer(refuse(expired))
    desk.write('in mid-sen')
    await desk.pass(2)
    expect(desk.sync.state).toMatchObject({ kind: 'local', why: 'signed-out' })
    desk.write('in mid-sentence')
    await desk.pass(600)
    expect(desk.requests).toHaveLength(1)
    desk.sync.retry()
    await desk.pass(10)
    expect(wordsOf(desk.requests.at(-1) ?? saying(''))).toBe('in mid-sentence')
    expect(desk.sync.state.kind).toBe('saved')
  })

  it('sends nothing more once somebody has ended the session, and asks nobody to sign in beside the text', async () => {
    const desk = aDesk()
    desk.answer(refuse(revoked))
    desk.write('for nobody')
    await desk.pass(600)
    expect(desk.sync.state.kind).toBe('refused')
    expect(desk.requests).toHaveLength(1)
  })

  it('sends what a killed tab had sent and never heard of, under the same id, before the rest', async () => {
    const sent = { ...saying('one'), version: 7, saveId: 'from before', settles: [] }
    const desk = aDesk({ base: saying('one and two'), sent, isDirty: true })
    await desk.pass(10)
    expect(desk.requests.map(({ saveId }) => saveId)).toEqual(['from before', 'save-1'])
    expect(desk.requests.map(wordsOf)).toEqual(['one', 'one and two'])
  })
})

describe('saving where somebody else has saved', () => {
  it('merges what does not clash, says with whom, and names the side copy as settled', async () => {
    const desk = aDesk()
    desk.answer(conflictWith('The army says four died on Saturday.', 12))
    desk.write('In Kidal the army says four died.')
    await desk.pass(5)
    expect(desk.requests.at(-1)).toMatchObject({ version: 12, settles: [SIDE] })
    expect(wordsOf(desk.text())).toBe('In Kidal the army says four died on Saturday.')
    expect(desk.sync.state).toMatchObject({ kind: 'saved', mergedWith: 'Ana' })
  })

  it('shows words that clash and sends nothing more until every place is settled', async () => {
    const desk = aDesk()
    desk.answer(conflictWith('The army says nine died.', 12))
    desk.write('The army says five died.')
    await desk.pass(2)
    expect(desk.sync.state).toMatchObject({
      kind: 'conflict',
      conflict: { places: [{ mine: 'five', theirs: 'nine' }] },
    })
    await desk.pass(600)
    expect(desk.requests).toHaveLength(1)
    desk.sync.settle(['mine'])
    await desk.pass(2)
    expect(desk.requests.at(-1)).toMatchObject({ version: 12, settles: [SIDE] })
    expect(desk.requests.map(wordsOf).at(-1)).toBe('The army says five died.')
  })

  it('keeps what was typed beside the choice', async () => {
    const desk = aDesk()
    desk.answer(conflictWith('The army says nine died.', 12))
    desk.write('The army says five died.')
    await desk.pass(2)
    desk.write('The army says five died. So does the mayor.')
    desk.sync.settle(['theirs'])
    await desk.pass(2)
    expect(desk.requests.map(wordsOf).at(-1)).toBe('The army says nine died. So does the mayor.')
  })

  it('follows the other’s text while nothing of one’s own is unsent, and only then', async () => {
    const desk = aDesk()
    expect(desk.sync.follow({ ...saying('hers'), version: 9, by: 'Ana' })).toBe(true)
    expect(wordsOf(desk.text())).toBe('hers')
    desk.write('mine')
    expect(desk.sync.follow({ ...saying('hers again'), version: 10, by: 'Ana' })).toBe(false)
    expect(wordsOf(desk.text())).toBe('mine')
  })
})
