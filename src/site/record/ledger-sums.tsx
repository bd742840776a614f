import type { FC } from 'hono/jsx'
import type { StatementSum } from '../../record/cell-summary.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { Ledger } from '../../record/ledger.ts'
import { message } from '../messages/message.ts'
import { namesInWords } from '../name-list.ts'
import { figureOf } from './claim-words.ts'
import { figureWords } from './figure-range.ts'
import type { LedgerRows } from './ledger-rows.ts'
import { claimantOf, elided, eventTitleOf, groupNameOf, isSeveral, type Told } from './record-names.ts'

interface SumsProps {
  readonly told: Told
  readonly ledger: Ledger
  readonly rows: LedgerRows
}

/**
 * What one statement gives for several groups or parts, added up by us and marked so: only where its rows stand above,
 * and where the claimant stands alike towards all of them. Nobody adds his own dead to his enemy's.
 */
export const Sums: FC<SumsProps> = ({ told, ledger, rows }) => {
  const shown = new Map(rows.cells.flatMap((cell) => cell.shown.map(({ claim, shape }) => [claim.id, shape])))
  const sums = ledger.sums.filter(({ claimIds: [first, ...others] }) => {
    const shape = first && shown.get(first)
    return shape !== undefined && others.every((id) => shown.get(id) === shape)
  })
  return (
    <>
      {sums.map((sum) => (
        <p class="derived">{sumWords(told, sum)}</p>
      ))}
    </>
  )
}

/** "In one statement JNIM gives 50 (Wagner fighters) and 10 (Malian soldiers): 60 together." */
function sumWords(told: Told, sum: StatementSum): string {
  const { language } = told
  const claims = sum.claimIds.flatMap((id) => told.set.claims.get(id) ?? [])
  const [first] = claims
  if (!first) return ''
  const { claimantId } = first.content
  const values = {
    claimant: claimantOf(told, first.id),
    figures: namesInWords(
      claims.map((claim) => `${figureOf(told, claim.content)} (${apartBy(told, claims, claim)})`),
      language,
    ),
    total: figureWords(sum, language) ?? '',
  }
  return elided(language, message(language, isSeveral(told, claimantId) ? 'ledger.manySum' : 'ledger.sum', values))
}

/** What tells its figure from the others: the group, or where that is the same the part of the event. */
function apartBy(told: Told, claims: readonly EntryOf<'claim'>[], { content: { about } }: EntryOf<'claim'>): string {
  if (about.kind !== 'measure') return ''
  const isOneGroup = claims.every(
    ({ content }) => content.about.kind === 'measure' && content.about.groupId === about.groupId,
  )
  return isOneGroup ? eventTitleOf(told, about.eventId) : groupNameOf(told, about.groupId)
}
