import type { GivenFootnote } from '../html/html-footnotes.ts'
import { counted } from '../problem-list.ts'
import type { Attachment } from './attachments.ts'
import { htmlForShortcode, isForMembers } from './shortcode-html.ts'
import { type Shortcode, shortcodesIn } from './shortcode-tree.ts'

/** What the shortcodes of a story may refer to, and who is told what could not be kept. */
export interface ShortcodeWorld {
  readonly report: (what: string) => void
  readonly attachment?: (id: string) => Attachment | undefined
  /** The numbers of the pictures that were uploaded to a post; without a post, to this one. */
  readonly picturesOf?: (post: string | undefined) => readonly string[]
}

/** A text with HTML in the place of its shortcodes. */
export interface WithoutShortcodes {
  readonly html: string
  /** Footnotes that stood amid the text; `data-fn` refers to them. */
  readonly footnotes: readonly GivenFootnote[]
  /** A part of the text was shown to members only. */
  readonly isForMembers: boolean
}

/** Deeper nesting than any page builder makes; what lies deeper is read piece by piece. */
const MAX_DEPTH = 40

/** What stands between a shortcode and its closing one. */
export interface ShortcodeInside {
  /** As it was written. */
  readonly raw: string
  /** With HTML in the place of its own shortcodes. */
  readonly inside: () => string
  readonly isPair: boolean
}

/** What is handed along while the shortcodes of one text are read. */
export interface ShortcodeReading extends ShortcodeWorld {
  readonly footnotes: GivenFootnote[]
  /** Says something of the whole text that was said before only once. */
  readonly reportOnce: (what: string) => void
  isForMembers: boolean
}

/**
 * Puts HTML in the place of WordPress' shortcodes: captions and galleries become figures, players become links, the
 * layout of page builders goes and its words stay, footnotes become footnotes.
 *
 * What has no counterpart is left out and named, and a shortcode nobody knows stays as text and is named too.
 * A word in brackets ("[sic]") is no shortcode.
 */
export function withoutShortcodes(html: string, world: ShortcodeWorld): WithoutShortcodes {
  if (!html.includes('[')) return { html, footnotes: [], isForMembers: false }
  const told = new Set<string>()
  const reportOnce = (what: string): void => {
    if (!told.has(what)) world.report(what)
    told.add(what)
  }
  const reading: ShortcodeReading = { ...world, footnotes: [], reportOnce, isForMembers: false }
  const text = new ShortcodeText(html, reading)
  const made = text.between(0, html.length, 0, 0)
  text.noteUnknown()
  return { html: made, footnotes: reading.footnotes, isForMembers: reading.isForMembers }
}

class ShortcodeText {
  readonly #html: string
  readonly #reading: ShortcodeReading
  readonly #codes: readonly Shortcode[]
  readonly #closings: ReadonlyMap<Shortcode, number>
  readonly #unknown = new Map<string, number>()

  constructor(html: string, reading: ShortcodeReading) {
    this.#html = html
    this.#reading = reading
    const { codes, closings } = shortcodesIn(html)
    this.#codes = codes
    this.#closings = closings
  }

  /** The text from one place to another; `first` is the number of the first shortcode that may stand there. */
  between(start: number, end: number, first: number, depth: number): string {
    let text = ''
    let from = start
    for (let index = first; index < this.#codes.length; index += 1) {
      const code = this.#codes[index]
      if (!code || code.start >= end) break
      const closing = this.#closingOf(code, end, depth)
      const made = this.#made(code, closing, index, depth)
      if (made === undefined) continue
      text += this.#html.slice(from, code.start) + made
      from = closing?.code.end ?? code.end
      if (closing) index = closing.index
    }
    return text + this.#html.slice(from, end)
  }

  noteUnknown(): void {
    for (const [name, count] of this.#unknown) {
      this.#reading.report(`The shortcode [${name}] stays as text (${counted(count, 'time')}).`)
    }
  }

  #closingOf(code: Shortcode, end: number, depth: number): { code: Shortcode; index: number } | undefined {
    const index = this.#closings.get(code)
    const closing = index === undefined ? undefined : this.#codes[index]
    if (index === undefined || !closing || closing.end > end || depth >= MAX_DEPTH) return undefined
    return { code: closing, index }
  }

  #made(code: Shortcode, closing: { code: Shortcode } | undefined, index: number, depth: number): string | undefined {
    if (code.isEscaped) return this.#html.slice(code.start + 1, code.end - 1)
    const raw = closing ? this.#html.slice(code.end, closing.code.start) : ''
    const inside = (): string => (closing ? this.between(code.end, closing.code.start, index + 1, depth + 1) : '')
    if (isForMembers(code.name) && closing) this.#reading.isForMembers = true
    const made = htmlForShortcode(code, { raw, inside, isPair: closing !== undefined }, this.#reading)
    if (made === undefined && !code.isClosing && (closing || /^[\w-]+\s*=/.test(code.written))) {
      this.#unknown.set(code.name, (this.#unknown.get(code.name) ?? 0) + 1)
    }
    return made
  }
}
