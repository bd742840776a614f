import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { api } from '../api/api.ts'
import { PICTURE_TYPES } from './drop-area.tsx'
import { insertPicture } from './insert-picture.ts'
import { type Sending, sendFile } from './send-file.ts'
import type { TakenIn } from './use-sending.ts'

/** What a picture says of itself while it is on its way into the text. */
export interface DropWords {
  /** Where a file is coming in. */
  readonly coming: (name: string) => string
  /** The line is gone; it goes on by itself. */
  readonly waiting: string
}

interface DropOptions {
  readonly words: DropWords
  /** Told when a file could not be taken, with why. */
  readonly onFailed: (name: string, error: unknown) => void
  readonly onTaken: (taken: TakenIn) => void
}

/** Where files are coming in: places that move with the text, whatever is written meanwhile. */
const coming = new PluginKey<DecorationSet>('pictures coming in')

type Change =
  | { readonly add: { readonly id: object; readonly at: number; readonly dom: HTMLElement } }
  | { readonly remove: object }

/**
 * Takes pictures that are dropped on the text or pasted into it. Each stands where it was dropped once it has come in; until
 * then a line in that place shows how far it is, and writing goes on.
 */
export function dropPlugin(options: DropOptions): Plugin<DecorationSet> {
  return new Plugin({
    key: coming,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => changed(set.map(tr.mapping, tr.doc), tr.getMeta(coming) as Change | undefined, tr.doc),
    },
    props: {
      decorations: (state) => coming.getState(state),
      handleDrop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
        return take(view, picturesOf(event.dataTransfer), at ?? view.state.selection.from, options)
      },
      handlePaste: (view, event) =>
        // Programs put a picture of a text beside the text itself: then the text is meant.
        event.clipboardData?.types.includes('text/html') || event.clipboardData?.types.includes('text/plain')
          ? false
          : take(view, picturesOf(event.clipboardData), view.state.selection.from, options),
    },
  })
}

function changed(set: DecorationSet, change: Change | undefined, doc: EditorState['doc']): DecorationSet {
  if (!change) return set
  if ('remove' in change) return set.remove(set.find(undefined, undefined, ({ id }) => id === change.remove))
  const { id, at, dom } = change.add
  return set.add(doc, [Decoration.widget(at, dom, { id, side: 1 })])
}

const picturesOf = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => PICTURE_TYPES.includes(type))

/** @returns whether there was a picture to take */
function take(view: EditorView, files: readonly File[], at: number, options: DropOptions): boolean {
  if (files.length === 0 || !view.editable) return false
  for (const file of files) void bring(view, file, at, options)
  return true
}

async function bring(
  view: EditorView,
  file: File,
  at: number,
  { words, onFailed, onTaken }: DropOptions,
): Promise<void> {
  const id = {}
  const stop = new AbortController()
  const line = progressLine(file.name, words)
  view.dispatch(view.state.tr.setMeta(coming, { add: { id, at, dom: line.dom } } satisfies Change))
  try {
    const onProgress = (sending: Sending) => {
      if (view.isDestroyed) stop.abort()
      line.show(sending)
    }
    const uploadId = await sendFile(file, file.name, { onProgress, signal: stop.signal })
    const taken = await api('POST /uploads/{uploadId}/picture', { params: { uploadId }, body: {} })
    if (view.isDestroyed) return
    const place = placeOf(view.state, id)
    if (place !== undefined) view.dispatch(insertPicture(view.state, taken.picture, place))
    onTaken(taken)
  } catch (error) {
    if (!stop.signal.aborted) onFailed(file.name, error)
  } finally {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(coming, { remove: id } satisfies Change))
  }
}

/** Where the file's place is now; undefined when the words around it were deleted. */
const placeOf = (state: EditorState, id: object): number | undefined =>
  coming.getState(state)?.find(undefined, undefined, (spec) => spec['id'] === id)[0]?.from

function progressLine(name: string, words: DropWords) {
  const dom = document.createElement('span')
  dom.className = 'picture-coming'
  dom.contentEditable = 'false'
  const label = document.createElement('span')
  const bar = document.createElement('progress')
  label.textContent = words.coming(name)
  bar.setAttribute('aria-label', words.coming(name))
  dom.append(label, bar)
  const show = ({ sent, total, isWaiting }: Sending) => {
    bar.max = total
    bar.value = sent
    label.textContent = isWaiting ? `${words.coming(name)} (${words.waiting})` : words.coming(name)
  }
  return { dom, show }
}
