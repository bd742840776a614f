import type { Instant } from '../../time.ts'
import type { TableName } from './tables.ts'
import { TABLE_NAMES } from './tables.ts'
import { ABOUT_TABLES } from './about-tables.ts'

/** What a release's texts speak of. */
export interface ReleaseTold {
  readonly version: string
  readonly previous: string | null
  readonly paper: string
  readonly siteUrl: string
  readonly releasedAt: Instant
  readonly asOf: Instant
  readonly rows: Readonly<Record<TableName, number>>
}

/** How to cite a release; whoever took a part of it adds the filter. */
const citationOf = ({ paper, version, siteUrl, releasedAt }: ReleaseTold): string =>
  `${paper} (${releasedAt.slice(0, 4)}): The record, release ${version}. ${siteUrl}/data/releases/${version}/manifest.json ` +
  '(accessed [day]; filter: [none, or which rows you used])'

export const releaseReadme = (told: ReleaseTold): string => `# The record of ${told.paper}, release ${told.version}

Events, actors, places and claims behind the stories, as they stood at ${told.asOf}. Released at ${told.releasedAt}.
This release never changes; what is known since is in the next one, or at ${told.siteUrl}/data

## Cite it

${citationOf(told)}

## What is in it

| file | rows | holds |
| --- | ---: | --- |
${TABLE_NAMES.map((table) => `| ${table}.csv | ${told.rows[table]} | ${ABOUT_TABLES[table]} |`).join('\n')}
| cells.hxl.csv | ${told.rows.cells} | cells.csv with a second header row of HXL tags. |
| events.geojson | | Events with their figures, for maps (RFC 7946). A point only where one is known. |
| events.jsonld | | Events, claims and assessments as linked data (schema.org, PROV). |
| deleted.csv | | Entries that are gone: merged, withdrawn or erased, with the reason. |
| changelog.json, CHANGELOG.md | | What changed since ${told.previous === null ? 'the beginning: this is the first release' : `release ${told.previous}`}. |
| codebook.md, codebook.json | | What every column and every word means. |
| LICENSE.txt | | What you may do with it. |
| manifest.json | | Every file with its length, its rows and its SHA-256. |

## Read it rightly

Figures stand as they were stated. \`low\` and \`high\` are the lowest and the highest number that anybody states; they
are not an estimate, and adding them up over rows counts people twice. \`best\` is empty unless the newsroom has published
an assessment of its own. Read \`latitude\` and \`longitude\` with \`where_prec\`, and \`date_start\` with \`date_prec\`.
`

export const releaseLicence = ({ paper, version }: ReleaseTold): string => `The record of ${paper}, release ${version}

The data in this release (events, actors, places, claims as we record them, figures worked out from
them, codebook and notes) are licensed under the Creative Commons Attribution 4.0 International licence:

    https://creativecommons.org/licenses/by/4.0/legalcode

You may share and adapt them, also commercially, if you give credit, link to the licence, and say what
you changed. How to cite is in README.md.

Not ours, and not licensed by us: texts of others. The words of claimants (columns "verbatim" and
"unquantified"), the titles of publications, and whatever stands behind the addresses of documents and
archived copies belong to those who wrote them. They are quoted here as briefly as showing who says what
allows.

Neither ${paper} nor anybody named in the data endorses what is made of it. No warranty is given.
`

/** One line of the history, in words. */
export interface ToldChange {
  readonly kind: string
  readonly id: string
  readonly words: string
  readonly reason: string | null
}

const HEADINGS = {
  revised: 'Revised',
  retracted: 'Retracted by those who had said it',
  denied: 'Denied',
  withdrawn: 'No longer counted',
  restored: 'Counted again',
  merged: 'Merged',
  erased: 'Erased',
} as const

/**
 * What changed since the release before. What was added is told by its number: it stands in the tables.
 *
 * @param added how many entries are new
 */
export function releaseChangelog(
  { version, previous }: ReleaseTold,
  { added, others }: { added: number; others: readonly ToldChange[] },
): string {
  const byKind = Map.groupBy(others, ({ kind }) => kind)
  const sections = Object.entries(HEADINGS).flatMap(([kind, heading]) => {
    const lines = byKind.get(kind) ?? []
    return lines.length === 0 ? [] : [`## ${heading}\n\n${lines.map(lineOf).join('\n')}`]
  })
  const since = previous === null ? 'This is the first release.' : `Since release ${previous}:`
  return `${[`# Changes in release ${version}`, `${since} ${added} entries added.`, ...sections].join('\n\n')}\n`
}

const lineOf = ({ id, words, reason }: ToldChange): string =>
  `- ${words}${reason === null ? '' : ` Why: ${reason}`} (${id})`.replaceAll(/\s+/g, ' ')
