import { closeHistory } from 'prosemirror-history'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { ClipboardText, PastedDocument } from './paste-document.ts'
import type { Dropped } from './paste-dropped.ts'
import { insertPasted, type Range } from './paste-insert.ts'

interface Options {
  /** The story's language, a BCP 47 tag. */
  readonly language: string
  /** Told what a paste left out; an empty object when nothing was. Said in a line, never in a window. */
  readonly onProblems?: (dropped: Dropped) => void
  /** Given the pictures and other files that were on the clipboard. Without it they are counted as left out. */
  readonly onFiles?: (view: EditorView, files: readonly File[]) => void
}

/** Pastes that are being read, and where each goes: the place moves with the text while somebody writes on. */
type Waiting = ReadonlyMap<number, Range>

type PasteMeta =
  | { readonly begin: number; readonly at: Range }
  | { readonly end: number }
  | { readonly said: Dropped | null }

interface PasteState {
  readonly waiting: Waiting
  /** What the last paste left out; null where nothing is to be said. */
  readonly said: Dropped | null
}

const key = new PluginKey<PasteState>('paste')

/** Reads a paste; apart from the editor, so that the studio opens without it. */
type Reader = (given: ClipboardText, language: string) => PastedDocument
let reader: Reader | null = null

async function bringReader(): Promise<Reader> {
  reader ??= (await import('./paste-document.ts')).documentFromClipboard
  return reader
}

/**
 * Takes what programs put on the clipboard into the text. What was copied from a text of ours comes back exactly as it
 * was, claims included. Mod-Shift-V takes the words alone.
 */
export function pastePlugin(options: Options): Plugin {
  let wantsPlainText = false
  return new Plugin<PasteState>({
    key,
    state: { init: () => ({ waiting: new Map(), said: null }), apply: nextState },
    props: {
      handleDOMEvents: {
        keydown(_view, event) {
          if (event.key.toLowerCase() === 'v') wantsPlainText = event.shiftKey && (event.ctrlKey || event.metaKey)
          return false
        },
        paste(view, event) {
          const isPlain = wantsPlainText
          wantsPlainText = false
          return (
            view.editable && event.clipboardData !== null && take(view, event, event.clipboardData, isPlain, options)
          )
        },
      },
    },
    view: () => {
      // On its way before it is wanted: a line that is bad now may be gone when somebody pastes.
      void bringReader().catch(() => undefined)
      return {}
    },
  })
}

/** What the last paste left out; null where nothing is to be said. */
export const pasteSaid = (state: EditorState): Dropped | null => key.getState(state)?.said ?? null

/** Says what a paste left out, or takes back what was said. */
export const sayOfPaste = (tr: Transaction, said: Dropped | null): Transaction =>
  tr.setMeta(key, { said } satisfies PasteMeta).setMeta('addToHistory', false)

function nextState(tr: Transaction, value: PasteState): PasteState {
  const meta = tr.getMeta(key) as PasteMeta | undefined
  const said = meta && 'said' in meta ? meta.said : value.said
  const waiting = nextWaiting(tr, value.waiting, meta)
  return said === value.said && waiting === value.waiting ? value : { waiting, said }
}

function nextWaiting(tr: Transaction, waiting: Waiting, meta: PasteMeta | undefined): Waiting {
  if (waiting.size === 0 && meta === undefined) return waiting
  const next = new Map<number, Range>()
  for (const [id, { from, to }] of waiting) next.set(id, { from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) })
  if (meta && 'begin' in meta) next.set(meta.begin, meta.at)
  if (meta && 'end' in meta) next.delete(meta.end)
  return next
}

/** What ProseMirror writes into its own copies, and our schema checks when it reads them back. */
const OWN = /\bdata-pm-slice=["']/

/** A browser that copies a picture puts the file there and one tag that names it. */
const isPictureAlone = (html: string): boolean => /<img\b/i.test(html) && html.replaceAll(/<[^>]*>/g, '').trim() === ''

function take(view: EditorView, event: Event, data: DataTransfer, isPlain: boolean, options: Options): boolean {
  const html = isPlain ? '' : data.getData('text/html')
  const text = data.getData('text/plain') || data.getData('text/uri-list')
  const files = [...data.files]
  if (OWN.test(html)) return false
  if (files.length > 0 && text === '' && (html === '' || isPictureAlone(html))) {
    event.preventDefault()
    if (options.onFiles) options.onFiles(view, files)
    else tell(view, { pictures: files.length }, options)
    return true
  }
  if (html === '' && text === '') return false
  event.preventDefault()
  const { from, to } = view.state.selection
  if (linkSelected(view, html, text)) return true
  if (reader) land(view, { from, to }, reader({ html, text }, options.language), options)
  else void landLater(view, { from, to }, { html, text }, options)
  return true
}

/** An address pasted over words becomes their link. */
function linkSelected(view: EditorView, html: string, text: string): boolean {
  const { state } = view
  const { $from, $to, from, to } = state.selection
  const link = state.schema.marks['link']
  const isAddress = /^https?:\/\/\S+$/.test(text.trim()) && (html === '' || !/<(?:p|li|td|h\d)\b/i.test(html))
  if (!isAddress || !link || from === to || !$from.sameParent($to) || !$from.parent.inlineContent) return false
  const href = reader?.({ html: '', text }, 'en').document.content[0]
  const address = href ? addressIn(JSON.stringify(href)) : null
  if (address === null) return false
  view.dispatch(closeHistory(state.tr.addMark(from, to, link.create({ href: address }))).scrollIntoView())
  return true
}

const addressIn = (json: string): string | null => /"(?:href|url)":"(https?:[^"\\]+)"/.exec(json)?.[1] ?? null

let pastes = 0

async function landLater(view: EditorView, at: Range, given: ClipboardText, options: Options): Promise<void> {
  pastes += 1
  const id = pastes
  view.dispatch(view.state.tr.setMeta(key, { begin: id, at } satisfies PasteMeta).setMeta('addToHistory', false))
  const pasted = await readLate(given, options.language)
  if (view.isDestroyed) return
  const place = placeOf(view.state, id)
  view.dispatch(view.state.tr.setMeta(key, { end: id } satisfies PasteMeta).setMeta('addToHistory', false))
  if (place) land(view, place, pasted, options)
}

const placeOf = (state: EditorState, id: number): Range | undefined => key.getState(state)?.waiting.get(id)

/** Without a line to fetch the reader by, the words at least. */
async function readLate(given: ClipboardText, language: string): Promise<PastedDocument> {
  try {
    return (await bringReader())(given, language)
  } catch {
    const lines = given.text.split(/\s*\n\s*/).filter((line) => line.trim() !== '')
    const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }) as const)
    return { document: { type: 'doc', version: 2, content }, dropped: {} }
  }
}

function land(view: EditorView, at: Range, { document, dropped }: PastedDocument, options: Options): void {
  const { tr, leftOut } = insertPasted(view.state, at, document)
  if (tr.docChanged) {
    const asOne = closeHistory(tr).setMeta('paste', true).setMeta('uiEvent', 'paste')
    view.dispatch(asOne.scrollIntoView())
  }
  tell(view, leftOut > 0 ? { ...dropped, blocks: leftOut } : dropped, options)
}

/** Nothing is said of a paste that came through whole. */
function tell(view: EditorView, dropped: Dropped, options: Options): void {
  const said = Object.keys(dropped).length > 0 ? dropped : null
  if (said !== pasteSaid(view.state)) view.dispatch(sayOfPaste(view.state.tr, said))
  options.onProblems?.(dropped)
}
