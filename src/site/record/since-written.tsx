import type { FC } from 'hono/jsx'
import { cellKey } from '../../record/cells-of.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { dateIn } from '../../time.ts'
import { dateWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import { semicolon } from '../messages/punctuation.ts'
import type { PageContext } from '../props.ts'
import { changeWords } from './change-words.ts'
import { claimWords, figureOf } from './claim-words.ts'
import { pathOfChange } from './record-changes.tsx'
import { cellTitle, elided, sourceNameOf, type Told } from './record-names.ts'
import { entryPath } from './record-paths.ts'

interface SinceProps {
  readonly context: PageContext
  readonly set: RecordSet
  /** What moved behind the story's figures. */
  readonly changes: readonly RecordChange[]
}

/** A note above a story is read on the way to it: this many lines, then the others for whoever opens them. */
const MOST_LINES = 5

/** Under a story's corrections: its words stay, and what moved behind them stands here, a line a figure, with its day. */
export const SinceWritten: FC<SinceProps> = ({ context, set, changes }) => {
  if (changes.length === 0) return <></>
  const { language } = context
  const told: Told = { set, language }
  const lines = linesOf(told, changes)
  const [shown, others] = [lines.slice(0, MOST_LINES), lines.slice(MOST_LINES)]
  return (
    <aside class="fix update" aria-labelledby="since:">
      <b id="since:">{message(language, 'change.since')}</b>
      <p>{message(language, 'change.sinceExplain')}</p>
      <Lines context={context} told={told} lines={shown} />
      {others.length > 0 && (
        <details>
          <summary>{message(language, 'change.more', { count: others.length })}</summary>
          <Lines context={context} told={told} lines={others} />
        </details>
      )}
      <EventLink context={context} told={told} changes={changes} />
    </aside>
  )
}

/** One figure, or one thing that is so or not so, and everything that was said of it since. */
interface Line {
  /** "Malian soldiers killed"; empty where the words of the changes say it. */
  readonly title: string
  /** Oldest first; what one claimant said in steps is one step. */
  readonly changes: readonly RecordChange[]
}

/** The line that moved last stands first. */
function linesOf(told: Told, changes: readonly RecordChange[]): Line[] {
  const inOrder = changes.toSorted((left, right) => left.sequence - right.sequence)
  return [...Map.groupBy(inOrder, subjectOf).values()]
    .map((those) => ({ title: titleOf(told, those[0]), changes: inSteps(those) }))
    .toSorted((left, right) => lastOf(right) - lastOf(left))
}

const lastOf = ({ changes }: Line): number => changes.at(-1)?.sequence ?? 0

function subjectOf({ id, after, before }: RecordChange): string {
  const entry = after ?? before
  return entry?.type === 'claim' && entry.content.about.kind === 'measure' ? cellKey(entry.content.about) : id
}

function titleOf(told: Told, change: RecordChange | undefined): string {
  const entry = change?.after ?? change?.before
  return entry?.type === 'claim' && entry.content.about.kind === 'measure' ? cellTitle(told, entry.content.about) : ''
}

/** From "dozens" to 47 and from 47 to 50 are, for somebody who read of dozens, from "dozens" to 50. */
function inSteps(changes: readonly RecordChange[]): RecordChange[] {
  const steps: RecordChange[] = []
  for (const change of changes) {
    const earlier = steps.findIndex(
      ({ id, kind }) => change.kind === 'revised' && kind !== 'denied' && change.before?.id === id,
    )
    const step = steps[earlier]
    if (step) steps.splice(earlier, 1, { ...change, kind: step.kind, before: step.before })
    else steps.push(change)
  }
  return steps
}

interface LineProps {
  readonly context: PageContext
  readonly told: Told
}

const Lines: FC<LineProps & { lines: readonly Line[] }> = ({ context, told, lines }) => (
  <ul class="changes">
    {lines.map(({ title, changes }) => (
      <li>
        {title && <b>{message(context.language, 'change.on', { what: title })}</b>}{' '}
        {changes.map((change, index) => (
          <>
            {index > 0 && semicolon(context.language)}
            <Step context={context} told={told} change={change} isShort={title !== ''} />
          </>
        ))}{' '}
        <DayOf context={context} changes={changes} />
      </li>
    ))}
  </ul>
)

const Step: FC<LineProps & { change: RecordChange; isShort: boolean }> = ({ context, told, change, isShort }) => {
  const words = (isShort && stepWords(told, change)) || changeWords(told, change).replace(/\.$/, '')
  const path = pathOfChange(context, told, change)
  return path ? <a href={path}>{words}</a> : <>{words}</>
}

/** "CSP-PSD from “dozens” to 47", where the figure's name stands before it; null where a sentence must say it. */
function stepWords(told: Told, { id, kind, before, after }: RecordChange): string | null {
  if (after?.type !== 'claim' || before?.id === id) return null
  const { language } = told
  const claimant = sourceNameOf(told, after.content.claimantId)
  const earlier = before?.type === 'claim' ? before.content : null
  const figure = figureOf(told, after.content)
  switch (kind) {
    case 'added':
      return message(language, 'change.stepNew', { claimant, figure })
    case 'revised':
      return (
        earlier &&
        elided(language, message(language, 'change.step', { claimant, before: figureOf(told, earlier), after: figure }))
      )
    case 'retracted':
    case 'denied': {
      const { verb, object } = claimWords(told, after)
      return [claimant, verb, object].filter((part) => part !== '').join(' ')
    }
    case 'withdrawn':
    case 'restored':
    case 'merged':
    case 'erased':
      return null
  }
}

/** The day on which we recorded the last of it. */
const DayOf: FC<{ context: PageContext; changes: readonly RecordChange[] }> = ({ context, changes }) => {
  const last = changes.at(-1)
  if (!last) return <></>
  const date = dateIn(context.newspaper.zone, last.at)
  return <time datetime={date}>{dateWords(date, context.language)}</time>
}

/** Where the whole history is. */
const EventLink: FC<LineProps & { changes: readonly RecordChange[] }> = ({ context, told, changes }) => {
  const eventId = changes.findLast((change) => change.eventId !== null)?.eventId
  const event = eventId ? told.set.events.get(eventId) : undefined
  return event ? (
    <p>
      <a href={`${entryPath(context, 'event', event.content.slug)}#changes`}>
        {message(context.language, 'change.all')}
      </a>
    </p>
  ) : (
    <></>
  )
}
