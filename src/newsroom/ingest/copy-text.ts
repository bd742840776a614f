import { createHash } from 'node:crypto'
import type { IncomingDate, IncomingStory } from '../../intake/incoming.ts'
import { comparedText } from '../../intake/text-overlap.ts'
import type { IncomingCopy } from '../../store/incoming-copy.ts'
import { parseDocument } from '../../story/document-schema.ts'
import { plainText } from '../../story/plain-text.ts'
import { type Instant, noonOf } from '../../time.ts'

/** An item as it was read, its body raised to the form of this release. */
export function storyOf({ story }: Pick<IncomingCopy, 'story'>): IncomingStory {
  const kept = story as IncomingStory
  return { ...kept, body: parseDocument(kept.body) }
}

/** The same as its source had it before the last change; null where it never changed. */
export const storyBefore = ({ saidBefore }: IncomingCopy): IncomingStory | null =>
  saidBefore === null ? null : storyOf({ story: saidBefore })

/**
 * The words of an item without its headline: standfirst and body. A feed often gives the beginning of the text as its
 * summary too; that is not said twice.
 */
export function textOf({ standfirst, body }: IncomingStory): string {
  const text = plainText(body)
  const summary = comparedText(standfirst).words.join(' ')
  const isSaidAgain = comparedText(text.slice(0, standfirst.length * 2))
    .words.join(' ')
    .startsWith(summary)
  return [isSaidAgain ? '' : standfirst.trim(), text].filter((part) => part !== '').join('\n\n')
}

/** What somebody may look for in an item: its words without accents and case, a space before each. */
export function searchedWords(story: IncomingStory): string {
  const { words } = comparedText([story.kicker ?? '', story.headline, ...story.bylines, textOf(story)].join('\n'))
  return words.map((word) => ` ${word}`).join('')
}

/** Whether an item says something else than before: its words, its byline, its date, its pictures, its standing. */
export function hashOfCopy(story: IncomingStory): string {
  const { status, published, kicker, headline, standfirst, bylines, body, pictures } = story
  const addresses = pictures.map(({ url, caption, credit }) => [url, caption, credit])
  const said = [status, published, kicker, headline, standfirst, bylines, body, addresses]
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url')
}

/** The instant of a date; of a day alone, its noon. */
export const instantOfDate = (date: IncomingDate | null): Instant | null =>
  date && (date.precision === 'minute' ? date.at : noonOf(date.on))

/** When an item was said, as well as it is known: by its own date, else by when it came. */
export const saidAt = (copy: IncomingCopy): Instant =>
  instantOfDate((copy.story as IncomingStory).published) ?? copy.receivedAt
