import type { FC } from 'hono/jsx'
import type { ClaimId, EventId } from '../../ids.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { dateWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import { namesInWords } from '../name-list.ts'
import type { PageContext } from '../props.ts'
import { type ChangeDay, changeDays, isClaimants } from './change-days.ts'
import { changeWords } from './change-words.ts'
import { claimSentence } from './claim-sentence.tsx'
import type { Told } from './record-names.ts'
import { claimPath, entryPath } from './record-paths.ts'

interface ChangesProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly changes: readonly RecordChange[]
}

/**
 * What changed in the record, day by day in the order given: what it was before and after, and why. What came in is one
 * line a day, which opens.
 */
export const RecordChanges: FC<ChangesProps> = ({ context, set, changes }) => {
  const told: Told = { set, language: context.language }
  return (
    <ul class="changes">
      {changeDays(changes, context.newspaper.zone).map((day) => (
        <li>
          <time datetime={day.date}>{dateWords(day.date, context.language)}</time>
          <ul>
            {day.told.map((change) => (
              <ChangeItem context={context} told={told} change={change} />
            ))}
          </ul>
          <Added context={context} told={told} day={day} />
        </li>
      ))}
    </ul>
  )
}

interface ItemProps {
  readonly context: PageContext
  readonly told: Told
  readonly change: RecordChange
  /** In how many texts a new claim was found on the same day. */
  readonly texts?: number | undefined
}

/** What moved, when the claimant said so, and why we changed an entry. The heading has the day on which we recorded it. */
const ChangeItem: FC<ItemProps> = ({ context, told, change, texts }) => {
  const { language } = context
  const { after, reason } = change
  const saidOn = after?.type === 'claim' && isClaimants(change) ? edtfWords(after.content.saidAt.edtf, language) : ''
  return (
    <li>
      <ChangeText context={context} told={told} change={change} />
      {saidOn && <small>{message(language, 'change.saidOn', { date: saidOn })}</small>}
      {texts !== undefined && ` · ${message(language, 'change.texts', { count: texts })}`}
      {reason && <small>{message(language, 'change.reason', { reason })}</small>}
    </li>
  )
}

const ChangeText: FC<ItemProps> = ({ context, told, change }) => {
  const words = changeWords(told, change)
  const path = pathOfChange(context, told, change)
  return path ? <a href={path}>{words}</a> : <>{words}</>
}

/** The page of what changed, where it has one. */
export function pathOfChange(
  context: PageContext,
  { set }: Told,
  { type, id, kind }: Pick<RecordChange, 'type' | 'id' | 'kind'>,
): string | null {
  if (kind === 'erased') return null
  if (type === 'claim') return claimPath(context, id as ClaimId)
  const event = type === 'event' ? set.events.get(id as EventId) : undefined
  return event ? entryPath(context, 'event', event.content.slug) : null
}

/** What came in on a day: counted in a line, and each thing under it for whoever opens it. */
const Added: FC<{ context: PageContext; told: Told; day: ChangeDay }> = ({ context, told, day }) => {
  const { added, places } = day
  if (added.length + places.size === 0) return <></>
  const isListed: ReadonlySet<string> = new Set(added.map(({ id }) => id))
  return (
    <details>
      <summary>{addedWords(day, context.language)}</summary>
      <ul>
        {added.map((change) => (
          <ChangeItem context={context} told={told} change={change} texts={places.get(change.id as ClaimId)} />
        ))}
        {[...places]
          .filter(([id]) => !isListed.has(id))
          .map(([id, count]) => (
            <li>
              <PlacesOf context={context} told={told} id={id} count={count} />
            </li>
          ))}
      </ul>
    </details>
  )
}

const PlacesOf: FC<{ context: PageContext; told: Told; id: ClaimId; count: number }> = ({
  context,
  told,
  id,
  count,
}) => {
  const claim = told.set.claims.get(id)
  return (
    <>
      {message(context.language, 'change.standsIn', { count })}{' '}
      {claim && <a href={claimPath(context, id)}>{claimSentence(told, claim)}</a>}
    </>
  )
}

/** "The record of this event was begun with 14 claims and 30 places where they stand." */
function addedWords({ added, places, isBeginning }: ChangeDay, language: string): string {
  const claims = added.filter(({ type }) => type === 'claim').length
  const others = added.length - claims
  const texts = [...places.values()].reduce((sum, count) => sum + count, 0)
  const parts = [
    claims > 0 ? message(language, 'change.claims', { count: claims }) : '',
    texts > 0 ? message(language, 'change.places', { count: texts }) : '',
    others > 0 && (!isBeginning || claims + texts === 0) ? message(language, 'change.entries', { count: others }) : '',
  ].filter((part) => part !== '')
  const what = namesInWords(parts, language)
  return message(language, isBeginning ? 'change.begun' : 'change.cameIn', { what })
}
