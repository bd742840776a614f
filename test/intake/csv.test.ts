import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvRow, csvHeader, readCsv } from '../../src/intake/csv.ts'
import type { IncomingProblem } from '../../src/intake/incoming.ts'
import { aFile } from './given-file.ts'

async function read(content: string | Uint8Array): Promise<(CsvRow | IncomingProblem)[]> {
  const found: (CsvRow | IncomingProblem)[] = []
  for await (const item of readCsv(aFile(content))) found.push(item)
  return found
}

const rowsOf = (found: readonly (CsvRow | IncomingProblem)[]): Record<string, string>[] =>
  found.flatMap((item) => ('fields' in item ? [Object.fromEntries(item.fields)] : []))

const saidOf = (found: readonly (CsvRow | IncomingProblem)[]): string[] =>
  found.flatMap((item) => ('fields' in item ? [] : [`${item.where}: ${item.what}`]))

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('a table in a CSV', () => {
  it('gives each row by the names of the first, with the line it begins on', async () => {
    const found = await read('\uFEFF id ,title\r\n1,"Two\r\nlines"\r\n\r\n2,"She said ""no"""\r\n')
    expect(rowsOf(found)).toEqual([
      { id: '1', title: 'Two\r\nlines' },
      { id: '2', title: 'She said "no"' },
    ])
    expect(found.map((item) => ('line' in item ? item.line : null))).toEqual([2, 5])
  })

  it('may have semicolons or tabs, and Excel’s line before the names', async () => {
    expect(rowsOf(await read('a;b\n1,5;2\n'))).toEqual([{ a: '1,5', b: '2' }])
    expect(rowsOf(await read('a\tb\n1\t2'))).toEqual([{ a: '1', b: '2' }])
    expect(rowsOf(await read('sep=;\na;b\n1;2'))).toEqual([{ a: '1', b: '2' }])
  })

  it('comes out as it went in, whatever its cells hold', async () => {
    const table = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const written = rows.map(([a, b]) => `${cell(a)},${cell(b)}`)
        const found = await read(['a,b', ...written].join('\n'))
        expect(rowsOf(found)).toEqual(rows.map(([a, b]) => ({ a, b })))
      }),
      { numRuns: 60 },
    )
  })

  it('written by an old Excel is read in its encoding, and this is said', async () => {
    const found = await read(Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x63, 0x61, 0x66, 0xe9, 0x0a))
    expect(rowsOf(found)).toEqual([{ a: '1', b: 'café' }])
    expect(saidOf(found)[0]).toContain('Windows-1252')
  })

  it('may have spaces beside its quotation marks', async () => {
    expect(await read('a,b,c\n1, "two, three" ,"" \n')).toEqual([
      { line: 2, fields: new Map(Object.entries({ a: '1', b: 'two, three', c: '' })) },
    ])
    expect(rowsOf(await read('a\tb\tc\n1\t\t3\n'))).toEqual([{ a: '1', b: '', c: '3' }])
  })

  it('keeps two columns of one name apart', async () => {
    expect(rowsOf(await read('a,a\n1,2'))).toEqual([{ a: '1', 'a (2)': '2' }])
  })

  it('of many rows in long cells is read to its end', async () => {
    const text = 'A line of text.\n'.repeat(400)
    const rows = Array.from({ length: 400 }, (_, index) => `${index},${cell(text)}`)
    const found = await read(`id,text\n${rows.join('\n')}`)
    expect(rowsOf(found)).toHaveLength(400)
    expect(found.at(-1)).toMatchObject({ line: 2 + 399 * 401 })
  })
})

describe('a row that is broken', () => {
  it('with an open quotation mark is reported, and the rows after it are read', async () => {
    const found = await read('id,title,text\n1,a,b\n2,"open,c\n3,d,e\n4,"two\nlines",f\n5,g,h\n')
    expect(rowsOf(found).map(({ id }) => id)).toEqual(['1', '3', '4', '5'])
    expect(saidOf(found)).toEqual([expect.stringMatching(/^line 3: .*not closed/)])
  })

  it('with quotation marks that are not doubled is read as it stands, and this is said', async () => {
    const found = await read('id,title\n1,"He said "no" to\nus"\n2,5" deep\n3,c\n')
    expect(rowsOf(found)).toEqual([
      { id: '1', title: 'He said "no" to\nus' },
      { id: '2', title: '5" deep' },
      { id: '3', title: 'c' },
    ])
    expect(saidOf(found)).toHaveLength(2)
  })

  it('with more cells than there are names is left out, with its line', async () => {
    const found = await read('id,title\n1,one, two\n2,b,\n')
    expect(rowsOf(found)).toEqual([{ id: '2', title: 'b' }])
    expect(saidOf(found)).toEqual([expect.stringMatching(/^line 2: .*3 cells .* 2 names/)])
  })

  it('with fewer cells is read, and this is said', async () => {
    const found = await read('id,title,text\n1,one\n')
    expect(rowsOf(found)).toEqual([{ id: '1', title: 'one', text: '' }])
    expect(saidOf(found)).toHaveLength(1)
  })

  it('at the end of a file that is cut off is no row', async () => {
    const found = await read('id,title,text\n1,a,"whole"\n2,b,"one\n\nand another, which')
    expect(rowsOf(found)).toHaveLength(1)
    expect(found.at(-1)).toMatchObject({ kind: 'problem', where: 'line 3', fatal: true })
  })

  it('does not make the rest take longer, however many there are', async () => {
    const found = await read(`id,title\n${'1,"a\n'.repeat(3_000)}2,b\n`)
    expect(rowsOf(found).at(-1)).toEqual({ id: '2', title: 'b' })
  })
})

describe('the names of a CSV', () => {
  it('are known from its first characters', () => {
    expect(csvHeader('\uFEFF"Title", Date\nA,"unfinished')).toEqual(['Title', 'Date'])
    expect(csvHeader('A letter to the editor.\nIt was read.')).toBeUndefined()
    expect(csvHeader('')).toBeUndefined()
  })
})
