import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { Section } from '../../story/section.ts'
import { dateOfPublication, type LocalDate } from '../../time.ts'
import { monthWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { EmptyFront } from './empty-front.tsx'
import { leadFigureHtml } from '../figures/figure-html.tsx'
import { FrontHeading, type Parts, type PlaceInRecord } from './front-heading.tsx'
import { Cards, PartList, SectionStrip } from './front-lists.tsx'
import { type Thumbs, thumbStyle, thumbsFor } from './front-thumbs.ts'
import { archivePath, feedPath, frontPath, monthPath } from '../links.ts'
import { message } from '../messages/message.ts'
import { SubjectData } from '../machines/page-data.tsx'
import { cardPicture, leadFigureStyle } from '../figures/page-photos.ts'
import type { ListSubject, MonthCount, PageContext, RenderedPage, StoryCard } from '../props.ts'
import { portraitStyle } from '../figures/persona-portrait.tsx'
import { CardText } from '../story/story-card.tsx'
import { CARD_STYLE } from '../styles/cards.ts'
import { FRONT_STYLE } from '../styles/front.ts'
import { subjectDescription, subjectName } from './subjects.ts'

/** Stories beside the lead: with it, the places of a front that can be chosen by hand. */
const BESIDE = 5
/** Where the lead has no figure, so many of them stand under it. */
const UNDER = 2
/** Stories in a section's strip. */
const STRIP = 4
/** Months named on a front; the archive has the rest. */
const MONTHS = 12

/** A section with its newest stories, for a page above it. */
export interface Strip {
  readonly section: Section
  readonly cards: readonly StoryCard[]
}

export interface FrontPageProps {
  readonly context: PageContext
  readonly subject: ListSubject
  /** In the order they are to be shown; the first is the lead. */
  readonly cards: readonly StoryCard[]
  /** On the home page the masthead's sections, on a section's front those in it, in the order they are to be shown. */
  readonly strips: readonly Strip[]
  /** Months that hold stories, newest first. */
  readonly months: readonly MonthCount[]
  /** On the front of a series: its beginning. */
  readonly parts?: Parts | null
  /** On the front of a place: the same place in the record, where it is there. */
  readonly inRecord?: PlaceInRecord | null
  /** On the page of an author who has one: their picture. */
  readonly portrait?: PublicPicture | null
}

/** The home page, or the front of a section or of an author: the lead large, the others by weight. */
export function frontPage(props: FrontPageProps): RenderedPage {
  const { context, subject, cards, portrait = null } = props
  const isHome = subject.kind === 'all'
  const layout = layoutOf(props)
  return pageDocument({
    context,
    title: isHome ? null : subjectName(context, subject),
    description: subjectDescription(context, subject),
    styles: [
      CARD_STYLE,
      FRONT_STYLE,
      leadFigureStyle(cards[0]),
      thumbStyle(layout?.thumbs ?? new Map()),
      portraitStyle(portrait ? [portrait] : []),
    ],
    skip: 'skip.content',
    feeds: isHome ? [] : [subject],
    head: <SubjectData context={context} subject={subject} />,
    main: <Front {...props} layout={layout} />,
    isHome,
    datedOn: isHome ? newestDay(cards, context.newspaper.zone) : null,
    currentPath: frontPath(context, subject),
  })
}

/** The date over a paper is that of its newest story: a page that is kept does not know what day it is read on. */
function newestDay(cards: readonly StoryCard[], zone: string): LocalDate | null {
  const days = cards.map(({ firstPublished }) => dateOfPublication(zone, firstPublished)).sort()
  return days.at(-1) ?? null
}

/** Which story stands where on a front, and which of them has a picture. */
interface Layout {
  readonly lead: StoryCard
  readonly beside: readonly StoryCard[]
  readonly strips: readonly Strip[]
  readonly rest: readonly StoryCard[]
  readonly thumbs: Thumbs
}

/** Each story has one place, the first it fits; null where there is none. */
function layoutOf({ cards, strips, parts = null, portrait = null }: FrontPageProps): Layout | null {
  const [lead, ...others] = cards
  if (!lead) return null
  // A series has its newest part on top and then all of them in their order.
  const beside = parts ? [] : others.slice(0, BESIDE)
  const shown = new Set([lead, ...beside, ...(parts?.first ?? [])].map(({ id }) => id))
  const fresh = freshStrips(strips, shown)
  for (const card of fresh.flatMap((strip) => strip.cards)) shown.add(card.id)
  const larger = [cardPicture(lead), portrait].filter((picture) => picture !== null).length
  return {
    lead,
    beside,
    strips: fresh,
    rest: others.filter(({ id }) => !shown.has(id)),
    thumbs: thumbsFor([...beside, ...fresh.flatMap((strip) => strip.cards.slice(0, 1))], larger),
  }
}

const Front: FC<FrontPageProps & { layout: Layout | null }> = (props) => {
  const { context, subject, layout, parts = null, inRecord = null, portrait = null } = props
  return (
    <>
      <FrontHeading context={context} subject={subject} parts={parts} inRecord={inRecord} portrait={portrait} />
      {layout ? <Stories {...props} layout={layout} /> : <EmptyFront context={context} subject={subject} />}
    </>
  )
}

const Stories: FC<FrontPageProps & { layout: Layout }> = ({ context, subject, layout, months, parts = null }) => {
  const { strips, rest, thumbs } = layout
  const list = { context, subject }
  return (
    <>
      <Top {...list} {...layout} />
      {parts && parts.total > 1 && <PartList {...list} parts={parts} />}
      {strips.map((strip) => (
        <SectionStrip context={context} strip={strip} thumbs={thumbs} />
      ))}
      {rest.length > 0 && (
        <section class="strip rest" aria-labelledby="rest:">
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

type TopProps = ListProps & Pick<Layout, 'lead' | 'beside' | 'thumbs'>

/**
 * The lead and the stories around it. With a figure it has them all in a column beside it. Without one the first of
 * them stand under it; a lead that is the only story has its standfirst, or its figure, beside its headline.
 */
const Top: FC<TopProps> = ({ context, subject, lead, beside, thumbs }) => {
  const figure = leadFigureHtml(lead, context.language)
  const under = figure ? [] : beside.slice(0, beside.length > UNDER + 1 ? UNDER : beside.length)
  const column = beside.slice(under.length)
  const list = { context, subject, thumbs, level: 2 } as const
  return (
    <div class={`top ${figure ? (column.length > 0 ? 'beside' : 'single') : column.length > 0 ? 'worded' : 'wordy'}`}>
      <div class="first">
        <article class="story lead">
          <CardText context={context} card={lead} level={2} size="standfirst" subject={subject} />
          {figure && raw(figure)}
        </article>
        {under.length > 0 && <Cards {...list} cards={under} look="row under" size="standfirst" />}
      </div>
      {column.length > 0 && <Cards {...list} cards={column} look="column" size="mixed" />}
    </div>
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
