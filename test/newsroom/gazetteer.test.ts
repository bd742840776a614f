import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildGazetteer, quickFold } from '../../src/newsroom/gazetteer-index.ts'
import { type Gazetteer, openGazetteer } from '../../src/newsroom/gazetteer.ts'
import { foldName } from '../../src/record/name-folding.ts'

let folder: string
let gazetteer: Gazetteer | null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-gazetteer-'))
})
afterEach(async () => {
  await gazetteer?.close()
  gazetteer = null
  await rm(folder, { recursive: true, force: true })
})

/** A line as GeoNames writes it: nineteen columns with tabs between. */
const aRow = (id: number, name: string, more: { alternates?: string; population?: number } = {}) =>
  [
    id,
    name,
    name,
    more.alternates ?? '',
    18.44,
    1.4,
    'P',
    'PPL',
    'ML',
    '',
    '10',
    '',
    '',
    '',
    more.population ?? 0,
    '',
    477,
    'Africa/Bamako',
    '2020-01-01',
  ].join('\t')

async function opened(rows: readonly string[]): Promise<Gazetteer> {
  const files = { table: join(folder, 'table.txt'), index: join(folder, 'made/names.tsv') }
  await writeFile(files.table, `${rows.join('\n')}\n`)
  await buildGazetteer(files.table, files.index)
  gazetteer = await openGazetteer(files)
  if (!gazetteer) throw new Error('no gazetteer')
  return gazetteer
}

const idsOf = async (open: Gazetteer, text: string, limit = 5) =>
  (await open.search(text, limit)).map(({ geonamesId }) => geonamesId)

/** Names of many lengths, none the beginning of another. */
const name = (index: number) => `place ${index.toString(36)} é${'x'.repeat(index % 40)}`

describe('the gazetteer', () => {
  it('knows a place by each of its names, in any script and spelling', async () => {
    const open = await opened([
      aRow(1, 'Kidal', { alternates: 'كيدال,Кидаль,Kidál' }),
      aRow(2, 'Tinzawaten', { alternates: 'Tin Zaouatine,Ti-n-Zaouâtene' }),
    ])
    for (const text of ['kidal', 'KIDAL', 'Kídal', 'كيدال', 'кидаль']) expect(await idsOf(open, text)).toEqual(['1'])
    for (const text of ['tin-zaouatine', "ti'n zaouatene", 'Tinzaw']) expect(await idsOf(open, text)).toEqual(['2'])
    for (const text of ['', '-', 'Nowhere', 'kidala', 'zzz']) expect(await idsOf(open, text)).toEqual([])
  })

  it('says what GeoNames says of a place', async () => {
    const open = await opened([aRow(7, 'Kidal', { alternates: 'Kidál', population: 11_643 })])
    expect(await open.search('kidal', 1)).toEqual([
      {
        geonamesId: '7',
        names: ['Kidal', 'Kidál'],
        country: 'ML',
        adm1Code: '10',
        point: { lat: 18.44, lon: 1.4 },
        population: 11_643,
      },
    ])
  })

  it('gives the very name first, then the larger place', async () => {
    const open = await opened([
      aRow(1, 'Gaoua', { population: 50_000 }),
      aRow(2, 'Gao', { population: 80 }),
      aRow(3, 'Gao', { population: 87_000 }),
      aRow(4, 'Gaobo', { population: 100 }),
    ])
    expect(await idsOf(open, 'gao')).toEqual(['3', '2', '1', '4'])
    expect(await idsOf(open, 'gao', 2)).toEqual(['3', '2'])
  })

  it('finds every place of a table that is much longer than one look', async () => {
    const open = await opened(Array.from({ length: 5_000 }, (_, index) => aRow(index, name(index))))
    for (let index = 0; index < 5_000; index += 7) expect(await idsOf(open, name(index), 1)).toEqual([String(index)])
  })

  it('is absent where it was not prepared', async () => {
    expect(await openGazetteer({ table: join(folder, 'no'), index: join(folder, 'none') })).toBeNull()
  })

  it('folds names as the record does', () => {
    const law = fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(quickFold(text)).toBe(foldName(text))
    })
    fc.assert(law)
  })
})
