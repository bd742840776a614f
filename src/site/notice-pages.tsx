import type { Child, FC } from 'hono/jsx'
import type { GoneStory } from '../story/public-story.ts'
import { dayWords } from './dates.ts'
import { pageDocument } from './document.tsx'
import { ALL_SECTIONS } from './house/footer.tsx'
import { searchPath } from './house/house-links.ts'
import { archivePath, homePath } from './links.ts'
import { message } from './messages/message.ts'
import type { PageContext, RenderedPage } from './props.ts'
import { LIST_STYLE } from './styles/list.ts'

/** No page lives at this address, or none that readers may know of: the two look the same. */
export function notFoundPage({ context }: { readonly context: PageContext }): RenderedPage {
  const { language } = context
  return notice(
    context,
    message(language, 'missing.title'),
    <>
      <h1>{message(language, 'missing.title')}</h1>
      <p class="plain">{message(language, 'missing.text')}</p>
      <WaysOn context={context} />
    </>,
  )
}

/** A story was withdrawn: its notice stands where it stood, dated, and nothing else of it. */
export function gonePage({ context, gone }: { readonly context: PageContext; readonly gone: GoneStory }): RenderedPage {
  const { language, newspaper } = context
  const date = dayWords(gone.killedAt, { language, zone: newspaper.zone })
  return notice(
    context,
    message(language, 'gone.title'),
    <>
      <h1>{message(language, 'gone.title')}</h1>
      <div class="notice">
        <b>
          <time datetime={gone.killedAt}>{message(language, 'gone.on', { date })}</time>
        </b>
        <p>{gone.notice}</p>
      </div>
      <p class="plain">{message(language, 'gone.text')}</p>
      <WaysOn context={context} />
    </>,
  )
}

function notice(context: PageContext, title: string, main: Child): RenderedPage {
  return pageDocument({
    context: { ...context, alternates: [] },
    title,
    description: '',
    styles: [LIST_STYLE],
    skip: 'skip.content',
    feeds: [],
    main,
    isIndexed: false,
  })
}

const WaysOn: FC<{ context: PageContext }> = ({ context }) => (
  <ul class="ways">
    <li>
      <a href={homePath(context, context.language)}>{message(context.language, 'missing.home')}</a>
    </li>
    <li>
      <a href={searchPath(context)}>{message(context.language, 'missing.search')}</a>
    </li>
    <li>
      <a href={archivePath(context, { kind: 'all' })}>{message(context.language, 'missing.archive')}</a>
    </li>
    {context.sections.length > 0 && (
      <li>
        <a href={`#${ALL_SECTIONS}`}>{message(context.language, 'missing.sections')}</a>
      </li>
    )}
  </ul>
)
