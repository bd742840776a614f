import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../src/site/open-data/csv.ts'

/** Reads one line back by the letter of RFC 4180. */
function readLine(line: string): string[] {
  const cells: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/gy
  for (let found = cell.exec(line); found; found = cell.exec(line)) {
    cells.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] === '\n') break
  }
  return cells
}

describe('a line of CSV', () => {
  it('can be read back, whatever stands in it', () => {
    const words = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (values) => {
        expect(readLine(csvLine(values))).toEqual(values)
      }),
    )
  })

  it.each(['=HYPERLINK("http://example.org")', '+1', '-1', '@SUM(A1)', '\tcmd', '\r=1'])(
    'is never run as a formula: %j',
    (text) => {
      expect(readLine(csvLine([text]))[0]).toBe(`'${text}`)
    },
  )

  it('keeps a latitude south of the equator a number', () => {
    expect(csvLine([-1.68, null, true, 'Goma'])).toBe('-1.68,,1,Goma\n')
  })
})
