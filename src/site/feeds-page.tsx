import type { FC } from 'hono/jsx'
import type { Persona } from '../story/section.ts'
import { pageDocument } from './document.tsx'
import { feedPath, frontPath } from './links.ts'
import { message } from './messages/message.ts'
import type { ListSubject, PageContext, RenderedPage } from './props.ts'
import { LIST_STYLE } from './styles/list.ts'
import { inMastheadOrder, subjectName } from './subjects.ts'

export interface FeedsPageProps {
  readonly context: PageContext
  /** Authors with a page of their own. */
  readonly authors: readonly Persona[]
}

/** All feeds of the paper, with a sentence on what a feed is. */
export function feedsPage(props: FeedsPageProps): RenderedPage {
  const { language } = props.context
  return pageDocument({
    context: props.context,
    title: message(language, 'feeds.title'),
    description: message(language, 'feeds.explain'),
    styles: [LIST_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Feeds {...props} />,
  })
}

const Feeds: FC<FeedsPageProps> = ({ context, authors }) => {
  const { language } = context
  const sections = inMastheadOrder(context, context.sections)
  return (
    <>
      <h1>{message(language, 'feeds.title')}</h1>
      <p class="stand">{message(language, 'feeds.explain')}</p>
      <p class="plain">{message(language, 'feeds.full')}</p>
      <Group context={context} title={message(language, 'feeds.everything')} subjects={[{ kind: 'all' }]} />
      <Group
        context={context}
        title={message(language, 'feeds.sections')}
        subjects={sections.map((section) => ({ kind: 'section', section }))}
      />
      <Group
        context={context}
        title={message(language, 'feeds.authors')}
        subjects={authors.map((persona) => ({ kind: 'author', persona }))}
      />
    </>
  )
}

interface GroupProps {
  readonly context: PageContext
  readonly title: string
  readonly subjects: readonly ListSubject[]
}

const Group: FC<GroupProps> = ({ context, title, subjects }) => {
  if (subjects.length === 0) return <></>
  return (
    <section class="group">
      <h2>{title}</h2>
      <ul>
        {subjects.map((subject) => {
          const name = subjectName(context, subject)
          return (
            <li>
              <a href={frontPath(context, subject)}>{name}</a>
              <span>
                <a href={feedPath(context, subject, 'rss')} aria-label={`RSS: ${name}`}>
                  RSS
                </a>
                <a href={feedPath(context, subject, 'atom')} aria-label={`Atom: ${name}`}>
                  Atom
                </a>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
