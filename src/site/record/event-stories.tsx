import type { FC } from 'hono/jsx'
import { message } from '../messages/message.ts'
import type { PageContext, StoryCard } from '../props.ts'
import { CardText } from '../story/story-card.tsx'
import { AllStories } from './entry-stories.tsx'

/** The stories that tell of an event, newest first. */
export const EventStories: FC<{
  context: PageContext
  stories: readonly StoryCard[]
  /** What all of them are looked for by; null where these are all. */
  searchFor: string | null
}> = ({ context, stories, searchFor }) => (
  <section aria-labelledby="stories:">
    <h2 id="stories:">{message(context.language, 'event.stories')}</h2>
    {stories.length === 0 ? (
      <p>{message(context.language, 'event.noStories')}</p>
    ) : (
      <ul>
        {stories.map((card) => (
          <li class="story">
            <CardText context={context} card={card} level={3} size="headline" subject={{ kind: 'all' }} />
          </li>
        ))}
      </ul>
    )}
    <AllStories context={context} searchFor={searchFor} />
  </section>
)
