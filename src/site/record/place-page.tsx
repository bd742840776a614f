import type { FC } from 'hono/jsx'
import { displayName } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { GeoPoint } from '../../record/where.ts'
import type { PlaceId } from '../../ids.ts'
import { pageDocument } from '../document.tsx'
import { figureHtml } from '../figures/figure-html.tsx'
import { raw } from 'hono/html'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage, StoryCard } from '../props.ts'
import { CARD_STYLE } from '../styles/cards.ts'
import { FIGURE_STYLE } from '../styles/figures.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { EntryHeading } from './entry-heading.tsx'
import { EntryStories } from './entry-stories.tsx'
import { EventCard } from './event-card.tsx'
import type { EventLine } from './event-line.ts'
import { PlaceArea } from './place-area.tsx'
import { placeMap } from './place-map.ts'
import { entryPath, findPath, recordPath } from './record-paths.ts'
import { placeKindWords } from './vocabulary.ts'

export interface PlacePageProps {
  readonly context: PageContext
  readonly place: EntryOf<'place'>
  /** Holds the places it lies in, and those that lie in it as far as the record knows them. */
  readonly set: RecordSet
  /** Events there and in the places within it, newest first. */
  readonly events: readonly EventLine[]
  /** The newest stories on it, and whether there are more; left out where there are none. */
  readonly stories?: readonly StoryCard[]
  readonly hasMoreStories?: boolean
  /** The cursor of the events after these. */
  readonly next: string | null
}

/** A place: what it is called in every script, where it lies, what happened there. */
export function placePage(props: PlacePageProps): RenderedPage {
  const { context, place } = props
  const { language } = context
  const name = displayName(place.content.names, language)
  return pageDocument({
    context,
    title: name,
    description: message(language, 'place.description', { name }),
    styles: [CARD_STYLE, LIST_STYLE, FIGURE_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [{ kind: 'place', slug: place.content.slug, name }],
    main: <Place {...props} />,
    currentPath: recordPath(context),
  })
}

const Place: FC<PlacePageProps> = (props) => {
  const { context, place, set, stories = [], hasMoreStories = false } = props
  const { language } = context
  const { names, kind } = place.content
  const map = placeMap(place, set, language)
  return (
    <>
      <EntryHeading context={context} kind={placeKindWords(kind, language)} names={names} />
      <div class="two">
        <Events {...props} />
        <div class="beside">
          {map ? raw(figureHtml(map, language)) : <PlaceArea context={context} place={place} set={set} />}
          <Facts context={context} place={place} set={set} />
          <EntryStories
            context={context}
            stories={stories}
            searchFor={hasMoreStories ? displayName(names, language) : null}
          />
        </div>
      </div>
    </>
  )
}

const Facts: FC<Pick<PlacePageProps, 'context' | 'place' | 'set'>> = ({ context, place, set }) => {
  const { language } = context
  const { point, coordinateSource, codes } = place.content
  const around = placesAround(place, set)
  const within = [...set.places.values()].filter(({ content }) => content.parentId === place.id)
  return (
    <section class="block" aria-labelledby="where:">
      <h2 id="where:">{message(language, 'place.where')}</h2>
      <dl class="facts">
        {around.length > 0 && (
          <div>
            <dt>{message(language, 'place.liesIn')}</dt>
            <dd>
              <PlaceLinks context={context} places={around} />
            </dd>
          </div>
        )}
        <div>
          <dt>{message(language, 'place.position')}</dt>
          <dd>
            {point ? <bdi dir="ltr">{pointWords(point)}</bdi> : message(language, 'place.noPoint')}
            {point && coordinateSource && (
              <small>{message(language, 'place.pointFrom', { source: coordinateSource })}</small>
            )}
          </dd>
        </div>
        {within.length > 0 && (
          <div>
            <dt>{message(language, 'place.holds')}</dt>
            <dd>
              <PlaceLinks context={context} places={within} />
            </dd>
          </div>
        )}
        {codes.map(({ scheme, value }) => (
          <div>
            <dt>{SCHEMES[scheme]}</dt>
            <dd>
              <bdi dir="ltr">
                {CODE_ADDRESSES[scheme] ? <a href={CODE_ADDRESSES[scheme] + value}>{value}</a> : value}
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type Scheme = EntryOf<'place'>['content']['codes'][number]['scheme']

const SCHEMES: Readonly<Record<Scheme, string>> = {
  geonames: 'GeoNames',
  wikidata: 'Wikidata',
  pcode: 'P-code',
  cldr: 'CLDR',
}

const CODE_ADDRESSES: Partial<Readonly<Record<Scheme, string>>> = {
  geonames: 'https://www.geonames.org/',
  wikidata: 'https://www.wikidata.org/wiki/',
}

const PlaceLinks: FC<{ context: PageContext; places: readonly EntryOf<'place'>[] }> = ({ context, places }) => (
  <ul class="inline">
    {places.map(({ content: { slug, names } }) => (
      <li>
        <a href={entryPath(context, 'place', slug)}>{displayName(names, context.language)}</a>
      </li>
    ))}
  </ul>
)

/** The places it lies in, the nearest first. */
function placesAround(place: EntryOf<'place'>, set: RecordSet): EntryOf<'place'>[] {
  const around: EntryOf<'place'>[] = []
  const seen = new Set<PlaceId>([place.id])
  let { parentId } = place.content
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId)
    const parent = set.places.get(parentId)
    if (!parent) break
    around.push(parent)
    parentId = parent.content.parentId
  }
  return around
}

/** "19.95° N, 2.96° E": as many digits as a settlement's point is worth. */
const pointWords = ({ lat, lon }: GeoPoint): string =>
  `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'}`

const Events: FC<PlacePageProps> = ({ context, place, events, next }) => {
  const { language } = context
  return (
    <section aria-labelledby="events:">
      <h2 class="rule" id="events:">
        {message(language, 'place.events')}
      </h2>
      {events.length === 0 && <p class="plain">{message(language, 'place.noEvents')}</p>}
      <ul class="events">
        {events.map((line) => (
          <EventCard context={context} line={line} level={3} />
        ))}
      </ul>
      {next !== null && (
        <p class="onward">
          <a
            href={`${findPath(context)}?${new URLSearchParams({ place: place.content.slug, after: next }).toString()}`}
          >
            {message(language, 'record.earlierEvents')}
          </a>
        </p>
      )}
    </section>
  )
}
