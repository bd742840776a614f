import type { FC } from 'hono/jsx'
import type { EventType } from '../../record/event.ts'
import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { dayWords, publicationStamp } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext, StoryCard } from '../props.ts'
import { entryPath } from '../record/record-paths.ts'
import { typeWords } from '../record/vocabulary.ts'
import { Authors } from '../story/story-card.tsx'
import { sectionName, sectionsOf } from '../fronts/subjects.ts'
import { Marked } from './marked.tsx'
import type { MarkedPiece } from './marked-text.ts'

/** A story that fits, with its words marked. */
export interface FoundStoryLine {
  readonly kind: 'story'
  readonly card: StoryCard
  readonly headline: readonly MarkedPiece[]
  readonly snippet: readonly MarkedPiece[]
}

/** An event that fits. */
export interface FoundEventLine {
  readonly kind: 'event'
  readonly slug: string
  readonly type: EventType
  readonly title: readonly MarkedPiece[]
  /** The title's language, where it has none in the page's. */
  readonly titleLanguage: Language | null
  readonly when: string
  readonly where: string
}

export type FoundLine = FoundStoryLine | FoundEventLine

/** Stories and events in the order of the answer. */
export const Results: FC<{ context: PageContext; lines: readonly FoundLine[] }> = ({ context, lines }) => {
  if (lines.length === 0) return <></>
  return (
    <ol class="results">
      {lines.map((line) => (
        <li class="story">
          {line.kind === 'story' ? (
            <StoryLine context={context} line={line} />
          ) : (
            <EventResult context={context} line={line} />
          )}
        </li>
      ))}
    </ol>
  )
}

const StoryLine: FC<{ context: PageContext; line: FoundStoryLine }> = ({
  context,
  line: { card, headline, snippet },
}) => {
  const { language, newspaper } = context
  const isForeign = card.language !== language
  const written = isForeign ? { lang: card.language, dir: textDirection(card.language) } : {}
  const section = sectionsOf(context, card.sectionIds).at(-1)
  const sectionWords = section && sectionName(context, section)
  const kicker = card.kicker ?? sectionWords
  return (
    <>
      {kicker && (
        <p class="kicker">
          <b>{kicker}</b>
        </p>
      )}
      <h3 {...written}>
        <a href={card.path} hreflang={isForeign ? card.language : undefined}>
          <Marked pieces={headline} />
        </a>
      </h3>
      {snippet.length > 0 && (
        <p class="stand" {...written}>
          <Marked pieces={snippet} />
        </p>
      )}
      <p class="meta">
        <time datetime={publicationStamp(card.firstPublished, newspaper.zone)}>
          {dayWords(card.firstPublished.at, { language, zone: newspaper.zone })}
        </time>
        {sectionWords !== undefined && sectionWords !== kicker && <span>{sectionWords}</span>}
        {card.authors.length > 0 && (
          <span>
            <Authors context={context} authors={card.authors} />
          </span>
        )}
        {card.isCorrected && <b>{message(language, 'story.corrected')}</b>}
      </p>
    </>
  )
}

const EventResult: FC<{ context: PageContext; line: FoundEventLine }> = ({ context, line }) => {
  const { language } = context
  const { slug, type, title, titleLanguage, when, where } = line
  return (
    <>
      <p class="kicker">
        <b>{message(language, 'search.record')}</b> · {typeWords(type, language)}
      </p>
      <h3 lang={titleLanguage ?? undefined} dir={titleLanguage === null ? undefined : textDirection(titleLanguage)}>
        <a href={entryPath(context, 'event', slug)}>
          <Marked pieces={title} />
        </a>
      </h3>
      <p class="meta">
        <span>{when}</span>
        {where && <span>{where}</span>}
      </p>
    </>
  )
}
