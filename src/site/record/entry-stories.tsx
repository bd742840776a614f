import type { FC } from 'hono/jsx'
import { pathTo } from '../../story/addresses.ts'
import { dayWords, publicationStamp } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext, StoryCard } from '../props.ts'

interface EntryStoriesProps {
  readonly context: PageContext
  readonly stories: readonly StoryCard[]
  /** What all of them are looked for by; null where these are all. */
  readonly searchFor: string | null
}

/** The newest stories on an actor or a place: its page leads forward to what came after an older story. */
export const EntryStories: FC<EntryStoriesProps> = ({ context, stories, searchFor }) => {
  const { language, newspaper } = context
  const style = { language, zone: newspaper.zone }
  if (stories.length === 0) return null
  return (
    <section class="block" aria-labelledby="stories:">
      <h2 id="stories:">{message(language, 'event.stories')}</h2>
      <ul class="told">
        {stories.map(({ path, headline, firstPublished }) => (
          <li>
            <a href={path}>{headline}</a>
            <small>
              <time datetime={publicationStamp(firstPublished, newspaper.zone)}>
                {dayWords(firstPublished.at, style)}
              </time>
            </small>
          </li>
        ))}
      </ul>
      <AllStories context={context} searchFor={searchFor} />
    </section>
  )
}

/** The way from the newest stories to all of them. */
export const AllStories: FC<Pick<EntryStoriesProps, 'context' | 'searchFor'>> = ({ context, searchFor }) => {
  if (searchFor === null) return null
  const { language, newspaper } = context
  const search = `${pathTo({ kind: 'search', language }, newspaper)}?${new URLSearchParams({ q: searchFor }).toString()}`
  return (
    <p class="onward">
      <a href={search}>{message(language, 'related.all')}</a>
    </p>
  )
}
