import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { bodyHtml } from '../../story/body-html.ts'
import { eventsIn } from '../../story/figures.ts'
import { readingMinutes } from '../../story/plain-text.ts'
import type { PublicStory } from '../../story/public-story.ts'
import type { Persona, Section } from '../../story/section.ts'
import type { Dateline, Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { bodyWords } from './body-words.ts'
import { type DateStyle, dateWords, dayWords, isUpdatedLater, momentWords, publicationStamp } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { figureHtml } from '../figures/figure-html.tsx'
import { ownName } from '../house/masthead.tsx'
import { sectionPath } from '../links.ts'
import { markup } from '../markup.ts'
import { message } from '../messages/message.ts'
import { hasDrawing, photosOf, photoStyle } from '../figures/page-photos.ts'
import type { PagePhotos } from '../figures/photo.tsx'
import type { PageContext, RelatedStory, RenderedPage } from '../props.ts'
import { LaterStories, Related } from './related.tsx'
import { SinceWritten } from '../record/since-written.tsx'
import { recordDrawing } from '../record/story-drawing.tsx'
import type { StoryRecord } from '../record/story-record.ts'
import { SectionTrail } from '../fronts/section-trail.tsx'
import { Authors } from './story-card.tsx'
import { StoryFoot } from './story-foot.tsx'
import { StoryNotes } from './story-notes.tsx'
import { StructuredData } from '../machines/structured-data.tsx'
import { FIGURE_STYLE } from '../styles/figures.ts'
import { LEDGER_STYLE } from '../styles/ledger.ts'
import { NOTE_STYLE } from '../styles/notes.ts'
import { STORY_STYLE } from '../styles/story.ts'
import { TranslatedFrom, type TranslationOf, TranslationBanner } from './translation-banner.tsx'
import { publicationInZone } from './zone-words.ts'

/** A version of the story in another language. */
export interface Translation {
  readonly language: Language
  readonly path: string
  readonly headline: string
}

export interface StoryPageProps {
  readonly context: PageContext
  readonly story: PublicStory
  /** The story's sections in path order. */
  readonly sections: readonly Section[]
  /** The bylines in the order they are shown. */
  readonly authors: readonly Persona[]
  readonly translations: readonly Translation[]
  /** The story it was translated from, as readers have it now; left out where it is an original. */
  readonly translation?: TranslationOf | null
  readonly related: readonly RelatedStory[]
  /** Newer stories of the same events; left out where there are none. */
  readonly later?: readonly RelatedStory[]
  /** What the body shows of the record; null, or left out, where it shows nothing. */
  readonly record?: StoryRecord | null
  /** The photographs of its body; left out where it shows none. */
  readonly pictures?: PagePhotos['pictures']
}

/** A story as readers get it: whole without scripts, corrections above the body. */
export function storyPage(props: StoryPageProps): RenderedPage {
  const { story, sections } = props
  const context = inAllLanguages(props)
  const nearest = sections.at(-1)
  return pageDocument({
    context,
    title: story.headline,
    description: story.standfirst,
    styles: [
      STORY_STYLE,
      NOTE_STYLE,
      hasDrawing(story.body) ? FIGURE_STYLE : PLAIN_FIGURE_STYLE,
      photoStyle(story.body, photosOf(story.body, props.pictures ?? NO_PICTURES)),
      ...(showsRecord(props) ? [LEDGER_STYLE] : []),
    ],
    skip: 'skip.story',
    feeds: nearest ? [{ kind: 'section', section: nearest }] : [],
    ...(nearest && { currentPath: sectionPath(context, nearest) }),
    head: <StructuredData {...props} />,
    main: <Story {...props} context={context} />,
  })
}

/** Quotations are figures to a browser too; a story without a picture needs no more than this for them. */
const PLAIN_FIGURE_STYLE =
  'figure{margin:0 0 1.6rem}figcaption{font:.85rem/1.45 var(--sans);color:var(--soft);padding-block-start:.4rem}'

const NO_PICTURES: PagePhotos['pictures'] = new Map()

/** A box, a timeline or a note on what changed: all else of the record looks like the rest of the page. */
const showsRecord = ({ story, record }: StoryPageProps): boolean =>
  record !== null && record !== undefined && (eventsIn(story.body).length > 0 || record.changesSince.length > 0)

/** A story's own translations are its alternates, whatever the caller knew when it made the context. */
function inAllLanguages({ context, story, translations }: StoryPageProps): PageContext {
  if (translations.length === 0) return context
  const own = { language: story.language, path: story.path }
  return { ...context, alternates: [own, ...translations.map(({ language, path }) => ({ language, path }))] }
}

const Story: FC<StoryPageProps> = (props) => {
  const { context, story, sections, authors, translations, translation = null, related, later = [], record } = props
  const isAlone = related.length + later.length === 0
  const style = { language: context.language, zone: context.newspaper.zone }
  const photos = photosOf(story.body, props.pictures ?? NO_PICTURES)
  const body = bodyHtml(story.body, {
    figure: (figure, caption) => figureHtml(figure, context.language, caption, photos),
    words: bodyWords(context.language),
    ...(story.dateline
      ? { opening: markup(<DatelineWords dateline={story.dateline} language={context.language} />) }
      : {}),
    ...(record ? { record: recordDrawing(context, story.body, record) } : {}),
    takenIds: ['main'],
  })
  return (
    <article class={isAlone ? 'alone' : undefined}>
      <header>
        <SectionTrail context={context} sections={sections} />
        {story.kicker && (
          <p class="kicker">
            <b>{story.kicker}</b>
          </p>
        )}
        <h1>{story.headline}</h1>
        {story.standfirst && <p class="stand">{story.standfirst}</p>}
        <BylineLine
          context={context}
          story={story}
          authors={authors}
          style={style}
          translations={translations}
          translation={translation}
        />
      </header>
      <div class="body">
        {translation && <TranslationBanner context={context} translation={translation} />}
        <StoryNotes notes={story.notes} style={style} />
        {record && <SinceWritten context={context} set={record.set} changes={record.changesSince} />}
        {raw(body)}
        <StoryFoot context={context} story={story} authors={authors} />
      </div>
      {isAlone || (
        <div>
          <LaterStories context={context} related={later} />
          <Related context={context} related={related} />
        </div>
      )}
    </article>
  )
}

interface BylineProps {
  readonly context: PageContext
  readonly story: PublicStory
  readonly authors: readonly Persona[]
  readonly style: DateStyle
  readonly translations: readonly Translation[]
  readonly translation: TranslationOf | null
}

/** Who, when, how long, and where else: one line that wraps. */
const BylineLine: FC<BylineProps> = ({ context, story, authors, style, translations, translation }) => {
  const { language } = context
  const others = translations.filter(({ path }) => path !== translation?.original.path)
  return (
    <div class="by">
      {authors.length > 0 && (
        <b>
          {message(language, 'story.by')} <Authors context={context} authors={authors} />
        </b>
      )}
      <span>
        {message(language, 'story.published')}{' '}
        <time datetime={publicationStamp(story.firstPublished, style.zone)}>
          {publicationInZone(story.firstPublished, style)}
        </time>
      </span>
      {isUpdatedLater(story.firstPublished, story.updatedAt, style.zone) && <Updated story={story} style={style} />}
      <span>{message(language, 'story.minutes', { minutes: readingMinutes(story.words) })}</span>
      {translation && <TranslatedFrom context={context} translation={translation} />}
      {others.length > 0 && <Translations translations={others} language={language} />}
    </div>
  )
}

/** The day of the change, and its time when that was the day of publication. */
const Updated: FC<{ story: PublicStory; style: DateStyle }> = ({ story: { firstPublished, updatedAt }, style }) => {
  const day = dayWords(updatedAt, style)
  const isSameDay = day === dayWords(firstPublished.at, style)
  return (
    <span>
      {message(style.language, 'story.updated')}{' '}
      <time datetime={updatedAt}>{isSameDay ? momentWords(updatedAt, style) : day}</time>
    </span>
  )
}

const Translations: FC<{ translations: readonly Translation[]; language: Language }> = ({ translations, language }) => (
  <span class="also">
    {message(language, 'story.translations')}{' '}
    {translations.map((translation, index) => (
      <>
        {index > 0 && <span> · </span>}
        <a
          href={translation.path}
          lang={translation.language}
          hreflang={translation.language}
          dir={textDirection(translation.language)}
        >
          {ownName(translation.language)}: {translation.headline}
        </a>
      </>
    ))}
  </span>
)

/** Where the story was filed, and when: "BAMAKO, 29 July 2024 –", run into the first paragraph. */
const DatelineWords: FC<{ dateline: Dateline; language: Language }> = ({ dateline: { place, on }, language }) => (
  <>
    <b class="place">{place}</b>
    <span>
      {on && (
        <>
          , <time datetime={on}>{dateWords(on, language)}</time>
        </>
      )}
      {' – '}
    </span>
  </>
)
