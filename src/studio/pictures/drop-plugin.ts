import { closeHistory } from 'prosemirror-history'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { PICTURE_TYPES } from './picture-types.ts'
import { insertPicture } from './insert-picture.ts'
import { type ProgressWords, progressLine } from './progress-line.ts'
import { type Sending, sendFile } from './send-file.ts'

/** A file that did not come in, and why: what was thrown, or that it is no picture. */
export interface NotTaken {
  readonly name: string
  readonly why: { readonly kind: 'no-picture' } | { readonly kind: 'failed'; readonly error: unknown }
}

interface Coming {
  /** Where files are coming in: places that move with the text, whatever is written meanwhile. */
  readonly places: DecorationSet
  /** What did not come in, until somebody has read of it. */
  readonly notTaken: readonly NotTaken[]
}

type Change =
  | { readonly add: { readonly id: object; readonly at: number; readonly dom: HTMLElement } }
  | { readonly remove: object }
  | { readonly notTaken: NotTaken }
  | 'read'

const key = new PluginKey<Coming>('pictures coming in')

const NONE: Coming = { places: DecorationSet.empty, notTaken: [] }

/** What did not come in of the files that were dropped or pasted last. */
export const filesNotTaken = (state: EditorState): readonly NotTaken[] => key.getState(state)?.notTaken ?? []

/** Somebody has read what did not come in. */
export const forgetNotTaken = (view: EditorView): void => change(view, 'read')

/**
 * Takes pictures that are dropped on the text. Each stands where it was dropped once it has come in; until then a line in
 * that place shows how far it is, and writing goes on. A file of any other kind is refused in words: a browser that is
 * left to itself would open it in place of the story.
 */
export const dropPlugin = (words: ProgressWords): Plugin<Coming> =>
  new Plugin({
    key,
    state: {
      init: () => NONE,
      apply: (tr, value) => {
        const moved = tr.docChanged ? { ...value, places: value.places.map(tr.mapping, tr.doc) } : value
        return changed(moved, tr.getMeta(key) as Change | undefined, tr.doc)
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.places,
      handleDOMEvents: {
        drop(view, event) {
          const files = [...(event.dataTransfer?.files ?? [])]
          if (files.length === 0) return false
          event.preventDefault()
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
          takeFiles(view, files, words, at)
          return true
        },
      },
    },
  })

function changed(value: Coming, change: Change | undefined, doc: EditorState['doc']): Coming {
  if (!change) return value
  if (change === 'read') return { ...value, notTaken: [] }
  if ('notTaken' in change) return { ...value, notTaken: [...value.notTaken, change.notTaken] }
  if ('remove' in change) return { ...value, places: without(value.places, change.remove) }
  const { id, at, dom } = change.add
  return { ...value, places: value.places.add(doc, [Decoration.widget(at, dom, { id, side: 1, key: dom.id })]) }
}

const without = (places: DecorationSet, gone: object): DecorationSet =>
  places.remove(places.find(undefined, undefined, ({ id }) => id === gone))

const change = (view: EditorView, what: Change): void => {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, what).setMeta('addToHistory', false))
}

/**
 * Takes files into the text, one after the other: two at a time would each be slower on a bad line.
 *
 * @param at a place in the document; the caret's where it is left out
 */
export function takeFiles(view: EditorView, files: readonly File[], words: ProgressWords, at?: number): void {
  if (!view.editable) return
  const place = boundaryAt(view.state, at ?? view.state.selection.to)
  let queue = Promise.resolve()
  for (const file of files) {
    if (!PICTURE_TYPES.includes(file.type)) {
      change(view, { notTaken: { name: file.name, why: { kind: 'no-picture' } } })
      continue
    }
    const id = {}
    const line = progressLine(file.name, words)
    change(view, { add: { id, at: place, dom: line.dom } })
    queue = queue.then(() => bring(view, file, id, line.show))
  }
}

/** Between the blocks of the body: a line there cuts no words in two, and pictures after one another keep their order. */
function boundaryAt({ doc }: EditorState, at: number): number {
  const place = doc.resolve(Math.min(at, doc.content.size))
  return place.depth === 0 ? place.pos : place.after(1)
}

async function bring(view: EditorView, file: File, id: object, show: (sending: Sending) => void): Promise<void> {
  const stop = new AbortController()
  try {
    const onProgress = (sending: Sending) => {
      if (view.isDestroyed) stop.abort()
      show(sending)
    }
    const uploadId = await sendFile(file, file.name, { onProgress, signal: stop.signal })
    const taken = await api('POST /uploads/{uploadId}/picture', { params: { uploadId }, body: {} })
    void refresh('GET /pictures')
    if (view.isDestroyed) return
    const place = placeOf(view.state, id)
    if (place !== undefined) view.dispatch(closeHistory(insertPicture(view.state, taken.picture, place)))
  } catch (error) {
    if (!stop.signal.aborted) change(view, { notTaken: { name: file.name, why: { kind: 'failed', error } } })
  } finally {
    change(view, { remove: id })
  }
}

/** Where the file's place is now; undefined when all around it was deleted: then it lies in the library alone. */
const placeOf = (state: EditorState, id: object): number | undefined =>
  key.getState(state)?.places.find(undefined, undefined, (spec) => spec['id'] === id)[0]?.from
