import type { FC } from 'hono/jsx'
import { type FeedFormat, pathTo } from '../../story/addresses.ts'
import type { Persona, SectionKind } from '../../story/section.ts'
import { pageDocument } from '../document.tsx'
import { feedHomePath, type FeedSubject, feedSubjectName } from './feed-subject.ts'
import { feedPath } from '../links.ts'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { inMastheadOrder } from '../fronts/subjects.ts'

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
  return (
    <>
      <h1>{message(language, 'feeds.title')}</h1>
      <p class="stand">{message(language, 'feeds.explain')}</p>
      <p class="plain">{message(language, 'feeds.formats')}</p>
      <Group
        context={context}
        title={message(language, 'feeds.everything')}
        subjects={[{ kind: 'all' }, { kind: 'corrections' }]}
      />
      {SECTION_KINDS.map(([kind, title]) => (
        <Group
          context={context}
          title={message(language, title)}
          subjects={sectionsOfKind(context, kind).map((section) => ({ kind: 'section', section }))}
        />
      ))}
      {context.hasRecord && <OfTheRecord context={context} />}
      <Group
        context={context}
        title={message(language, 'feeds.authors')}
        subjects={authors.map((persona) => ({ kind: 'author', persona }))}
      />
    </>
  )
}

const SECTION_KINDS: readonly (readonly [SectionKind, 'feeds.places' | 'feeds.subjects' | 'feeds.series'])[] = [
  ['place', 'feeds.places'],
  ['subject', 'feeds.subjects'],
  ['series', 'feeds.series'],
]

const sectionsOfKind = (context: PageContext, kind: SectionKind) =>
  inMastheadOrder(
    context,
    context.sections.filter((section) => section.kind === kind),
  )

/** There are too many entries for a list: the way from a page to its feed, told once. */
const OfTheRecord: FC<{ context: PageContext }> = ({ context: { newspaper, language } }) => {
  const slug = '…'
  const page = pathTo({ kind: 'event', language, slug }, newspaper)
  const feed = pathTo({ kind: 'feed', language, list: { kind: 'event', slug }, format: 'rss' }, newspaper)
  return (
    <section class="group">
      <h2>{message(language, 'feeds.record')}</h2>
      <p class="plain">{message(language, 'feeds.recordHow', { page, feed })}</p>
    </section>
  )
}

const FORMATS: readonly (readonly [FeedFormat, string])[] = [
  ['rss', 'RSS'],
  ['atom', 'Atom'],
  ['json', 'JSON Feed'],
]

interface GroupProps {
  readonly context: PageContext
  readonly title: string
  readonly subjects: readonly FeedSubject[]
}

const Group: FC<GroupProps> = ({ context, title, subjects }) => {
  if (subjects.length === 0) return <></>
  return (
    <section class="group">
      <h2>{title}</h2>
      <ul>
        {subjects.map((subject) => {
          const name = feedSubjectName(context, subject)
          return (
            <li>
              <a href={feedHomePath(context, subject)}>{name}</a>
              <span>
                {FORMATS.map(([format, label]) => (
                  <a href={feedPath(context, subject, format)} aria-label={`${label}: ${name}`}>
                    {label}
                  </a>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
