import type { FC } from 'hono/jsx'
import { readingMinutes } from '../../story/plain-text.ts'
import { personaName } from '../../story/section.ts'
import { textDirection } from '../../story/text-direction.ts'
import { dayWords, publicationStamp } from '../dates.ts'
import { authorPath } from '../links.ts'
import { nameList } from '../name-list.ts'
import { message } from '../messages/message.ts'
import type { Byline, ListSubject, PageContext, StoryCard } from '../props.ts'
import { parentsOf, sectionName, sectionsOf } from '../fronts/subjects.ts'

/** How much of a story a list shows: its headline, or its standfirst too. */
export type CardSize = 'headline' | 'standfirst'

interface CardProps {
  readonly context: PageContext
  readonly card: StoryCard
  readonly level: 2 | 3
  readonly size: CardSize
  /** The list it stands in: a list of stories on Mali need not say Mali again. */
  readonly subject: ListSubject
  /** False where the date stands over the list. */
  readonly isDated?: boolean
}

/** A story in a list: kicker, headline, the way in; when, by whom, and whether it was corrected. */
export const CardText: FC<CardProps> = ({ context, card, level, size, subject, isDated = true }) => {
  const Headline = level === 2 ? 'h2' : 'h3'
  const isForeign = card.language !== context.language
  const kicker = cardKicker(context, card, subject)
  return (
    <>
      {kicker && (
        <p class="kicker">
          <b>{kicker}</b>
        </p>
      )}
      <Headline lang={isForeign ? card.language : undefined} dir={isForeign ? textDirection(card.language) : undefined}>
        <a href={card.path} hreflang={isForeign ? card.language : undefined}>
          {card.headline}
        </a>
      </Headline>
      {size === 'standfirst' && card.standfirst && (
        <p class="stand" lang={isForeign ? card.language : undefined}>
          {card.standfirst}
        </p>
      )}
      <CardLine context={context} card={card} subject={subject} isDated={isDated} />
    </>
  )
}

/** The story's own kicker; without one, the last section of its path that the list does not say already. */
function cardKicker(context: PageContext, card: StoryCard, subject: ListSubject): string | null {
  if (card.kicker) return card.kicker
  const known = subject.kind === 'section' ? [subject.section, ...parentsOf(context, subject.section)] : []
  const section = sectionsOf(context, card.sectionIds).findLast((section) => !known.includes(section))
  return section ? sectionName(context, section) : null
}

const CardLine: FC<Pick<CardProps, 'context' | 'card' | 'subject' | 'isDated'>> = ({
  context,
  card,
  subject,
  isDated,
}) => {
  const { language, newspaper } = context
  const style = { language, zone: newspaper.zone }
  return (
    <p class="meta">
      {isDated && (
        <time datetime={publicationStamp(card.firstPublished, newspaper.zone)}>
          {dayWords(card.firstPublished.at, style)}
        </time>
      )}
      {subject.kind !== 'author' && card.authors.length > 0 && (
        <span>
          <Authors context={context} authors={card.authors} />
        </span>
      )}
      <span>{message(language, 'story.minutes', { minutes: readingMinutes(card.words) })}</span>
      {card.isCorrected && <b>{message(language, 'story.corrected')}</b>}
    </p>
  )
}

/** Authors joined as the language joins names, each leading to their page. */
export const Authors: FC<{ context: PageContext; authors: readonly Byline[] }> = ({ context, authors }) => (
  <>
    {nameList(
      authors.map(({ slug, name, names = {} }) => ({ slug, name: personaName({ name, names }, context.language) })),
      context.language,
    ).map((part) =>
      typeof part === 'string' ? (
        part
      ) : (
        <a rel="author" href={authorPath(context, part)}>
          {part.name}
        </a>
      ),
    )}
  </>
)
