import { closeHistory } from 'prosemirror-history'
import { type EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { askToCite } from '../citing/cite-request.ts'
import { withAsked } from '../citing/citing-plugin.ts'
import { attributionOf, itemAt, itemNow, openIn, withAttribution } from './attribution-state.ts'
import type { ClaimItem, DeskItem, FindingItem } from './desk-items.ts'

/** What is looked at: what somebody went to, else what stands at the cursor. */
export function itemHere(state: EditorState): DeskItem | null {
  const { active } = attributionOf(state)
  return (active === null ? null : itemNow(state, active)) ?? itemAt(state, state.selection)
}

/** The next of what was found (1), or the one before (-1), from where somebody is, round the ends. */
export function itemBeside(state: EditorState, step: 1 | -1): DeskItem | null {
  const items = openIn(state)
  const at = items.findIndex(({ id }) => id === itemHere(state)?.id)
  if (at >= 0) return items[(at + step + items.length) % items.length] ?? null
  const isBehind = ({ place }: DeskItem) => place.in === 'body' && place.from >= state.selection.from
  const next = step === 1 ? items.find(isBehind) : items.findLast((item) => !isBehind(item))
  return next ?? (step === 1 ? items[0] : items.at(-1)) ?? null
}

/** Goes to the words: selects them, wherever they stand. The field above the text is the page's own. */
export function goToItem(view: EditorView, { id }: DeskItem): void {
  const { state } = view
  const place = itemNow(state, id)?.place
  if (!place) return
  const tr = withAttribution(state.tr, { active: id })
  if (place.in !== 'body') {
    view.dispatch(tr)
    fieldOf(view, place.in)?.focus()
    fieldOf(view, place.in)?.setSelectionRange(place.from, place.to)
    return
  }
  view.dispatch(tr.setSelection(TextSelection.create(state.doc, place.from, place.to)).scrollIntoView())
  view.focus()
  requestAnimationFrame(() => requestAnimationFrame(() => clearOfPanel(view, place.to)))
}

/** On a phone the panel lies over the lower half of the text: words under it are moved up. */
function clearOfPanel(view: EditorView, position: number): void {
  const side = view.isDestroyed ? null : view.dom.closest('.desk')?.querySelector('.desk-side')
  if (!side || getComputedStyle(side).position !== 'fixed' || position > view.state.doc.content.size) return
  const hidden = view.coordsAtPos(position).bottom - side.getBoundingClientRect().top
  if (hidden > -LINE_PX) scrollBy(0, hidden + LINE_PX)
}

const LINE_PX = 40

const fieldOf = (view: EditorView, name: 'headline' | 'standfirst'): HTMLTextAreaElement | null =>
  view.dom.closest('.desk-text')?.querySelector<HTMLTextAreaElement>(`.desk-field.${name} textarea`) ?? null

/** Asks the record's panel to make a claim of what is suggested: its form opens filled in, and a person records it. */
export function acceptClaim(view: EditorView, { id, claim, sentence }: ClaimItem, onAsk: () => void): void {
  const { state } = view
  const place = itemNow(state, id)?.place
  if (!place) return
  const $from = state.doc.resolve(place.from)
  view.dispatch(withAttribution(withAsked(state.tr, { from: place.from, to: place.to }), { active: id }))
  askToCite({
    kind: 'cite',
    words: state.doc.textBetween(place.from, place.to, ' ', ' '),
    around: $from.parent.textContent,
    suggested: { claim, sentence },
  })
  onAsk()
}

/**
 * Puts in what the desk would write instead, as one step that undo takes back. What nobody but a person can put right
 * stays as it is.
 *
 * @returns whether there was something to put in
 */
export function applyFix(view: EditorView, { id, finding }: FindingItem): boolean {
  const { fix } = finding
  const place = itemNow(view.state, id)?.place
  if (fix === null || !place) return false
  if (place.in !== 'body') return typeOver(fieldOf(view, place.in), place, fix)
  const tr = closeHistory(view.state.tr)
  const { doc } = tr
  const marks = doc.resolve(place.from).marksAcross(doc.resolve(place.to)) ?? []
  if (fix === '') tr.delete(place.from, place.to)
  else tr.replaceWith(place.from, place.to, doc.type.schema.text(fix, marks))
  view.dispatch(withAttribution(tr, { active: null }).scrollIntoView())
  return true
}

/** As if it were typed: the field's own undo takes it back. */
function typeOver(field: HTMLTextAreaElement | null, { from, to }: FindingItem['place'], fix: string): boolean {
  if (!field || field.readOnly) return false
  field.focus()
  field.setSelectionRange(from, to)
  return fix === '' ? document.execCommand('delete') : document.execCommand('insertText', false, fix)
}

/** Puts something aside. It is remembered with the story. */
export function putAside(view: EditorView, key: string): void {
  const dismissed = new Set([...attributionOf(view.state).dismissed, key])
  view.dispatch(withAttribution(view.state.tr, { dismissed, putAside: key, active: null }))
}

/** Brings back what was put aside. */
export function bringBack(view: EditorView, key: string): void {
  const dismissed = new Set(attributionOf(view.state).dismissed)
  dismissed.delete(key)
  view.dispatch(withAttribution(view.state.tr, { dismissed, putAside: null }))
}
