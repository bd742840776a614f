import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef } from 'react'
import type { StoryId } from '../../ids.ts'
import { ApiProblem, api } from '../api/api.ts'
import { asking, queries } from '../api/queries.ts'
import { useWatched } from '../editor/watch-view.ts'
import { attributionOf, withAttribution } from './attribution-state.ts'

type Keys = ReadonlySet<string>

const AGAIN_AFTER_MS = 10_000
/** What the server takes at once. */
const MOST_KEYS = 200

/**
 * Keeps what was put aside with the story: what the server has comes into the text's state, and what somebody puts aside
 * or brings back here goes to the server, again and again until the line is back.
 *
 * @param known what the server has; undefined while nobody knows
 */
export function useDismissals(view: EditorView, storyId: StoryId, known: readonly string[] | undefined): void {
  const onServer = useRef<Keys>(new Set())
  const changed = useWatched(view, ({ state }) => {
    const { dismissed, putAside } = attributionOf(state)
    return `${dismissed.size} ${putAside}`
  })
  useEffect(() => {
    if (!known) return
    const here = attributionOf(view.state).dismissed
    const { added, taken } = difference(onServer.current, here)
    onServer.current = new Set(known)
    const dismissed = new Set([...known, ...added].filter((key) => !taken.includes(key)))
    if (!isSame(dismissed, here)) view.dispatch(withAttribution(view.state.tr, { dismissed }))
  }, [view, known])
  useEffect(() => {
    const sending = new AbortController()
    void sendAll(view, { storyId, onServer, signal: sending.signal })
    return () => sending.abort()
  }, [view, storyId, known, changed])
}

interface Sending {
  readonly storyId: StoryId
  readonly onServer: { current: Keys }
  readonly signal: AbortSignal
}

/** Sends what differs. Sent twice, it changes nothing: a newer change ends an older attempt. */
async function sendAll(view: EditorView, { storyId, onServer, signal }: Sending): Promise<void> {
  const { added, taken } = difference(onServer.current, attributionOf(view.state).dismissed)
  if (added.length + taken.length === 0) return
  const params = { storyId }
  try {
    const answers = [
      added.length > 0 && (await api('POST /stories/{storyId}/desk/dismiss', { params, body: first(added) }, signal)),
      taken.length > 0 && (await api('POST /stories/{storyId}/desk/recall', { params, body: first(taken) }, signal)),
    ]
    const answer = answers.findLast((one) => one !== false)
    if (answer) take(storyId, answer.dismissed)
  } catch (error) {
    if (signal.aborted || view.isDestroyed) return
    // The server will not have it: what it has stands again, for everybody to see.
    if (error instanceof ApiProblem && error.status < 500) {
      view.dispatch(withAttribution(view.state.tr, { dismissed: onServer.current, putAside: null }))
      return
    }
    await waitFor(AGAIN_AFTER_MS, signal)
    if (!signal.aborted && !view.isDestroyed) await sendAll(view, { storyId, onServer, signal })
  }
}

const first = (keys: readonly string[]) => ({ keys: keys.slice(0, MOST_KEYS) })

function take(storyId: StoryId, dismissed: string[]): void {
  const { queryKey } = asking('GET /stories/{storyId}/desk', { params: { storyId } })
  queries.setQueryData(queryKey, (before) => before && { ...before, dismissed })
}

const difference = (before: Keys, after: Keys) => ({
  added: [...after].filter((key) => !before.has(key)),
  taken: [...before].filter((key) => !after.has(key)),
})

const isSame = (one: Keys, other: Keys): boolean => {
  const { added, taken } = difference(one, other)
  return added.length + taken.length === 0
}

const waitFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    addEventListener('online', () => resolve(), { once: true, signal })
  })
