/** One record of a CSV as it is written, with no line end behind it. */
export interface CsvRecord {
  readonly text: string
  /** The line it begins on, from 1. */
  readonly line: number
  /** False when a quotation mark in it is still open where the text ends, or after more than a row can hold. */
  readonly isClosed: boolean
  /** Where the line after its first one begins, for a record that has to be given up. */
  readonly secondLine: Place
}

interface Place {
  readonly at: number
  readonly line: number
}

/** No cell of a table is longer: a quotation mark that has not been closed by then was opened by mistake. */
const MAX_RECORD = 16 * 1024 * 1024

/**
 * Cuts the text of a CSV (RFC 4180) into records: at line ends outside quotation marks. The text comes in pieces; each
 * character is looked at once, however the pieces fall, but for records that were given up.
 */
export class CsvText {
  #text = ''
  #place: Place = { at: 0, line: 1 }
  #seen: Scan = START
  #isWhole = false

  /** How much of the text has not been cut yet. */
  get waiting(): number {
    return this.#text.length - this.#place.at
  }

  /** Takes more text; the places of records given out before are void then. */
  add(piece: string, isLast: boolean): void {
    this.#text = this.#text.slice(this.#place.at) + piece
    this.#place = { at: 0, line: this.#place.line }
    this.#isWhole = isLast
  }

  /** The next record that is whole; undefined when more text is needed, or none is left. */
  next(): CsvRecord | undefined {
    for (;;) {
      const found = this.#cut()
      if (!found || !found.isClosed || found.text.trim() !== '') return found
    }
  }

  /** Gives a record up but for its first line: what comes after it is cut anew. */
  giveUp({ secondLine }: CsvRecord): void {
    this.#place = secondLine
    this.#seen = START
  }

  /** The text behind a record's first line, as far as it is there. */
  after({ secondLine }: CsvRecord): string {
    return this.#text.slice(secondLine.at)
  }

  #cut(): CsvRecord | undefined {
    const { at } = this.#place
    const seen = this.#scan()
    const isTooLong = this.#text.length - at > MAX_RECORD
    if (seen.end === null && !this.#isWhole && !isTooLong) {
      this.#seen = seen
      return undefined
    }
    const end = seen.end ?? { from: this.#text.length, to: this.#text.length }
    if (at >= this.#text.length) return undefined
    const record = this.#record(seen, end.from)
    this.#place = { at: end.to, line: this.#place.line + seen.breaks + 1 }
    this.#seen = START
    return record
  }

  #record(seen: Scan, end: number): CsvRecord {
    const { at, line } = this.#place
    const secondLine = { at: at + (seen.firstBreak ?? this.#text.length - at), line: line + 1 }
    return { text: this.#text.slice(at, end), line, isClosed: !seen.isQuoted, secondLine }
  }

  /** Goes on from what was seen already to the end of the record, or of the text. */
  #scan(): Scan {
    const { at } = this.#place
    const text = this.#text
    let { upTo, isQuoted, breaks, firstBreak } = this.#seen
    const marks = /"|\r\n?|\n/g
    marks.lastIndex = at + upTo
    for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
      const to = marks.lastIndex
      // A carriage return at the very end may have its line feed in the next piece.
      if (mark[0] === '\r' && to === text.length && !this.#isWhole)
        return { upTo: mark.index - at, isQuoted, breaks, firstBreak, end: null }
      if (mark[0] === '"') isQuoted = !isQuoted
      else {
        firstBreak ??= to - at
        if (!isQuoted) return { upTo: 0, isQuoted, breaks, firstBreak, end: { from: mark.index, to } }
        breaks += 1
      }
      upTo = to - at
    }
    return { upTo: text.length - at, isQuoted, breaks, firstBreak, end: null }
  }
}

/** How far a record has been looked at, counted from its beginning. */
interface Scan {
  readonly upTo: number
  readonly isQuoted: boolean
  /** Line ends inside quotation marks. */
  readonly breaks: number
  readonly firstBreak: number | null
  /** The line end that closes the record. */
  readonly end: { readonly from: number; readonly to: number } | null
}

const START: Scan = { upTo: 0, isQuoted: false, breaks: 0, firstBreak: null, end: null }
