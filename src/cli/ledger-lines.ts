import { pathOf } from '../record/claim-path.ts'
import type { EntryOf } from '../record/entry.ts'
import type { Ledger, PathStep } from '../record/ledger.ts'
import { message } from '../site/messages/message.ts'
import { cellFigure, cellSentence } from '../site/record/cell-sentence.ts'
import { claimLine } from '../site/record/claim-words.ts'
import { type Manner, notesOf, saidWords } from '../site/record/ledger-row.tsx'
import { type LedgerRow, type RowGroup, rowsOf } from '../site/record/ledger-rows.ts'
import { propositionState, propositionTitle } from '../site/record/ledger.tsx'
import { cellTitle, eventTitleOf, sourceNameOf, type Told } from '../site/record/record-names.ts'
import { faint, strong } from './terminal.ts'

/** How a ledger is written down for staff: whose words, which zone, and which claims are drafts yet. */
export interface LedgerManner extends Manner {
  readonly told: Told
  readonly draftIds: ReadonlySet<string>
}

/**
 * Who says what of one event, as its page says it: each figure with its range, how many origins stand behind it and what
 * does not fit; below it each claim with its claimant, act and figure, then the way it came, when it was said, its id.
 */
export function ledgerLines(manner: LedgerManner, ledger: Ledger): string[] {
  const { told } = manner
  const { cells, propositions } = rowsOf(told.set, ledger)
  const lines = [
    ...cells.flatMap(({ cell, ...group }) => [
      '',
      strong(`${cellTitle(told, cell.summary.cell)}: ${cellFigure(told, cell.summary)}`),
      ...indented(cellSentence(told, cell)),
      ...groupLines(manner, group),
    ]),
    ...propositions.flatMap(({ proposition, ...group }) => [
      '',
      strong(`${propositionTitle(told, proposition)}: ${propositionState(told, proposition)}`),
      ...groupLines(manner, group),
    ]),
  ]
  return lines.length > 0 ? lines : ['', message(told.language, 'ledger.empty')]
}

const indented = (text: string): string[] => (text === '' ? [] : [`  ${text}`])

function groupLines(manner: LedgerManner, { shown, history }: RowGroup): string[] {
  return [
    ...shown.flatMap((row) => rowLines(manner, row)),
    ...(history.length > 0 ? ['  Not counted now:'] : []),
    ...history.flatMap((row) => rowLines(manner, row)),
  ]
}

function rowLines(manner: LedgerManner, row: LedgerRow): string[] {
  const { told, draftIds } = manner
  const { claim, partId } = row
  const part = partId === null ? '' : ` (${message(told.language, 'ledger.partOnly')} ${eventTitleOf(told, partId)})`
  const notes = notesOf(manner, told, row)
  const details = [
    wayWords(told, claim),
    saidWords(manner, claim.content),
    ...notes,
    ...(claim.content.hedge === null ? [] : [`“${claim.content.hedge}”`]),
    ...(draftIds.has(claim.id) ? ['draft'] : []),
    claim.id,
  ]
  return [`  - ${claimLine(told, claim)}${part}`, faint(`    ${details.join(' · ')}`)]
}

/** The shortest way on which a claim came: "JNIM → SITE Intelligence Group → AFP, “Statement on the ambush”". */
const wayWords = (told: Told, claim: EntryOf<'claim'>): string =>
  waysInWords(told, claim)[0] ?? 'in no document on record'

/** Every way on which a claim came, the shortest first. */
export const waysInWords = (told: Told, { id }: EntryOf<'claim'>): string[] =>
  pathOf(told.set, id).ways.map((way) => {
    const steps = way.filter((step, index) => !isPublisherOf(told, step, way[index + 1]))
    return steps.map((step) => stepWords(told, step)).join(' → ')
  })

/** Who publishes a thing itself is named once, with its document. */
const isPublisherOf = ({ set }: Told, step: PathStep, next: PathStep | undefined): boolean =>
  next?.kind === 'document' &&
  'sourceId' in step &&
  set.documents.get(next.documentId)?.content.publisherId === step.sourceId

function stepWords(told: Told, step: PathStep): string {
  switch (step.kind) {
    case 'claimant':
    case 'relay':
      return sourceNameOf(told, step.sourceId)
    case 'document': {
      const document = told.set.documents.get(step.documentId)
      if (!document) return step.documentId
      return `${sourceNameOf(told, document.content.publisherId)}, “${document.content.title}”`
    }
    case 'unknown':
      return message(told.language, 'ledger.notSaidWhence')
  }
}
