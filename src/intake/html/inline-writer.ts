import type { Inline, Mark, Text } from '../../story/document.ts'
import { withoutControls } from '../plain-text.ts'

/** The order of marks in a document; one of each kind at most. */
const RANK: Readonly<Record<Mark['type'], number>> = { strong: 0, emphasis: 1, link: 2, language: 3, claim: 4 }

/** The marks with one more; of a kind already there, the inner one holds. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark].sort((a, b) => RANK[a.type] - RANK[b.type])
}

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a === b || (a.length === b.length && a.every((mark, index) => sameMark(mark, b[index])))

function sameMark(a: Mark, b: Mark | undefined): boolean {
  if (a.type !== b?.type) return false
  return 'attrs' in a ? JSON.stringify(a) === JSON.stringify(b) : true
}

/**
 * Writes one run of text: white space collapses as in HTML, neighbours with the same marks become one text,
 * and no text is empty.
 */
export class InlineWriter {
  #content: Inline[] = []
  #marks: readonly Mark[] = []
  #text = ''
  /** The last sign of the text: to look at the end of a long text that is still growing costs all of its length. */
  #last = ''
  /** The text is more than white space. */
  #isInked = false

  /** Nothing but white space has been written so far. */
  get isEmpty(): boolean {
    return this.#content.length === 0 && !this.#isInked
  }

  text(raw: string, marks: readonly Mark[]): void {
    const clean = withoutControls(raw)
    const collapsed = /[\t\n\r\f]| {2}/.test(clean) ? clean.replace(/[ \t\n\r\f]+/g, ' ') : clean
    if (collapsed !== '') this.#append(this.#endsInSpace() ? collapsed.replace(/^ /, '') : collapsed, marks)
  }

  /** Text in which every space counts, such as code or verse. */
  exact(raw: string, marks: readonly Mark[]): void {
    this.#append(withoutControls(raw), marks)
  }

  break(): void {
    if (this.isEmpty) return
    if (this.#last === ' ') this.#text = this.#text.slice(0, -1)
    this.#close()
    this.#content.push({ type: 'hardBreak' })
  }

  footnote(id: string): void {
    this.#close()
    this.#content.push({ type: 'footnoteReference', attrs: { id } })
  }

  /** Takes what was written, without white space and breaks at its ends, and begins anew. */
  take(): Inline[] {
    this.#close()
    const content = this.#content
    this.#content = []
    while (content.length > 0 && isLoose(content.at(-1))) content.pop()
    const last = content.at(-1)
    if (last?.type === 'text') content[content.length - 1] = { ...last, text: last.text.trimEnd() }
    return content.some((inline) => inline.type !== 'hardBreak') ? content : []
  }

  #append(text: string, marks: readonly Mark[]): void {
    if (text === '') return
    if (this.#last !== '' && !sameMarks(marks, this.#marks)) this.#close()
    this.#marks = marks
    this.#text += text
    this.#last = text.at(-1) ?? ''
    this.#isInked ||= text.trim() !== ''
  }

  #close(): void {
    this.#last = ''
    this.#isInked = false
    if (this.#text === '') return
    const made: Text =
      this.#marks.length > 0
        ? { type: 'text', text: this.#text, marks: this.#marks }
        : { type: 'text', text: this.#text }
    this.#content.push(made)
    this.#text = ''
  }

  /** At the start, after a break and after a space, a further space is not seen. */
  #endsInSpace(): boolean {
    if (this.#text !== '') return this.#last === ' '
    const last = this.#content.at(-1)
    if (last === undefined || last.type === 'hardBreak') return true
    return last.type === 'text' && last.text.endsWith(' ')
  }
}

const isLoose = (inline: Inline | undefined): boolean =>
  inline?.type === 'hardBreak' || (inline?.type === 'text' && inline.text.trim() === '')

/** The words of a run of text, a line break as a space. */
export const wordsIn = (content: readonly Inline[]): string =>
  content
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? ' ' : ''))
    .join('')
    .trim()
