import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { inLanguage, type Section } from '../story/section.ts'
import { monthWords } from './dates.ts'
import { pageDocument } from './document.tsx'
import { EmptyFront } from './empty-front.tsx'
import { figureHtml } from './figure-html.tsx'
import { archivePath, feedPath, frontPath, monthPath, sectionPath } from './links.ts'
import { message } from './messages/message.ts'
import type { ListSubject, MonthCount, PageContext, RenderedPage, StoryCard } from './props.ts'
import { SectionTrail } from './section-trail.tsx'
import { CardText, type CardSize } from './story-card.tsx'
import { CARD_STYLE } from './styles/cards.ts'
import { FIGURE_STYLE } from './styles/figures.ts'
import { FRONT_STYLE } from './styles/front.ts'
import { childrenOf, parentsOf, sectionName, subjectDescription, subjectName } from './subjects.ts'

/** Stories beside the lead. */
const BESIDE = 4
/** Stories in a section's strip on the home page. */
const STRIP = 4
/** Months named on a front; the archive has the rest. */
const MONTHS = 12

/** A section with its newest stories, for the home page. */
export interface Strip {
  readonly section: Section
  readonly cards: readonly StoryCard[]
}

export interface FrontPageProps {
  readonly context: PageContext
  readonly subject: ListSubject
  /** Newest first; the first is the lead. */
  readonly cards: readonly StoryCard[]
  /** On the home page: sections in the order they are to be shown. */
  readonly strips: readonly Strip[]
  /** Months that hold stories, newest first. */
  readonly months: readonly MonthCount[]
}

/** The home page, or the front of a section or of an author: the newest story large, the others by weight. */
export function frontPage(props: FrontPageProps): RenderedPage {
  const { context, subject, cards } = props
  const isHome = subject.kind === 'all'
  const figure = cards[0]?.leadFigure?.attrs.picture.kind
  return pageDocument({
    context,
    title: isHome ? null : subjectName(context, subject),
    description: subjectDescription(context, subject),
    styles: [CARD_STYLE, FRONT_STYLE, figure && figure !== 'missing' ? FIGURE_STYLE : ''],
    skip: 'skip.content',
    feeds: isHome ? [] : [subject],
    main: <Front {...props} />,
    isHome,
    currentPath: frontPath(context, subject),
  })
}

const Front: FC<FrontPageProps> = (props) => {
  const { context, subject, cards } = props
  const [lead, ...others] = cards
  return (
    <>
      {subject.kind !== 'all' && <FrontHeading context={context} subject={subject} />}
      {lead ? <Stories {...props} lead={lead} others={others} /> : <EmptyFront context={context} subject={subject} />}
    </>
  )
}

/** The name over a section or an author, what it stands in, and what stands in it. */
const FrontHeading: FC<{ context: PageContext; subject: ListSubject }> = ({ context, subject }) => (
  <header class="heading">
    {subject.kind === 'section' && <SectionTrail context={context} sections={parentsOf(context, subject.section)} />}
    {subject.kind === 'author' && (
      <p class="kicker">
        <b>{message(context.language, 'front.author')}</b>
      </p>
    )}
    <h1>{subjectName(context, subject)}</h1>
    {subject.kind === 'author' && (
      <About context={context} about={inLanguage(subject.persona.about, context.language)} />
    )}
    {subject.kind === 'section' && <Children context={context} section={subject.section} />}
  </header>
)

const About: FC<{ context: PageContext; about: string }> = ({ about }) => (about ? <p class="stand">{about}</p> : <></>)

const Children: FC<{ context: PageContext; section: Section }> = ({ context, section }) => {
  const children = childrenOf(context, section)
  if (children.length === 0) return <></>
  return (
    <nav class="within" aria-label={message(context.language, 'front.sections')}>
      <ul>
        {children.map((child) => (
          <li>
            <a href={sectionPath(context, child)}>{sectionName(context, child)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface StoriesProps extends FrontPageProps {
  readonly lead: StoryCard
  readonly others: readonly StoryCard[]
}

const Stories: FC<StoriesProps> = ({ context, subject, lead, others, strips, months }) => {
  const beside = others.slice(0, BESIDE)
  const shown = new Set([lead, ...beside].map(({ id }) => id))
  const fresh = freshStrips(strips, shown)
  for (const card of fresh.flatMap(({ cards }) => cards)) shown.add(card.id)
  const rest = others.filter(({ id }) => !shown.has(id))
  const list = { context, subject }
  return (
    <>
      <Top {...list} lead={lead} beside={beside} />
      {fresh.map((strip) => (
        <SectionStrip {...list} strip={strip} />
      ))}
      {rest.length > 0 && (
        <section class="strip" aria-labelledby="rest:">
          <h2 id="rest:">{message(context.language, 'front.latest')}</h2>
          <Cards {...list} cards={rest} look="row" level={3} size="headline" />
        </section>
      )}
      <Earlier {...list} months={months} />
    </>
  )
}

/** Strips without what the page has shown already: a story has one place on a front. */
function freshStrips(strips: readonly Strip[], shownAbove: ReadonlySet<string>): Strip[] {
  const shown = new Set(shownAbove)
  return strips.flatMap(({ section, cards }) => {
    const fresh = cards.filter(({ id }) => !shown.has(id)).slice(0, STRIP)
    for (const { id } of fresh) shown.add(id)
    return fresh.length > 0 ? [{ section, cards: fresh }] : []
  })
}

interface ListProps {
  readonly context: PageContext
  readonly subject: ListSubject
}

/**
 * The lead with its figure, and the next stories beside it. Without a figure they stand under it and its standfirst
 * beside its headline; a lead that is the only story has its figure there.
 */
const Top: FC<ListProps & { lead: StoryCard; beside: readonly StoryCard[] }> = ({ context, subject, lead, beside }) => {
  const figure = lead.leadFigure && figureHtml(lead.leadFigure, context.language)
  return (
    <div class={`top ${figure ? (beside.length > 0 ? 'beside' : 'single') : 'wordy'}`}>
      <article class="story lead">
        <CardText context={context} card={lead} level={2} size="standfirst" subject={subject} />
        {figure && raw(figure)}
      </article>
      {beside.length > 0 && (
        <Cards
          context={context}
          subject={subject}
          cards={beside}
          look={figure ? 'column' : 'row under'}
          level={2}
          size="standfirst"
        />
      )}
    </div>
  )
}

interface CardsProps extends ListProps {
  readonly cards: readonly StoryCard[]
  readonly look: 'column' | 'row' | 'row under'
  readonly level: 2 | 3
  readonly size: CardSize
}

const Cards: FC<CardsProps> = ({ context, subject, cards, look, level, size }) => (
  <ul class={look === 'column' ? look : `${look} of-${cards.length}`}>
    {cards.map((card) => (
      <li class="story">
        <CardText context={context} card={card} level={level} size={size} subject={subject} />
      </li>
    ))}
  </ul>
)

/** A section's newest stories, the first with its standfirst. */
const SectionStrip: FC<ListProps & { strip: Strip }> = ({ context, strip: { section, cards } }) => {
  const subject: ListSubject = { kind: 'section', section }
  return (
    <section class="strip" aria-labelledby={`strip:${section.slug}`}>
      <h2 id={`strip:${section.slug}`}>
        <a href={sectionPath(context, section)}>{sectionName(context, section)}</a>
      </h2>
      <Cards context={context} subject={subject} cards={cards} look="row" level={3} size="standfirst" />
    </section>
  )
}

/** The way to everything older. */
const Earlier: FC<ListProps & { months: readonly MonthCount[] }> = ({ context, subject, months }) => {
  const { language } = context
  return (
    <section class="strip" aria-labelledby="earlier:">
      <h2 id="earlier:">{message(language, 'front.earlier')}</h2>
      <ul class="months">
        {months.slice(0, MONTHS).map(({ month, stories }) => (
          <li>
            <a href={monthPath(context, subject, month)}>{monthWords(month, language)}</a>
            <span>{message(language, 'front.stories', { count: stories })}</span>
          </li>
        ))}
      </ul>
      <p class="foot">
        <a href={archivePath(context, subject)}>{message(language, 'front.archive')}</a>
        {subject.kind !== 'all' && (
          <>
            {' · '}
            <a href={feedPath(context, subject, 'rss')}>{message(language, 'front.feed')}</a>
          </>
        )}
      </p>
    </section>
  )
}
