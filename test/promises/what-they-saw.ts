import { setTimeout as pause } from 'node:timers/promises'
import type { ClusterNode } from './node-in-cluster.ts'
import type { Answer } from './served.ts'

/** What readers or editors saw, counted by status; 0 is no answer at all. */
export type Counts = Map<number, number>

const count = (counts: Counts, status: number) => counts.set(status, (counts.get(status) ?? 0) + 1)

export const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300

/**
 * Asks one node, and the next one where no connection can be had: as any proxy in front does. An answer is an answer,
 * whatever it says.
 */
async function fromFirst<Place>(places: readonly Place[], ask: (place: Place) => Promise<Answer>): Promise<Answer> {
  let answer: Answer | undefined
  for (const place of places) {
    answer = await ask(place)
    if (answer.status !== 0) return answer
  }
  return answer ?? { status: 0, text: '', json: () => ({}) }
}

/** Somebody who does something again and again until everything ends. */
export interface Crowd {
  readonly counts: Counts
  /** Resolves when so many more have been answered. */
  more(answers: number): Promise<void>
  end(): Promise<void>
}

/** Readers who open these pages one after the other, for ever. */
export function readers(doors: readonly Door[], paths: readonly string[]): Crowd {
  return crowd(async (turn) => {
    const path = paths[turn % paths.length] ?? '/'
    return (await fromFirst(doors, (get) => get(path))).status
  })
}

/** Where readers come in. */
export type Door = (path: string) => Promise<Answer>

export const doorOf =
  (node: ClusterNode): Door =>
  (path) =>
    node.served().get(path)

/** Looks at what the checklist says and publishes, or schedules. @returns the first answer that is no success, or the last */
export async function letOut(node: ClusterNode, token: string, id: string, at?: string): Promise<Answer> {
  const server = node.served()
  const checked = await server.ask(token, 'GET', `/stories/${id}/checklist`)
  if (!isDone(checked)) return checked
  const found = checked.json()['findings'] as readonly { level: string; key: string }[]
  const story = await server.ask(token, 'GET', `/stories/${id}`)
  if (!isDone(story)) return story
  const { version } = story.json()['working'] as { version: number }
  const words = { version, lookedAt: found.filter(({ level }) => level === 'should').map(({ key }) => key) }
  return at === undefined
    ? server.ask(token, 'POST', `/stories/${id}/publish`, words)
    : server.ask(token, 'POST', `/stories/${id}/schedule`, { ...words, at })
}

/** A story whose publication was acknowledged. */
export interface Published {
  readonly id: string
  readonly headline: string
}

/** Editors who write a story and publish it, for ever; what fails they try again. */
export function editors(
  nodes: readonly ClusterNode[],
  { token, name, published }: { token: string; name: string; published: Published[] },
): Crowd & { longestWaitMs: () => number } {
  const patient = patience()
  const all = crowd(async (turn) => {
    const headline = `Desk ${name} story ${turn}`
    const begun = await fromFirst(nodes, (node) => node.at(token).begin())
    if (!isDone(begun)) return patient.failed(begun.status)
    const id = String(begun.json()['id'])
    const saved = await fromFirst(nodes, (node) => node.at(token).save(id, 0, headline))
    if (!isDone(saved)) return patient.failed(saved.status)
    let isCutOff = false
    const answer = await fromFirst(nodes, async (node) => {
      const answer = await letOut(node, token, id)
      isCutOff ||= answer.status === 0
      return answer
    })
    // The node was killed between the deed and its answer: the other one says that it is out already.
    const isOutAlready = isCutOff && answer.status === 409
    if (!isDone(answer) && !isOutAlready) return patient.failed(answer.status)
    published.push({ id, headline })
    return patient.done(isOutAlready ? 200 : answer.status)
  })
  return { ...all, longestWaitMs: patient.longestMs }
}

/** How long it was at the worst between the first failure and the next success. */
function patience() {
  let since: number | null = null
  let longest = 0
  return {
    failed: (status: number) => {
      since ??= performance.now()
      return status
    },
    done: (status: number) => {
      if (since !== null) longest = Math.max(longest, performance.now() - since)
      since = null
      return status
    },
    longestMs: () => longest,
  }
}

function crowd(once: (turn: number) => Promise<number>): Crowd {
  const counts: Counts = new Map()
  const state = { turn: 0, isEnding: false }
  const going = (async () => {
    for (; !state.isEnding; state.turn += 1) {
      count(counts, await once(state.turn))
      await pause(5)
    }
  })()
  return {
    counts,
    more: async (answers) => {
      const until = state.turn + answers
      while (state.turn < until) await pause(10)
    },
    end: async () => {
      state.isEnding = true
      await going
    },
  }
}
