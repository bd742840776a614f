import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { SafeHtml } from '../../story/safe-html.ts'
import { LocatorMap } from '../figures/locator-map.tsx'
import { mapDrawing } from '../figures/map-drawing.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { eventSketch } from './event-sketch.ts'
import { capitalised } from './fact-words.ts'
import { eventTitleOf, type Told } from './record-names.ts'
import { entryPath } from './record-paths.ts'
import { precisionWords, whereWords } from './where-words.ts'

interface EventMapProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly eventIds: readonly EventId[]
  /** The desk's own caption, as finished markup. */
  readonly caption?: SafeHtml
}

/**
 * Where events happened, drawn as exactly as that is known: a dot, a dashed circle, a stretch between two places, an
 * area without an edge, a country. The caption says it again in words; where nothing can be drawn, the words stand alone.
 */
export const EventMap: FC<EventMapProps> = ({ context, set, eventIds, caption }) => {
  const told: Told = { set, language: context.language }
  const events = eventIds.flatMap((id) => set.events.get(id) ?? [])
  const sketch = eventSketch(told, events)
  if (events.length === 0) return <></>
  const { roughnessKm } = sketch ? mapDrawing(sketch, context.language) : { roughnessKm: null }
  return (
    <figure>
      {sketch && <LocatorMap picture={sketch} language={context.language} alt={spoken(told, events, sketch)} />}
      <figcaption>
        {caption && raw(`${caption} `)}
        {events.map((event) => (
          <Place context={context} told={told} event={event} isAlone={events.length === 1} />
        ))}
        {sketch && message(context.language, 'map.borders')}
        {roughnessKm !== null && ` ${message(context.language, 'map.rough', { km: roughnessKm })}`}
      </figcaption>
    </figure>
  )
}

const Place: FC<{ context: PageContext; told: Told; event: EntryOf<'event'>; isAlone: boolean }> = ({
  context,
  told,
  event,
  isAlone,
}) => {
  const words = `${whereWords(told, event.content.where)} (${precisionWords(told, event.content.where)}). `
  return isAlone ? (
    <>{capitalised(words, context.language)}</>
  ) : (
    <>
      <a href={entryPath(context, 'event', event.content.slug)}>{eventTitleOf(told, event.id)}</a>
      {`: ${words}`}
    </>
  )
}

/** What it shows, for somebody who does not see it: the words of the drawing, and those of each event. */
function spoken(
  told: Told,
  events: readonly EntryOf<'event'>[],
  sketch: NonNullable<ReturnType<typeof eventSketch>>,
): string {
  const said = events.map(
    ({ id, content }) =>
      `${eventTitleOf(told, id)}: ${whereWords(told, content.where)} (${precisionWords(told, content.where)}).`,
  )
  return [mapDrawing(sketch, told.language).words, ...said].join(' ')
}
