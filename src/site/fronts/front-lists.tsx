import type { FC } from 'hono/jsx'
import { dayWords, publicationStamp } from '../dates.ts'
import type { Parts } from './front-heading.tsx'
import type { Thumbs } from './front-thumbs.ts'
import { archivePath, sectionPath } from '../links.ts'
import { message } from '../messages/message.ts'
import { ThumbPhoto } from '../figures/photo.tsx'
import type { ListSubject, PageContext, StoryCard } from '../props.ts'
import { CardText, type CardSize } from '../story/story-card.tsx'
import { sectionName } from './subjects.ts'
import type { Section } from '../../story/section.ts'

interface CardsProps {
  readonly context: PageContext
  readonly subject: ListSubject
  readonly cards: readonly StoryCard[]
  readonly look: 'column' | 'row' | 'row under'
  readonly level: 2 | 3
  /** `mixed`: the first two with their standfirst, the others by their headline. */
  readonly size: CardSize | 'mixed'
  readonly thumbs?: Thumbs
}

/** How many stories of a column have their standfirst. */
const STANDFIRSTS = 2

/** Stories in a column or in rows. */
export const Cards: FC<CardsProps> = ({ context, subject, cards, look, level, size, thumbs }) => (
  <ul class={look === 'column' ? look : `${look} of-${cards.length}`}>
    {cards.map((card, index) => (
      <li class="story">
        <Thumb thumbs={thumbs} card={card} />
        <CardText
          context={context}
          card={card}
          level={level}
          size={size === 'mixed' ? (index < STANDFIRSTS ? 'standfirst' : 'headline') : size}
          subject={subject}
        />
      </li>
    ))}
  </ul>
)

const Thumb: FC<{ thumbs: Thumbs | undefined; card: StoryCard }> = ({ thumbs, card }) => {
  const picture = thumbs?.get(card.id)
  return picture ? <ThumbPhoto picture={picture} /> : <></>
}

interface StripProps {
  readonly context: PageContext
  readonly strip: { readonly section: Section; readonly cards: readonly StoryCard[] }
  readonly thumbs: Thumbs
}

/** A section's newest stories: the first with its standfirst, large; of more than two the others by their headlines. */
export const SectionStrip: FC<StripProps> = ({ context, strip: { section, cards }, thumbs }) => {
  const subject: ListSubject = { kind: 'section', section }
  const size = (index: number): CardSize => (index === 0 || cards.length === 2 ? 'standfirst' : 'headline')
  return (
    <section class="strip named" aria-labelledby={`strip:${section.slug}`}>
      <h2 id={`strip:${section.slug}`}>
        <a href={sectionPath(context, section)}>{sectionName(context, section)}</a>
      </h2>
      <ul class={`set of-${cards.length}`}>
        {cards.map((card, index) => (
          <li class="story">
            <Thumb thumbs={thumbs} card={card} />
            <CardText context={context} card={card} level={3} size={size(index)} subject={subject} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A series in the order in which it is to be read, each part with its number. */
export const PartList: FC<{ context: PageContext; subject: ListSubject; parts: Parts }> = ({
  context,
  subject,
  parts: { total, first },
}) => {
  const { language, newspaper } = context
  return (
    <section class="strip" aria-labelledby="parts:">
      <h2 id="parts:">{message(language, 'front.allParts')}</h2>
      <ol class="parts">
        {first.map((card) => (
          <li>
            <a href={card.path}>{card.headline}</a>{' '}
            <time datetime={publicationStamp(card.firstPublished, newspaper.zone)}>
              {dayWords(card.firstPublished.at, { language, zone: newspaper.zone })}
            </time>
          </li>
        ))}
      </ol>
      {first.length < total && (
        <p class="foot">
          <a href={archivePath(context, subject)}>{message(language, 'front.nextParts')}</a>
        </p>
      )}
    </section>
  )
}
