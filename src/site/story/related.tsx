import type { FC } from 'hono/jsx'
import { dayWords, publicationStamp } from '../dates.ts'
import { message, type MessageKey } from '../messages/message.ts'
import type { PageContext, RelatedBecause, RelatedStory } from '../props.ts'

interface RelatedProps {
  readonly context: PageContext
  readonly related: readonly RelatedStory[]
}

/** Older stories that were chosen beside this one, each with what the two share. */
export const Related: FC<RelatedProps> = (props) => <Stories {...props} id="more:" title="story.related" />

/** Newer stories of the same events: for a reader who has come to an old story by a search or a link. */
export const LaterStories: FC<RelatedProps> = (props) => <Stories {...props} id="later:" title="story.later" />

const Stories: FC<RelatedProps & { id: string; title: 'story.related' | 'story.later' }> = ({
  context,
  related,
  id,
  title,
}) =>
  related.length === 0 ? null : (
    <section class="more" aria-labelledby={id}>
      <h2 id={id}>{message(context.language, title)}</h2>
      <ul>
        {related.map((story, index) => (
          <Line context={context} story={story} before={related[index - 1]} />
        ))}
      </ul>
    </section>
  )

interface LineProps {
  readonly context: PageContext
  readonly story: RelatedStory
  /** The one above it: what both share with this story is said once. */
  readonly before: RelatedStory | undefined
}

const Line: FC<LineProps> = ({ context, story: { card, because }, before }) => {
  const isSame = because !== null && because.kind === before?.because?.kind && because.path === before.because.path
  const style = { language: context.language, zone: context.newspaper.zone }
  const { at, precision } = card.firstPublished
  return (
    <li class={isSame ? 'same' : undefined}>
      {because && !isSame && <Because context={context} because={because} />}
      <a href={card.path}>{card.headline}</a>
      <small>
        <time datetime={publicationStamp(card.firstPublished, style.zone)}>
          {dayWords(at, precision === 'day' ? { ...style, zone: 'UTC' } : style)}
        </time>
      </small>
    </li>
  )
}

const SHARED = {
  event: 'related.event',
  series: 'related.series',
  actor: 'related.actor',
  place: 'related.place',
  section: 'related.section',
} as const satisfies Record<RelatedBecause['kind'], MessageKey>

/** "Also on: Battle of Tinzaouaten", where the name leads to all there is of it. */
const Because: FC<{ context: PageContext; because: RelatedBecause }> = ({ context, because: { kind, name, path } }) => (
  <small>
    {message(context.language, SHARED[kind])} <a href={path}>{name}</a>
  </small>
)
