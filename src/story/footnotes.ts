import type { Block, Footnote, Inline, StoryDocument } from './document.ts'
import { runsIn } from './runs.ts'
import { builtHtml, escapeHtml, type SafeHtml } from './safe-html.ts'

/** A footnote with its number: the place of its first reference in the text. */
export interface NumberedFootnote {
  readonly number: number
  readonly footnote: Footnote
  /** How many places in the text refer to it; a note nobody refers to is kept, at the end. */
  readonly references: number
}

/** The footnotes of a document in the order of their references. A reference without a note counts for nothing. */
export function numberFootnotes(document: StoryDocument): NumberedFootnote[] {
  const notes = new Map(
    document.content.flatMap((block) => (block.type === 'footnote' ? [[block.attrs.id, block] as const] : [])),
  )
  const counts = new Map<string, number>()
  for (const id of document.content.flatMap(referencesIn)) {
    if (notes.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  for (const id of notes.keys()) if (!counts.has(id)) counts.set(id, 0)
  return [...counts].flatMap(([id, references], index) => {
    const footnote = notes.get(id)
    return footnote ? [{ number: index + 1, footnote, references }] : []
  })
}

/**
 * Writes the marks that lead to footnotes, in reading order: each gets an id of its own to come back to.
 *
 * @param label the words a screen reader says for the mark
 */
export function footnoteMarks(notes: readonly NumberedFootnote[], label: (number: number) => string) {
  const numbers = new Map(notes.map(({ number, footnote }) => [footnote.attrs.id, number]))
  const seen = new Map<number, number>()
  return (id: string, address: (href: string) => string): SafeHtml => {
    const number = numbers.get(id)
    if (number === undefined) return builtHtml('')
    const times = (seen.get(number) ?? 0) + 1
    seen.set(number, times)
    const href = escapeHtml(address(`#note:${number}`))
    const spoken = escapeHtml(label(number))
    return builtHtml(
      `<sup><a id="${referenceId(number, times)}" href="${href}" aria-label="${spoken}">${number}</a></sup>`,
    )
  }
}

/** The id of the place in the text where a footnote is referred to. A colon keeps it apart from every heading's id. */
export const referenceId = (number: number, times: number): string => `ref:${number}${times > 1 ? `:${times}` : ''}`

const referencesAmong = (content: readonly Inline[]): string[] =>
  content.flatMap((inline) => (inline.type === 'footnoteReference' ? [inline.attrs.id] : []))

// A note about a note would have no place of its own to stand in.
const referencesIn = (block: Block): string[] =>
  block.type === 'footnote' ? [] : runsIn(block).flatMap(referencesAmong)
