import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef } from 'react'
import type { DeskContext } from '../../desk/desk-text.ts'
import { deskStoryOf } from '../../desk/story-text.ts'
import { toStoryDocument } from '../editor/story-document.ts'
import { watchView } from '../editor/watch-view.ts'
import { useDesk } from '../writing/desk-context.ts'
import { attributionOf, type ReadingStatus, withAttribution } from './attribution-state.ts'
import { itemsOf, type ItemTitles } from './desk-items.ts'
import { withFound } from './take-found.ts'
import type { ReadText } from './text-places.ts'
import { openTextReader, type TextReader } from './text-reader.ts'
import { untilIdle, whenIdle } from '../ui/when-idle.ts'

/** After this pause in typing the text is read. */
const PAUSE_MS = 400

/** The story on the desk as the attribution desk reads it, to the last letter. */
export const readTextOf = (
  view: EditorView,
  head: { readonly headline: string; readonly standfirst: string },
): ReadText => deskStoryOf({ ...head, body: toStoryDocument(view.state.doc) })

/** Reads the text whenever somebody pauses, and puts what was found into the editor's state. */
export function useReading(view: EditorView, ground: DeskContext | 'other-language' | null, titles: ItemTitles): void {
  const { content } = useDesk()
  const { headline, standfirst } = content
  const reader = useRef<TextReader | null>(null)
  const latest = useRef(titles)
  latest.current = titles
  useEffect(() => {
    if (ground === null) return undefined
    if (ground === 'other-language') return say(view, 'other-language')
    return atEachPause(view, () => {
      const read = readTextOf(view, { headline, standfirst })
      void readAndMark(view, { read, ground, reader, titles: latest })
    })
  }, [view, ground, headline, standfirst])
  useEffect(
    () => () => {
      reader.current?.close()
      reader.current = null
    },
    [],
  )
}

/** Does something now that somebody pauses, and at each pause in which there is another text. No letter draws anything. */
function atEachPause(view: EditorView, act: () => void): () => void {
  let { edits } = attributionOf(view.state)
  let forget = afterPause(view, act)
  const unwatch = watchView(view, () => {
    const now = attributionOf(view.state).edits
    if (now === edits) return
    edits = now
    forget()
    forget = afterPause(view, act)
  })
  return () => {
    forget()
    unwatch()
  }
}

function afterPause(view: EditorView, act: () => void): () => void {
  let forget: () => void
  const wait = () => {
    const timer = setTimeout(() => {
      // Letters that are being put together must not be disturbed.
      if (view.composing) wait()
      else forget = whenIdle(act)
    }, PAUSE_MS)
    forget = () => clearTimeout(timer)
  }
  wait()
  return () => forget()
}

function say(view: EditorView, status: ReadingStatus): undefined {
  if (view.isDestroyed || attributionOf(view.state).status === status) return
  view.dispatch(withAttribution(view.state.tr, { status, ...(status === 'other-language' && { items: [] }) }))
}

interface Asked {
  readonly read: ReadText
  readonly ground: DeskContext
  readonly reader: { current: TextReader | null }
  readonly titles: { readonly current: ItemTitles }
}

async function readAndMark(view: EditorView, { read, ground, reader, titles }: Asked): Promise<void> {
  const { edits, status } = attributionOf(view.state)
  // Nothing is fetched to read with before there is something to read.
  const isEmpty = read.text.paragraphs.length === 0
  if (isEmpty && reader.current === null) return say(view, 'not-read')
  if (status !== 'read') say(view, 'reading')
  reader.current ??= openTextReader()
  try {
    const reading = await reader.current.read(read.text, ground)
    await untilIdle()
    // What was written meanwhile is read in a moment; until then what was found before stays at its words.
    if (!reading || view.isDestroyed || attributionOf(view.state).edits !== edits) return
    const found = itemsOf(view.state.doc, read, { ...reading, by: 'desk' }, titles.current)
    view.dispatch(withFound(view.state.tr, view.state, found))
  } catch {
    say(view, 'failed')
  }
}
