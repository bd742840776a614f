/** Where a file breaks the rules of XML, and how. */
export interface XmlFault {
  readonly line: number
  readonly what: string
}

const STRAY = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)/gi

/** What encloses text that passes untouched. */
const ENCLOSED: readonly (readonly [string, string])[] = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
]

/** Longer than any entity. */
const LONGEST_ENTITY = 40

/**
 * Mends what most often breaks an export as it streams by: an ampersand that begins no entity, outside of CDATA and comments.
 *
 * A strict parser would swallow everything up to the next semicolon. Enclosed text passes untouched.
 */
export class XmlMender {
  #rest = ''
  /** What ends the enclosed text that is being passed through; null outside. */
  #closing: string | null = null
  #line = 1
  readonly #report: (fault: XmlFault) => void

  constructor(report: (fault: XmlFault) => void) {
    this.#report = report
  }

  /** Takes the next piece of the file and hands back as much as is certain. */
  mend(chunk: string): string {
    return this.#mended(this.#rest + chunk, false)
  }

  end(): string {
    return this.#mended(this.#rest, true)
  }

  #mended(text: string, isLast: boolean): string {
    let made = ''
    let at = 0
    for (;;) {
      const piece = this.#closing === null ? nextOpening(text, at) : nextClosing(text, at, this.#closing)
      const end = piece?.end ?? (isLast ? text.length : certainEnd(text, at, this.#closing))
      const part = text.slice(at, end)
      made += this.#closing === null ? this.#escaped(part) : part
      this.#line += lineBreaksIn(part)
      at = end
      if (!piece) break
      this.#closing = piece.next
    }
    this.#rest = text.slice(at)
    return made
  }

  #escaped(part: string): string {
    if (!part.includes('&')) return part
    return part.replace(STRAY, (_match, offset: number) => {
      const line = this.#line + lineBreaksIn(part.slice(0, offset))
      this.#report({ line, what: 'an ampersand that begins no entity' })
      return '&amp;'
    })
  }
}

/** Where the piece that begins here ends, and what will end the next one. */
interface Piece {
  readonly end: number
  readonly next: string | null
}

function nextOpening(text: string, from: number): Piece | undefined {
  for (let at = text.indexOf('<!', from); at !== -1; at = text.indexOf('<!', at + 2)) {
    const found = ENCLOSED.find(([open]) => text.startsWith(open, at))
    if (found) return { end: at + found[0].length, next: found[1] }
  }
  return undefined
}

function nextClosing(text: string, from: number, closing: string): Piece | undefined {
  const at = text.indexOf(closing, from)
  return at === -1 ? undefined : { end: at + closing.length, next: null }
}

/** Up to where the text is certain: a mark or an entity may still begin in its last few signs. */
function certainEnd(text: string, from: number, closing: string | null): number {
  if (closing !== null) return Math.max(from, text.length - closing.length + 1)
  const mark = text.lastIndexOf('<')
  const beforeMark = mark >= Math.max(from, text.length - 8) ? mark : text.length
  const entity = text.lastIndexOf('&', beforeMark)
  const isOpen = entity >= Math.max(from, beforeMark - LONGEST_ENTITY) && !text.slice(entity, beforeMark).includes(';')
  return isOpen ? entity : beforeMark
}

function lineBreaksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
