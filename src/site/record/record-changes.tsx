import type { FC } from 'hono/jsx'
import type { ClaimId, EventId } from '../../ids.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { dateIn } from '../../time.ts'
import { dateWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { changeWords } from './change-words.ts'
import type { Told } from './record-names.ts'
import { claimPath, entryPath } from './record-paths.ts'

interface ChangesProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly changes: readonly RecordChange[]
}

/** What changed in the record, day by day in the order given: what it was before and after, and why. */
export const RecordChanges: FC<ChangesProps> = ({ context, set, changes }) => {
  const told: Told = { set, language: context.language }
  const style = { language: context.language, zone: context.newspaper.zone }
  return (
    <ul class="changes">
      {[...Map.groupBy(changes, ({ at }) => dateIn(style.zone, at))].map(([date, ofDay]) => (
        <li>
          <time datetime={date}>{dateWords(date, context.language)}</time>
          <ul>
            {ofDay.map((change) => (
              <li>
                <ChangeText context={context} told={told} change={change} />
                {change.reason && (
                  <small>{message(context.language, 'change.reason', { reason: change.reason })}</small>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const ChangeText: FC<{ context: PageContext; told: Told; change: RecordChange }> = ({ context, told, change }) => {
  const words = changeWords(told, change)
  const path = pathOfChange(context, told, change)
  return path ? <a href={path}>{words}</a> : <>{words}</>
}

/** The page of what changed, where it has one. */
function pathOfChange(context: PageContext, { set }: Told, { type, id, kind }: RecordChange): string | null {
  if (kind === 'erased') return null
  if (type === 'claim') return claimPath(context, id as ClaimId)
  const event = type === 'event' ? set.events.get(id as EventId) : undefined
  return event ? entryPath(context, 'event', event.content.slug) : null
}

/** A note above a story is read on the way to it: this many changes, then where the others are. */
const MOST_IN_NOTE = 5

/** Under a story's corrections: its words stay, and what moved behind them stands here with its day. */
export const SinceWritten: FC<ChangesProps> = ({ context, set, changes }) => {
  if (changes.length === 0) return <></>
  const newest = changes.toSorted((left, right) => right.sequence - left.sequence)
  const hidden = changes.length - MOST_IN_NOTE
  const eventId = newest.find((change) => change.eventId !== null)?.eventId
  const event = eventId ? set.events.get(eventId) : undefined
  return (
    <aside class="fix update" aria-labelledby="since:">
      <b id="since:">{message(context.language, 'change.since')}</b>
      <p>{message(context.language, 'change.sinceExplain')}</p>
      <RecordChanges context={context} set={set} changes={newest.slice(0, MOST_IN_NOTE)} />
      {hidden > 0 && event && (
        <p>
          <a href={`${entryPath(context, 'event', event.content.slug)}#changes`}>
            {message(context.language, 'change.more', { count: hidden })}
          </a>
        </p>
      )}
    </aside>
  )
}
