import type { FC } from 'hono/jsx'
import type { ClaimId, EventId } from '../../ids.ts'
import { inLanguage } from '../../record/display-name.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { ClaimMark } from './claim-mark.tsx'
import { ClaimSentence } from './claim-sentence.tsx'
import { Wording } from './claim-wording.tsx'
import { claimPath, entryPath } from './record-paths.ts'
import { undoneBy } from './undone.ts'

interface ListProps {
  readonly context: PageContext
  readonly set: RecordSet
  /** In the order in which they are shown; those of one event are brought together. */
  readonly claimIds: readonly ClaimId[]
  readonly level: 3
  /** True where all are one claimant's, whose name stands over the list. */
  readonly isOneClaimant?: boolean
}

/** Claims under the events they speak of. Each row reads as a sentence; what was taken back says so. */
export const ClaimList: FC<ListProps> = ({ context, set, claimIds, isOneClaimant = false }) => (
  <>
    {byEvent(set, claimIds).map(({ event, claims }) => (
      <div class="said">
        <h3>
          {event ? (
            <a href={entryPath(context, 'event', event.content.slug)}>
              {inLanguage(event.content.titles, context.language)}
            </a>
          ) : (
            message(context.language, 'claim.unknownEvent')
          )}
        </h3>
        {event && <p class="spot">{edtfWords(event.content.when.edtf, context.language)}</p>}
        <ul class="cl">
          {claims.map((claim) => (
            <ClaimRow context={context} set={set} claim={claim} isOneClaimant={isOneClaimant} />
          ))}
        </ul>
      </div>
    ))}
  </>
)

interface RowProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly claim: EntryOf<'claim'>
  readonly isOneClaimant: boolean
}

const ClaimRow: FC<RowProps> = ({ context, set, claim, isOneClaimant }) => {
  const { language } = context
  const undone = undoneBy(set, claim.id)
  const { wording, figure, saidAt } = claim.content
  // A figure without a number is shown by its words already.
  const isWordingNew = figure === null || wording.text !== figure.verbatim
  return (
    <li>
      <ClaimMark set={set} claim={claim} />
      <p class="say">
        <ClaimSentence set={set} claim={claim} language={language} isOneClaimant={isOneClaimant} />
      </p>
      <p class="way">
        {isWordingNew && (
          <>
            <Wording wording={wording} /> ·{' '}
          </>
        )}
        {edtfWords(saidAt.edtf, language)} ·{' '}
        <a href={claimPath(context, claim.id)}>{message(language, 'claim.link')}</a>
        {undone && (
          <>
            {' · '}
            <b>{message(language, `claim.now.${undone}`)}</b>
          </>
        )}
      </p>
    </li>
  )
}

interface EventClaims {
  readonly event: EntryOf<'event'> | undefined
  readonly claims: readonly EntryOf<'claim'>[]
}

function byEvent(set: RecordSet, claimIds: readonly ClaimId[]): EventClaims[] {
  const groups = new Map<EventId, EntryOf<'claim'>[]>()
  for (const id of claimIds) {
    const claim = set.claims.get(id)
    if (!claim) continue
    const { eventId } = claim.content.about
    groups.set(eventId, [...(groups.get(eventId) ?? []), claim])
  }
  return [...groups].map(([eventId, claims]) => ({ event: set.events.get(eventId), claims }))
}
