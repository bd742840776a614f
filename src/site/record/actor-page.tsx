import type { FC } from 'hono/jsx'
import type { ClaimId, SourceId } from '../../ids.ts'
import type { Membership } from '../../record/actor.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage, StoryCard } from '../props.ts'
import { CARD_STYLE } from '../styles/cards.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { ActorRoles } from './actor-roles.tsx'
import { ClaimList } from './claim-list.tsx'
import { EntryHeading } from './entry-heading.tsx'
import { EntryStories } from './entry-stories.tsx'
import { EventCard } from './event-card.tsx'
import type { EventLine } from './event-line.ts'
import { countryWords, stretchWords } from './fact-words.ts'
import { entryPath, findPath, recordPath } from './record-paths.ts'
import { sourceName } from './source-name.tsx'
import { actorKindWords } from './vocabulary.ts'

export interface ActorPageProps {
  readonly context: PageContext
  readonly actor: EntryOf<'actor'>
  /** Holds its events with the claims that say it took part, the actors it belongs to, and the claims listed here. */
  readonly set: RecordSet
  /** Events it took part in, newest first. */
  readonly events: readonly EventLine[]
  /** The newest stories on it, and whether there are more; left out where there are none. */
  readonly stories?: readonly StoryCard[]
  readonly hasMoreStories?: boolean
  /** The cursor of the events after these. */
  readonly next: string | null
  /** The sources that speak for it. */
  readonly sourceIds: readonly SourceId[]
  /** What it said last, newest first. */
  readonly says: readonly ClaimId[]
  /** What was said last of it or of its people, newest first. */
  readonly saidAbout: readonly ClaimId[]
}

/** An actor: its names, what it belongs to, what it took part in and who says so, what it says and what is said of it. */
export function actorPage(props: ActorPageProps): RenderedPage {
  const { context, actor } = props
  const { language } = context
  const name = displayName(actor.content.names, language)
  return pageDocument({
    context,
    title: name,
    description: inLanguage(actor.content.about, language) || message(language, 'actor.description', { name }),
    styles: [CARD_STYLE, LIST_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [{ kind: 'actor', slug: actor.content.slug, name }],
    main: <Actor {...props} />,
    currentPath: recordPath(context),
  })
}

const Actor: FC<ActorPageProps> = (props) => {
  const { context, actor, set, says, saidAbout, stories = [], hasMoreStories = false } = props
  const { language } = context
  const { names, kind, about } = actor.content
  const sentence = inLanguage(about, language)
  return (
    <>
      <EntryHeading context={context} kind={actorKindWords(kind, language)} names={names} />
      {sentence && <p class="stand">{sentence}</p>}
      <div class="two">
        <div>
          <TookPart {...props} />
          <section aria-labelledby="says:">
            <h2 class="rule" id="says:">
              {message(language, 'actor.says')}
            </h2>
            <Speakers {...props} />
            <ClaimList context={context} set={set} claimIds={says} level={3} />
          </section>
          <section aria-labelledby="about:">
            <h2 class="rule" id="about:">
              {message(language, 'actor.saidAbout')}
            </h2>
            {saidAbout.length === 0 && <p class="plain">{message(language, 'actor.nothingSaid')}</p>}
            <ClaimList context={context} set={set} claimIds={saidAbout} level={3} />
          </section>
        </div>
        <div class="beside">
          <Facts context={context} actor={actor} set={set} />
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

const TookPart: FC<ActorPageProps> = ({ context, actor, set, events, next }) => {
  const { language } = context
  return (
    <section aria-labelledby="events:">
      <h2 class="rule" id="events:">
        {message(language, 'actor.events')}
      </h2>
      {events.length === 0 && <p class="plain">{message(language, 'actor.noEvents')}</p>}
      <ul class="events">
        {events.map((line) => (
          <EventCard context={context} line={line} level={3}>
            <ActorRoles context={context} set={set} actorId={actor.id} eventId={line.id} />
          </EventCard>
        ))}
      </ul>
      {next !== null && (
        <p class="onward">
          <a
            href={`${findPath(context)}?${new URLSearchParams({ actor: actor.content.slug, after: next }).toString()}`}
          >
            {message(language, 'record.earlierEvents')}
          </a>
        </p>
      )}
    </section>
  )
}

/** The sources that speak for it, each with a page of everything it said. */
const Speakers: FC<ActorPageProps> = ({ context, set, sourceIds, says }) => {
  const { language } = context
  const sources = sourceIds.flatMap((id) => set.sources.get(id) ?? [])
  if (sources.length === 0) {
    return says.length === 0 ? <p class="plain">{message(language, 'actor.saysNothing')}</p> : <></>
  }
  return (
    <div class="speakers">
      <p>{message(language, 'actor.speaksThrough')}</p>
      <ul class="inline">
        {sources.map((source) => (
          <li>
            <a href={entryPath(context, 'source', source.content.slug)}>{sourceName(source, language)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Facts: FC<Pick<ActorPageProps, 'context' | 'actor' | 'set'>> = ({ context, actor, set }) => {
  const { language } = context
  const { kind, country, memberships, codes } = actor.content
  const members = [...set.actors.values()].flatMap((member) =>
    member.content.memberships.filter(({ ofId }) => ofId === actor.id).map((membership) => ({ member, membership })),
  )
  return (
    <section class="block" aria-labelledby="facts:">
      <h2 id="facts:">{message(language, 'actor.facts')}</h2>
      <dl class="facts">
        <div>
          <dt>{message(language, 'actor.kind')}</dt>
          <dd>{actorKindWords(kind, language)}</dd>
        </div>
        {country && (
          <div>
            <dt>{message(language, 'actor.country')}</dt>
            <dd>{countryWords(country, language)}</dd>
          </div>
        )}
        {memberships.map((membership) => (
          <Tie context={context} membership={membership} other={set.actors.get(membership.ofId)} side="of" />
        ))}
        {members.map(({ member, membership }) => (
          <Tie context={context} membership={membership} other={member} side="holds" />
        ))}
        {codes.map(({ scheme, value }) => (
          <div>
            <dt>{scheme === 'wikidata' ? 'Wikidata' : 'UCDP'}</dt>
            <dd>
              <bdi dir="ltr">
                {scheme === 'wikidata' ? <a href={`https://www.wikidata.org/wiki/${value}`}>{value}</a> : value}
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface TieProps {
  readonly context: PageContext
  readonly membership: Membership
  readonly other: EntryOf<'actor'> | undefined
  /** "Part of" seen from the member, or "has as a part" seen from the whole. */
  readonly side: 'of' | 'holds'
}

const Tie: FC<TieProps> = ({ context, membership, other, side }) => {
  if (!other) return <></>
  const { language } = context
  const when = stretchWords(membership.from, membership.to, language)
  return (
    <div>
      <dt>{message(language, `actor.${side}.${membership.relation}`)}</dt>
      <dd>
        <a href={entryPath(context, 'actor', other.content.slug)}>{displayName(other.content.names, language)}</a>
        {when && <small>{when}</small>}
      </dd>
    </div>
  )
}
