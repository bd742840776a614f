import { describe, expect, it } from 'vitest'
import { readDataRequest } from '../../src/press/open-data/data-request.ts'

const read = (target: string) => {
  const { pathname, searchParams } = new URL(target, 'https://sahel.example')
  return readDataRequest(pathname, searchParams)
}

const faultsIn = (target: string): string => {
  const request = read(target)
  return request && 'faults' in request ? request.faults.join(' ') : ''
}

describe('a question for data', () => {
  it('is read with all that narrows it down', () => {
    expect(
      read('/data/cells.csv?from=2024-07-01&country=ml&disputed=yes&as_of=2024-07-28T18:00Z&limit=10'),
    ).toMatchObject({
      table: 'cells',
      format: 'csv',
      filter: { from: '2024-07-01', to: null, country: 'ML', disputed: true },
      asOf: '2024-07-28T18:00:00.000Z',
      limit: 10,
    })
    expect(read('/data/events?format=geojson')).toMatchObject({ table: 'events', format: 'geojson' })
    expect(read('/data/events')).toMatchObject({ format: 'json' })
  })

  it('is none of ours where there is no such table', () => {
    for (const target of ['/data', '/data/nothing.csv', '/data/cells.xlsx', '/data/edition.db', '/cells.csv']) {
      expect(read(target)).toBeUndefined()
    }
  })

  it.each([
    ['/data/cells.csv?contry=ML', /knows no parameter “contry”/],
    ['/data/cells.csv?from=July', /from=July cannot be read/],
    ['/data/cells.csv?from=2024-08-01&to=2024-07-01', /to lies before from/],
    ['/data/cells.csv?limit=0', /limit=0 cannot be read/],
    ['/data/cells.csv?country=Mali', /ISO 3166-1/],
    ['/data/cells.csv?as_of=yesterday', /as_of=yesterday/],
    ['/data/cells.csv?type=ambush&type=raid', /more than once/],
    ['/data/cells.json?hxl=yes', /hxl=yes is for CSV/],
    ['/data/actors.csv?from=2024-07-01', /actors knows no parameter “from”/],
    ['/data/cells.csv?after=plc_1', /no cursor of this question/],
    ['/data/cells.json?after=50&limit=5', /no cursor/],
    ['/data/changes.csv?after=evt_1', /no cursor/],
    ['/data/cells.geojson', /does not come as geojson/],
    ['/data/cells?format=xlsx', /does not come as xlsx/],
  ])('is refused in a sentence where it cannot be read: %s', (target, fault) => {
    expect(faultsIn(target)).toMatch(fault)
    expect(faultsIn(target)).toMatch(/\.$/)
  })

  it('has each of its faults told', () => {
    expect(faultsIn('/data/cells.csv?from=July&limit=0&colour=red').match(/cannot be read|knows no/g)).toHaveLength(3)
  })
})
