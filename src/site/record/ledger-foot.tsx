import type { FC } from 'hono/jsx'
import type { Ledger } from '../../record/ledger.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import type { LedgerRows } from './ledger-rows.ts'
import type { Told } from './record-names.ts'
import { entryPath, howWeCountPath } from './record-paths.ts'
import { MarkLegend } from './stance-mark.tsx'

interface FootProps {
  readonly context: PageContext
  readonly told: Told
  readonly ledger: Ledger
  readonly rows: LedgerRows
  /** Figures that are left to the dossier. */
  readonly hidden: number
  readonly isOwnPage: boolean
}

/** What the marks mean, how figures are counted, and where to go on. */
export const LedgerFoot: FC<FootProps> = ({ context, told, ledger, rows, hidden, isOwnPage }) => {
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
