import { CsvError, parse } from 'csv-parse/sync'
import { csvText } from './csv-bytes.ts'
import { type CsvRecord, CsvText } from './csv-text.ts'
import type { IncomingProblem } from './incoming.ts'
import type { IntakeFile } from './intake-file.ts'
import { counted } from './problem-list.ts'

/** One row of a table, its cells by the names in the table's first row. */
export interface CsvRow {
  /** The line it begins on, from 1. */
  readonly line: number
  /** Trimmed names, in the file's order. A name that stands twice is "name (2)" the second time. */
  readonly fields: ReadonlyMap<string, string>
}

/**
 * Reads a CSV (RFC 4180; commas, semicolons or tabs between the cells, with or without Excel's `sep=` line) row by row,
 * in pieces: of a gigabyte, no more than some rows are held.
 *
 * A row with a quotation mark that stands alone is read where its cells still come out even, and said; one that
 * cannot be, and one with more cells than the first row has names, is a problem with its line. The rest is read.
 */
export async function* readCsv(file: IntakeFile): AsyncGenerator<CsvRow | IncomingProblem> {
  const text = new CsvText()
  const table = new CsvTable(text)
  let held = ''
  for await (const piece of csvText(file)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    held += piece
    // A row that is longer than a piece would else be copied for each of them.
    if (held.length < Math.max(PIECE, text.waiting)) continue
    text.add(held, false)
    held = ''
    yield* table.rows()
  }
  text.add(held, true)
  yield* table.rows()
}

/**
 * The names in a CSV's first row, trimmed; undefined for a text that does not begin like a table.
 *
 * @param head the first characters of the file
 */
export function csvHeader(head: string): string[] | undefined {
  const text = new CsvText()
  text.add(head.replace(/^\uFEFF/, ''), true)
  const first = firstRecord(text)
  if (!first?.record.isClosed) return undefined
  const names = parseHeader(first.record, first.separator)
  return names !== undefined && names.length > 1 ? names : undefined
}

const PIECE = 256 * 1024
const BATCH = 200
const EXCEL = /^sep=(.)$/i

/** The row of names, and what stands between them: what Excel's first line names, else what the row has most of. */
function firstRecord(text: CsvText): { record: CsvRecord; separator: string } | undefined {
  const first = text.next()
  const told = first && EXCEL.exec(first.text.trim())?.[1]
  const record = told === undefined ? first : text.next()
  return record && { record, separator: told ?? separatorOf(record.text) }
}

function separatorOf(text: string): string {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '')
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: bare.split(mark).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ','
}

function parseHeader({ text }: CsvRecord, separator: string): string[] | undefined {
  const cells = cellsOf([text], separator, false)?.[0]
  const counts = new Map<string, number>()
  return cells?.map((cell) => {
    const name = cell.replace(/^\uFEFF/, '').trim()
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** The cells of some records; undefined when a quotation mark in one of them stands where none may. */
function cellsOf(records: readonly string[], separator: string, isRelaxed: boolean): string[][] | undefined {
  try {
    const rows: string[][] = parse(records.join('\n'), {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: isRelaxed,
      // Spaces beside quotation marks are no part of the cell; where tabs stand between cells, they are.
      trim: separator !== '\t',
    })
    return rows.length === records.length ? rows : undefined
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

class CsvTable {
  readonly #text: CsvText
  #separator = ','
  #names: readonly string[] | undefined
  /** How many records are taken at once: fewer after a broken one, behind which all is cut anew. */
  #batchSize = BATCH

  constructor(text: CsvText) {
    this.#text = text
  }

  /** The rows of the text that is there. */
  *rows(): Generator<CsvRow | IncomingProblem> {
    if (this.#names === undefined) {
      const first = firstRecord(this.#text)
      if (!first) return
      this.#separator = first.separator
      this.#names = parseHeader(first.record, first.separator)
      if (this.#names === undefined) {
        this.#names = []
        yield fault(first.record.line, 'The row of names has a quotation mark that stands alone.', true)
      }
    }
    for (let batch = this.#batch(); batch.length > 0; batch = this.#batch()) yield* this.#rowsOf(batch)
  }

  #batch(): CsvRecord[] {
    const batch: CsvRecord[] = []
    let size = 0
    while (batch.length < this.#batchSize && size < PIECE) {
      const record = this.#text.next()
      if (!record) break
      batch.push(record)
      size += record.text.length
      if (!record.isClosed) break
    }
    this.#batchSize = Math.min(this.#batchSize * 2, BATCH)
    return batch
  }

  *#rowsOf(batch: readonly CsvRecord[]): Generator<CsvRow | IncomingProblem> {
    const texts = batch.map(({ text }) => text)
    const cells = batch.every(({ isClosed }) => isClosed) ? cellsOf(texts, this.#separator, false) : undefined
    for (const [index, record] of batch.entries()) {
      const row = cells?.[index] ?? (record.isClosed ? cellsOf([record.text], this.#separator, false)?.[0] : undefined)
      if (row) yield* this.#row(row, record)
      else if (yield* this.#mended(record)) continue
      // What was cut after a broken record was cut in the wrong places.
      else return yield* this.#giveUp(record)
    }
  }

  *#row(cells: readonly string[], { line }: CsvRecord): Generator<CsvRow | IncomingProblem> {
    const names = this.#names ?? []
    const count = `${counted(cells.length, 'cell')} where the first row has ${counted(names.length, 'name')}`
    if (cells.slice(names.length).some((cell) => cell.trim() !== ''))
      return yield fault(
        line,
        `The row at line ${line} has ${count}: it was left out. Put quotation marks around text with “${this.#separator}”.`,
      )
    if (cells.length < names.length)
      yield fault(line, `The row at line ${line} has ${count}: the last ones were taken as empty.`)
    yield { line, fields: new Map(names.map((name, index) => [name, cells[index] ?? ''])) }
  }

  /** A row whose quotation marks are not doubled, where its cells are as many as the names all the same. */
  *#mended(record: CsvRecord): Generator<CsvRow | IncomingProblem, boolean> {
    const mended = record.isClosed ? withDoubledMarks(record.text, this.#separator) : undefined
    const cells = mended === undefined ? undefined : cellsOf([mended], this.#separator, true)?.[0]
    if (cells?.length !== this.#names?.length || cells === undefined) return false
    const { line } = record
    yield fault(line, `A quotation mark in the row at line ${line} is not doubled; it was kept as it stands.`)
    yield { line, fields: new Map((this.#names ?? []).map((name, index) => [name, cells[index] ?? ''])) }
    return true
  }

  *#giveUp(record: CsvRecord): Generator<CsvRow | IncomingProblem> {
    const { line } = record
    this.#text.giveUp(record)
    this.#batchSize = 1
    const first = record.text.split(/\r\n?|\n/, 1)[0] ?? ''
    const alone = { ...record, text: first, isClosed: true }
    if (yield* this.#mended(alone)) return
    if (!record.isClosed && this.#isTextOfACell(record)) {
      yield fault(
        line,
        `The file ends in the middle of the row at line ${line}: it was left out. Export it again.`,
        true,
      )
      while (this.#text.next()) continue
      return
    }
    const what = `A quotation mark in the row at line ${line} is not closed: it was left out, and the next line begins a new row.`
    yield fault(line, what, true)
  }

  /** Nothing behind the broken row looks like a row: it is the rest of a long cell. */
  #isTextOfACell(record: CsvRecord): boolean {
    const lines = this.#text
      .after(record)
      .slice(0, PIECE)
      .split(/\r\n?|\n/)
    return !lines.some((line) => cellsOf([line], this.#separator, true)?.[0]?.length === this.#names?.length)
  }
}

/** Doubles the quotation marks inside cells; undefined when the last cell is never closed. */
function withDoubledMarks(text: string, separator: string): string | undefined {
  let isOpen = false
  const mended = text.replace(/"(?:"(?=[^"]))?/g, (mark, at: number) => {
    const before = at === 0 ? separator : text[at - 1]
    const after = text[at + mark.length] ?? separator
    if (!isOpen) {
      isOpen = before === separator
      return mark
    }
    if (mark.length === 1 && (after === separator || at + 1 === text.length)) isOpen = false
    else return '""'
    return mark
  })
  return isOpen ? undefined : mended
}

const fault = (line: number, what: string, isFatal = false): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where: `line ${line}`,
  what,
  ...(isFatal ? { fatal: true } : {}),
})
