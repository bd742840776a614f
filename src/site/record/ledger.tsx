import type { FC } from 'hono/jsx'
import type { CellSummary } from '../../record/cell-summary.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { Ledger, LedgerProposition } from '../../record/ledger.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Instant } from '../../time.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { cellFigure, cellSentence } from './cell-sentence.ts'
import { LedgerRow } from './ledger-row.tsx'
import { type LedgerRow as Row, type LedgerRows, type RowGroup, rowsOf } from './ledger-rows.ts'
import { RangePlot } from './range-plot.tsx'
import { actorNameOf, cellTitle, elided, eventTitleOf, placeNameOf, type Told } from './record-names.ts'
import { entryPath, howWeCountPath } from './record-paths.ts'
import { MarkLegend } from './stance-mark.tsx'
import { standingAssessments } from './verdict-words.ts'

export interface LedgerProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly ledger: Ledger
  readonly headingLevel: 2 | 3
  readonly asOf: Instant
  /** Claims that have their row, and so their id, higher up on the same page. */
  readonly takenIds?: readonly string[]
  /** A story shows the first figures and leads to the dossier for the others; the dossier shows them all. */
  readonly mostCells?: number
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
  mostCells,
  isOwnPage = false,
}) => {
  const told: Told = { set, language: context.language }
  const all = rowsOf(set, ledger, takenIds)
  const rows = { ...all, cells: all.cells.slice(0, mostCells ?? Infinity) }
  // A page may show one event twice.
  const id = `who:${ledger.eventId}${takenIds.length === 0 ? '' : `:${takenIds.length}`}`
  const Title = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section class="ledger" aria-labelledby={id}>
      <Title id={id}>{message(context.language, 'ledger.title')}</Title>
      <EventLine context={context} told={told} ledger={ledger} asOf={asOf} isOwnPage={isOwnPage} />
      {all.cells.length + all.propositions.length === 0 && <p>{message(context.language, 'ledger.empty')}</p>}
      {rows.cells.map(({ cell, ...group }) => (
        <Part
          context={context}
          told={told}
          level={headingLevel}
          title={cellTitle(told, cell.summary.cell)}
          state={cellFigure(told, cell.summary)}
          isNumber={hasNumber(cell.summary)}
          sentence={cellSentence(told, cell)}
          plot={<RangePlot told={told} rows={group.shown} />}
          group={group}
        />
      ))}
      {rows.propositions.map(({ proposition, ...group }) => (
        <Part
          context={context}
          told={told}
          level={headingLevel}
          title={propositionTitle(told, proposition)}
          state={propositionState(told, proposition)}
          isNumber={false}
          sentence=""
          plot={<></>}
          group={group}
        />
      ))}
      <Foot
        context={context}
        told={told}
        ledger={ledger}
        rows={rows}
        hidden={all.cells.length - rows.cells.length}
        isOwnPage={isOwnPage}
      />
    </section>
  )
}

const hasNumber = ({ low, high }: CellSummary): boolean => low !== null || high !== null

interface BoxPart {
  readonly context: PageContext
  readonly told: Told
  readonly ledger: Ledger
}

/** Which event, when, and the day up to which the record is shown. */
const EventLine: FC<BoxPart & { asOf: Instant; isOwnPage: boolean }> = ({ context, told, ledger, asOf, isOwnPage }) => {
  const { language, newspaper } = context
  const event = told.set.events.get(ledger.eventId)
  const date = dayWords(asOf, { language, zone: newspaper.zone })
  const isVerified = standingAssessments(told.set).some(({ content }) => content.verdict !== 'unverified')
  return (
    <p class="when">
      {event && !isOwnPage && (
        <>
          <a href={entryPath(context, 'event', event.content.slug)}>{eventTitleOf(told, event.id)}</a>
          {`, ${edtfWords(event.content.when.edtf, language)} · `}
        </>
      )}
      <time datetime={asOf}>{message(language, 'ledger.asOf', { date })}</time>
      {ledger.cells.length > 0 && !isVerified && ` · ${message(language, 'ledger.unverified')}`}
    </p>
  )
}

interface PartProps {
  readonly context: PageContext
  readonly told: Told
  readonly level: 2 | 3
  readonly title: string
  readonly state: string
  readonly isNumber: boolean
  readonly sentence: string
  readonly plot: ReturnType<FC>
  readonly group: RowGroup
}

/** One figure, or one thing that is so or not so. */
const Part: FC<PartProps> = ({ context, told, level, title, state, isNumber, sentence, plot, group }) => {
  const Heading = level === 2 ? 'h3' : 'h4'
  return (
    <div class="cell">
      <Heading>
        {title}
        <i>: </i>
        <b class={isNumber ? undefined : 'word'}>{state}</b>
      </Heading>
      {sentence && <p class="sum">{sentence}</p>}
      {plot}
      <Rows context={context} told={told} rows={group.shown} />
      {group.history.length > 0 && (
        <details>
          <summary>{message(context.language, 'ledger.history', { count: group.history.length })}</summary>
          <Rows context={context} told={told} rows={group.history} />
        </details>
      )}
    </div>
  )
}

const Rows: FC<{ context: PageContext; told: Told; rows: readonly Row[] }> = ({ context, told, rows }) =>
  rows.length === 0 ? (
    <></>
  ) : (
    <ul class="cl">
      {rows.map((row) => (
        <LedgerRow context={context} told={told} row={row} />
      ))}
    </ul>
  )

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

interface FootProps extends BoxPart {
  readonly rows: LedgerRows
  /** Figures that are left to the dossier. */
  readonly hidden: number
  readonly isOwnPage: boolean
}

/** What the marks mean, how figures are counted, and where to go on. */
const Foot: FC<FootProps> = ({ context, told, ledger, rows, hidden, isOwnPage }) => {
  const { language } = context
  const event = told.set.events.get(ledger.eventId)
  const shown = [...rows.cells, ...rows.propositions].flatMap((group) => group.shown)
  const eventPath = event && entryPath(context, 'event', event.content.slug)
  return (
    <div class="foot">
      {hidden > 0 && eventPath && (
        <p>
          <a href={eventPath}>{message(language, 'ledger.more', { count: hidden })}</a>
        </p>
      )}
      {shown.length > 0 && (
        <MarkLegend
          language={language}
          shapes={shown.map(({ shape }) => shape)}
          hasParts={shown.some(({ partId }) => partId !== null)}
        />
      )}
      <p>
        {message(language, 'ledger.never')} <a href={howWeCountPath(context)}>{message(language, 'ledger.how')}</a>
        {' · '}
        <a href={`/data/cells.csv?event=${ledger.eventId}`}>{message(language, 'ledger.download')}</a>
        {eventPath && (
          <>
            {' · '}
            <a href={isOwnPage ? '#changes' : `${eventPath}#changes`}>{message(language, 'ledger.changed')}</a>
          </>
        )}
      </p>
    </div>
  )
}
