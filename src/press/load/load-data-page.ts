import { countRows } from '../../edition/data-counts.ts'
import { RECORD } from '../../edition/tags.ts'
import { dataPage } from '../../site/record/data-page.tsx'
import { formatsOf, TABLE_NAMES } from '../../site/open-data/tables.ts'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { contextFor, type PublicSite } from './page-source.ts'

const FORMAT_NAMES = { csv: 'CSV', json: 'JSON', geojson: 'GeoJSON', jsonld: 'JSON-LD' } as const

/** Where the record can be had as files. */
export async function loadDataPage(
  site: PublicSite,
  address: Extract<Address, { kind: 'data' }>,
): Promise<FinishedPage> {
  const { language } = address
  const rows = await countRows(site.edition)
  const page = dataPage({
    context: contextFor(site, language, (other) => pathTo({ ...address, language: other }, site.newspaper)),
    tables: TABLE_NAMES.map((table) => ({
      table,
      rows: rows[table],
      files: [
        ...formatsOf(table).map((format) => ({ format: FORMAT_NAMES[format], href: `/data/${table}.${format}` })),
        ...(table === 'cells' ? [{ format: 'HXL', href: '/data/cells.csv?hxl=yes' }] : []),
      ],
    })),
    releases: (await site.releases?.()) ?? [],
    edition: { href: '/data/edition.db', bytes: null },
  })
  return finished(page, { language, shows: [RECORD] })
}
