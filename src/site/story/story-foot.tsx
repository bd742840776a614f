import type { FC } from 'hono/jsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { PublicStory } from '../../story/public-story.ts'
import { type Persona, personaName } from '../../story/section.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import { namesInWords } from '../name-list.ts'
import type { PageContext } from '../props.ts'
import { ReportLink } from '../house/report-link.tsx'

interface StoryFootProps {
  readonly context: PageContext
  readonly story: PublicStory
  readonly authors: readonly Persona[]
}

/** Under a story: how it changed, how to say that it is wrong, its other forms, and how it is cited. */
export const StoryFoot: FC<StoryFootProps> = ({ context, story, authors }) => {
  const { language, newspaper } = context
  const { path, versions } = story
  const at = (address: Address) => pathTo(address, newspaper)
  return (
    <div class="colophon">
      <nav aria-label={message(language, 'story.forms')}>
        <ul>
          {versions > 1 && (
            <li>
              <a href={at({ kind: 'story-changes', language, path })} rel="nofollow">
                {message(language, 'story.changes', { count: versions })}
              </a>
            </li>
          )}
          <li>
            <ReportLink context={context} about={path} />
          </li>
          <li>
            <a href={at({ kind: 'text', language, of: { kind: 'story', language, path } })} rel="alternate">
              {message(language, 'story.textOnly')}
            </a>
          </li>
          <li>
            <a href={at({ kind: 'story-offline', language, path })} rel="alternate">
              {message(language, 'story.oneFile')}
            </a>
          </li>
        </ul>
      </nav>
      <p>
        <b>{message(language, 'story.cite')}</b> <cite>{citation({ context, story, authors })}</cite>{' '}
        <a href={path} rel="bookmark">
          {context.siteUrl + path}
        </a>
      </p>
    </div>
  )
}

/** "Sahel desk and Ayize Claire: “Headline”, The Sahel Record, 29 July 2024." */
function citation({ context: { newspaper, language }, story, authors }: StoryFootProps): string {
  const { headline, firstPublished } = story
  const zone = firstPublished.precision === 'day' ? 'UTC' : newspaper.zone
  const what = { headline, paper: newspaper.name, date: dayWords(firstPublished.at, { language, zone }) }
  if (authors.length === 0) return message(language, 'story.citationUnsigned', what)
  const names = authors.map((author) => personaName(author, language))
  return message(language, 'story.citation', { ...what, authors: namesInWords(names, language) })
}
