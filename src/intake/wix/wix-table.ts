import type { CsvRow } from '../csv.ts'
import { readDate } from '../source-date.ts'
import { formOf } from './wix-body.ts'
import { columnsOf, type WixColumns, type WixField } from './wix-columns.ts'
import { wixPicture } from './wix-media.ts'

/** Columns that belong to the machinery of Wix: nothing of a story is in them. */
const MACHINERY =
  /^(?:owner|_owner|internal id|featured|_rev|pinned|comments? (?:enabled|disabled)|time to read|minutes to read|reading time|member ?id|author ?id|cover image id|view ?count|like ?count|comment ?count|translation id|manual sort|_manualsort.*|sort order|seo.*)$/i

/** A table of Wix whose columns are settled: by their names, and where those say nothing by what the cells hold. */
export class WixTable {
  readonly #columns: WixColumns
  /** Columns with something in them that has no place in a story. */
  readonly unplaced: readonly string[]

  /** @param rows the first rows of the table */
  constructor(rows: readonly CsvRow[]) {
    const names = [...(rows[0]?.fields.keys() ?? [])]
    this.#columns = withGuesses(columnsOf(names), names, rows)
    const placed = new Set(this.#columns.values())
    const isFilled = (name: string): boolean => rows.some(({ fields }) => (fields.get(name) ?? '').trim() !== '')
    this.unplaced = names.filter((name) => name !== '' && !placed.has(name) && !MACHINERY.test(name) && isFilled(name))
  }

  cell({ fields }: CsvRow, field: WixField): string {
    const name = this.#columns.get(field)
    return name === undefined ? '' : (fields.get(name) ?? '').trim()
  }

  has(field: WixField): boolean {
    return this.#columns.has(field)
  }
}

/** Finds what no name told: the text in the longest cells, the title in the short ones before it, day and picture by their form. */
function withGuesses(known: WixColumns, names: readonly string[], rows: readonly CsvRow[]): WixColumns {
  const found = new Map(known)
  const free = (): string[] => names.filter((name) => ![...found.values()].includes(name) && !MACHINERY.test(name))
  const cells = (name: string): string[] => rows.map(({ fields }) => (fields.get(name) ?? '').trim()).filter(Boolean)
  const take = (field: WixField, fits: (filled: readonly string[]) => boolean): void => {
    const name = found.has(field) ? undefined : free().find((one) => cells(one).length > 0 && fits(cells(one)))
    if (name !== undefined) found.set(field, name)
  }
  take('rich', (filled) => filled.some((cell) => /^(?:ricos|draft)$/.test(formOf(cell))))
  take('rich', (filled) => filled.some((cell) => cell.length > 400 && formOf(cell) !== 'json'))
  take('cover', (filled) => filled.every((cell) => wixPicture(cell) !== undefined || PICTURE.test(cell)))
  take('published', (filled) =>
    filled.every((cell) => cell.length <= 40 && /\d{4}/.test(cell) && readDate(cell) !== null),
  )
  take('title', (filled) => filled.every((cell) => cell.length >= 3 && cell.length <= 250 && isWords(cell)))
  return found
}

const PICTURE = /^https?:\/\/\S+\.(?:jpe?g|png|webp|gif|avif)(?:\?\S*)?$/i

const isWords = (cell: string): boolean =>
  /\p{L}{2,}\s+\p{L}/u.test(cell) && formOf(cell) === 'plain' && !/^\w+:\/\//.test(cell)
