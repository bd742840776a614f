import type { PublicStory } from '../../story/public-story.ts'
import type { Section } from '../../story/section.ts'
import { SHARE_CARD_SIZE, type ShareCard, shareCardPath } from '../../story/share-card.ts'
import { textDirection } from '../../story/text-direction.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { sectionName } from '../fronts/subjects.ts'

/** What a page says of the picture by which it is shared. */
export interface SharedPicture {
  readonly path: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** The picture by which a story is shared, drawn of its words. */
export function shareCard(context: PageContext, story: PublicStory, sections: readonly Section[]): SharedPicture {
  const card = shareCardOf(context, story, sections)
  const words = [card.paper, card.label, card.headline, card.day, card.corrected]
  return {
    path: shareCardPath(card),
    alt: words.filter((word) => word !== null).join(' · '),
    ...SHARE_CARD_SIZE,
  }
}

/** The words on a story's card: what a reader should know who sees nothing but the picture, a correction included. */
export function shareCardOf(context: PageContext, story: PublicStory, sections: readonly Section[]): ShareCard {
  const { newspaper } = context
  const { id, language, headline, kicker, firstPublished, notes } = story
  const style = { language, zone: newspaper.zone }
  const section = sections.at(-1)
  const corrections = notes.filter(({ kind }) => kind === 'correction').map(({ at }) => at)
  const newest = corrections.toSorted().at(-1)
  return {
    storyId: id,
    language,
    direction: textDirection(language),
    paper: newspaper.name,
    label: kicker ?? (section ? sectionName({ ...context, language }, section) : null),
    headline,
    // A bare day is stored as its noon in UTC.
    day: dayWords(firstPublished.at, firstPublished.precision === 'day' ? { ...style, zone: 'UTC' } : style),
    corrected: newest === undefined ? null : message(language, 'card.corrected', { day: dayWords(newest, style) }),
  }
}
