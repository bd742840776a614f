import type { FC } from 'hono/jsx'
import type { CellSummary } from '../../record/cell-summary.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { Ledger, LedgerCell, LedgerProposition } from '../../record/ledger.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Instant } from '../../time.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import type { PageContext } from '../props.ts'
import { cellFigure, cellSentences } from './cell-sentence.ts'
import { LedgerFoot } from './ledger-foot.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { rowsOf } from './ledger-rows.ts'
import { Sums } from './ledger-sums.tsx'
import { RangePlot } from './range-plot.tsx'
import { actorNameOf, cellTitle, elided, eventTitleOf, placeNameOf, type Told } from './record-names.ts'
import { entryPath } from './record-paths.ts'
import { standingAssessments } from './verdict-words.ts'

export interface LedgerProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly ledger: Ledger
  readonly headingLevel: 2 | 3
  readonly asOf: Instant
  /** Claims that have their row, and so their id, higher up on the same page. */
  readonly takenIds?: readonly string[]
  /** A story shows some of the figures and leads to the dossier for the others; the dossier shows them all. */
  readonly cells?: readonly LedgerCell[]
  /** On the event's own page the box need not lead to it. */
  readonly isOwnPage?: boolean
}

/** Who says what of one event: each figure with its claimants, the way each came to us, and what is not known. */
export const LedgerBox: FC<LedgerProps> = ({
  context,
  set,
  ledger,
  headingLevel,
  asOf,
  takenIds = [],
  cells = ledger.cells,
  isOwnPage = false,
}) => {
  const told: Told = { set, language: context.language }
  const rows = rowsOf(set, { ...ledger, cells }, takenIds)
  // A page may show one event twice.
  const id = `who:${ledger.eventId}${takenIds.length === 0 ? '' : `:${takenIds.length}`}`
  const Title = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section class="ledger" aria-labelledby={id}>
      <Title id={id}>{message(context.language, 'ledger.title')}</Title>
      <EventLine context={context} told={told} ledger={ledger} asOf={asOf} isOwnPage={isOwnPage} />
      {ledger.cells.length + ledger.propositions.length === 0 && <p>{message(context.language, 'ledger.empty')}</p>}
      {rows.cells.map(({ cell, ...group }) => (
        <LedgerPart
          context={context}
          told={told}
          level={headingLevel}
          title={cellTitle(told, cell.summary.cell)}
          state={cellFigure(told, cell.summary)}
          isNumber={hasNumber(cell.summary)}
          sentence={cellSentences(told, cell, isOwnPage)}
          plot={<RangePlot told={told} rows={group.shown} />}
          group={group}
        />
      ))}
      {rows.propositions.map(({ proposition, ...group }) => (
        <LedgerPart
          context={context}
          told={told}
          level={headingLevel}
          title={propositionTitle(told, proposition)}
          state={propositionState(told, proposition)}
          isNumber={false}
          sentence={{ first: '', further: '' }}
          plot={<></>}
          group={group}
        />
      ))}
      <Sums told={told} ledger={ledger} rows={rows} />
      <LedgerFoot
        context={context}
        told={told}
        ledger={ledger}
        rows={rows}
        hidden={ledger.cells.length - cells.length}
        isOwnPage={isOwnPage}
      />
    </section>
  )
}

const hasNumber = ({ low, high }: CellSummary): boolean => low !== null || high !== null

interface LineProps {
  readonly context: PageContext
  readonly told: Told
  readonly ledger: Ledger
  readonly asOf: Instant
  readonly isOwnPage: boolean
}

/** Which event, when, and the day up to which the record is shown. */
const EventLine: FC<LineProps> = ({ context, told, ledger, asOf, isOwnPage }) => {
  const { language, newspaper } = context
  const event = told.set.events.get(ledger.eventId)
  const date = dayWords(asOf, { language, zone: newspaper.zone })
  const isVerified = standingAssessments(told.set).some(({ content }) => content.verdict !== 'unverified')
  return (
    <p class="when">
      {event && !isOwnPage && (
        <>
          <a href={entryPath(context, 'event', event.content.slug)}>{eventTitleOf(told, event.id)}</a>
          {`${comma(language)}${edtfWords(event.content.when.edtf, language)} · `}
        </>
      )}
      <time datetime={asOf}>{message(language, 'ledger.asOf', { date })}</time>
      {ledger.cells.length > 0 && !isVerified && ` · ${message(language, 'ledger.unverified')}`}
    </p>
  )
}

/** "Whether Wagner took part". */
export function propositionTitle(told: Told, { proposition }: LedgerProposition): string {
  const { language } = told
  if (proposition.kind === 'occurred') return message(language, 'ledger.isOccurred')
  const actor = actorNameOf(told, proposition.actorId)
  if (proposition.kind === 'control') {
    const place = placeNameOf(told, proposition.placeId) ?? ''
    return elided(language, message(language, 'ledger.isControl', { place, actor }))
  }
  const isPart = proposition.kind === 'participated'
  const title = message(language, isPart ? 'ledger.isParticipated' : 'ledger.isResponsible', { actor })
  return elided(language, isPart && proposition.as !== null ? `${title} ${proposition.as}` : title)
}

/** "Disputed", "admitted": how it stands. */
export function propositionState({ set, language }: Told, { disputed, claims }: LedgerProposition): string {
  const acts = claims.map(({ claimId }) => set.claims.get(claimId)?.content.act)
  if (acts.every((act) => act === 'deny')) return message(language, 'ledger.stateDenied')
  if (disputed) return message(language, 'ledger.stateDisputed')
  return message(language, acts.includes('admit') ? 'ledger.stateAdmitted' : 'ledger.stateSaid')
}
