import type { TableName } from './tables.ts'

/** What each table holds, in a sentence or two. */
export const ABOUT_TABLES: Readonly<Record<TableName, string>> = {
  cells: 'One row for each figure: an event, a group of people, what happened to them. Open this one first.',
  events: 'One row for each event. As GeoJSON and JSON-LD with its figures.',
  claims: 'One row for each claim, those revised, retracted and withdrawn included.',
  appearances: 'Where each claim was published, and what from.',
  documents: 'The publications that claims stand in.',
  actors: 'Armed forces, groups, bodies and people that act or speak.',
  places: 'The places of the record.',
  victim_groups: 'The groups of people that figures speak of.',
  assessments: 'What the newsroom itself holds of a claim or a figure.',
  changes: 'Everything that was recorded, revised, retracted, withdrawn, merged or erased, in order.',
}
