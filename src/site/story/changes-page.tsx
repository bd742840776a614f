import type { FC } from 'hono/jsx'
import type { PublicStory } from '../../story/public-story.ts'
import type { PublicVersion } from '../../story/public-version.ts'
import type { StoryNote } from '../../story/story.ts'
import { diffStory, isUnchanged, type StoryDiff } from '../../story/word-diff-story.ts'
import { isSame } from '../../story/word-diff.ts'
import { ChangedBody, ChangedWords } from './changed-words.tsx'
import { type DateStyle, momentWords, publicationStamp, publicationWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { message, type MessageKey } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { StoryNotes } from './story-notes.tsx'
import { CHANGES_STYLE } from '../styles/changes.ts'
import { NOTE_STYLE } from '../styles/notes.ts'

export interface ChangesPageProps {
  readonly context: PageContext
  readonly story: PublicStory
  /** All that readers have had, oldest first. */
  readonly versions: readonly PublicVersion[]
}

/** More than these are told by their dates and words only: a page that is rebuilt while somebody waits has to end. */
const COMPARED = 20

/**
 * What changed in a story between the versions that readers have had, the newest first. Searches are sent to the story
 * itself: this page is not for them.
 */
export function changesPage(props: ChangesPageProps): RenderedPage {
  const { context, story } = props
  return pageDocument({
    context,
    title: message(context.language, 'changes.of', { headline: story.headline }),
    description: message(context.language, 'changes.explain'),
    styles: [NOTE_STYLE, CHANGES_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Changes {...props} />,
    isIndexed: false,
  })
}

const Changes: FC<ChangesPageProps> = ({ context, story, versions }) => {
  const { language } = context
  const style = { language, zone: context.newspaper.zone }
  return (
    <>
      <nav class="kicker" aria-label={message(language, 'nav.place')}>
        <ul>
          <li>
            <a href={story.path}>{story.headline}</a>
          </li>
        </ul>
      </nav>
      <h1>{message(language, 'changes.title')}</h1>
      <p class="stand">{message(language, 'changes.explain')}</p>
      {versions.length > COMPARED + 1 && (
        <p class="plain">{message(language, 'changes.notCompared', { count: COMPARED })}</p>
      )}
      {versions
        .map((version, index) => (
          <Version
            story={story}
            version={version}
            before={versions[index - 1] ?? null}
            isPresent={index === versions.length - 1}
            isCompared={index >= versions.length - COMPARED}
            notes={notesOf(story.notes, versions, index)}
            style={style}
          />
        ))
        .toReversed()}
    </>
  )
}

/** A correction is often issued just before the text that carries it. */
const TOGETHER_MS = 60 * 60 * 1000

/** The notes that were issued with a version, or while readers had it. */
function notesOf(notes: readonly StoryNote[], versions: readonly PublicVersion[], index: number): StoryNote[] {
  const begins = (number: number): number => {
    const version = versions[number]
    return version === undefined ? Infinity : number === 0 ? -Infinity : Date.parse(version.at) - TOGETHER_MS
  }
  return notes.filter(({ at }) => Date.parse(at) >= begins(index) && Date.parse(at) < begins(index + 1))
}

interface VersionProps {
  readonly story: PublicStory
  readonly version: PublicVersion
  readonly before: PublicVersion | null
  readonly isPresent: boolean
  readonly isCompared: boolean
  readonly notes: readonly StoryNote[]
  readonly style: DateStyle
}

const Version: FC<VersionProps> = (props) => {
  const { story, version, before, isPresent, notes, style } = props
  const first = story.firstPublished
  const id = `version:${version.version}`
  return (
    <section class="version" aria-labelledby={id}>
      <h2 id={id}>
        <time datetime={before ? version.at : publicationStamp(first, style.zone)}>
          {before ? momentWords(version.at, style) : publicationWords(first, style)}
        </time>{' '}
        <small>
          {message(style.language, 'changes.version', { number: version.version })}
          {isPresent && ` · ${message(style.language, 'changes.present')}`}
        </small>
      </h2>
      {version.change && <p class="said-of">{version.change}</p>}
      {before === null && version.text !== null && <p class="plain">{message(style.language, 'changes.first')}</p>}
      <StoryNotes notes={notes} style={style} />
      <Difference {...props} />
    </section>
  )
}

/** What changed since the version before, as far as readers may see both. */
const Difference: FC<VersionProps> = ({ version, before, isCompared, style }) => {
  const { language } = style
  if (version.text === null) {
    return <p class="plain">{message(language, 'changes.withheld', { reason: version.withheld ?? '' })}</p>
  }
  if (before === null) return <></>
  if (before.text === null) return <p class="plain">{message(language, 'changes.afterWithheld')}</p>
  if (!isCompared) return <></>
  const diff = diffStory(before.text, version.text)
  if (isUnchanged(diff)) return <p class="plain">{message(language, 'changes.none')}</p>
  return (
    <>
      <Over diff={diff} style={style} />
      {diff.body.some(({ parts }) => !isSame(parts)) && (
        <>
          <h3>{message(language, 'changes.body')}</h3>
          <div class="words">
            <ChangedBody body={diff.body} language={language} />
          </div>
        </>
      )}
    </>
  )
}

const OVER = {
  kicker: 'changes.kicker',
  headline: 'changes.headline',
  standfirst: 'changes.standfirst',
} as const satisfies Partial<Record<keyof StoryDiff, MessageKey>>

/** What stands over the body, each part that changed under its name. */
const Over: FC<{ diff: StoryDiff; style: DateStyle }> = ({ diff, style: { language } }) => {
  const changed = (['kicker', 'headline', 'standfirst'] as const).flatMap((part) => {
    const parts = diff[part]
    return parts === null ? [] : [{ part, parts }]
  })
  if (changed.length === 0) return <></>
  return (
    <dl class="over">
      {changed.map(({ part, parts }) => (
        <>
          <dt>{message(language, OVER[part])}</dt>
          <dd>
            <ChangedWords parts={parts} language={language} />
          </dd>
        </>
      ))}
    </dl>
  )
}
