import { bodyHtml, type RecordDrawing } from '../story/body-html.ts'
import type { Figure } from '../story/document.ts'
import { inlineText } from '../story/plain-text.ts'
import type { PublicStory } from '../story/public-story.ts'
import { builtHtml, escapeHtml, type SafeHtml } from '../story/safe-html.ts'
import type { Persona } from '../story/section.ts'
import type { Instant } from '../time.ts'
import { bodyWords } from './body-words.ts'
import { dayWords } from './dates.ts'
import { figureWords } from './figure-words.ts'
import { message } from './messages/message.ts'
import type { ListSubject, PageContext } from './props.ts'

/** A story in a feed, with its authors. */
export interface FeedStory {
  readonly story: PublicStory
  readonly authors: readonly Persona[]
}

export interface FeedProps {
  readonly context: PageContext
  readonly subject: ListSubject
  /** Newest first. */
  readonly stories: readonly FeedStory[]
}

/** The whole story for readers elsewhere: notes first, whole addresses, figures in words. */
export function feedContent({ context, story }: { context: PageContext; story: PublicStory }): SafeHtml {
  const storyUrl = context.siteUrl + story.path
  const body = bodyHtml(story.body, {
    figure: (figure, caption) => figureInWords(figure, caption, story, storyUrl),
    words: bodyWords(story.language),
    record: recordElsewhere(story, storyUrl),
    address: (href) => wholeAddress(href, context.siteUrl, storyUrl),
  })
  const standfirst = story.standfirst ? `<p><em>${escapeHtml(story.standfirst)}</em></p>` : ''
  return builtHtml(notesHtml(context, story) + standfirst + body)
}

/** What is drawn from the record follows it, and a feed's copy cannot: readers elsewhere get the way to it. */
function recordElsewhere({ language }: PublicStory, storyUrl: string): RecordDrawing {
  const way = (words: string) => `<a href="${escapeHtml(storyUrl)}">${escapeHtml(words)}</a>`
  return {
    ledger: () => builtHtml(`<p>${way(message(language, 'ledger.title'))}</p>`),
    timeline: () => builtHtml(`<p>${way(message(language, 'event.timeline'))}</p>`),
    eventMap: (_, caption) => builtHtml(`<p>${way(message(language, 'event.map'))} ${caption}</p>`),
    claimHref: () => null,
  }
}

const wholeAddress = (href: string, siteUrl: string, storyUrl: string): string => {
  if (href.startsWith('/')) return siteUrl + href
  return href.startsWith('#') ? storyUrl + href : href
}

/** Feed readers drop drawings: they get what the drawing says, and the way to it. */
function figureInWords(figure: Figure, caption: SafeHtml, story: PublicStory, storyUrl: string): SafeHtml {
  const words = escapeHtml(figureWords(figure, story.language))
  const text = inlineText(figure.content).trim() === '' ? '' : `<br>${caption}`
  return builtHtml(`<p><a href="${escapeHtml(storyUrl)}">${words}</a>${text}</p>`)
}

function notesHtml({ newspaper }: PageContext, { notes, language }: PublicStory): string {
  return notes
    .map(({ kind, at, text }) => {
      const date = dayWords(at, { language, zone: newspaper.zone })
      const title = message(language, kind === 'correction' ? 'story.correction' : 'story.update', { date })
      return `<p><strong>${escapeHtml(title)}</strong> ${escapeHtml(text)}</p>`
    })
    .join('')
}

/**
 * A name for the story that outlives its address (RFC 4151): the site's host, the day the story was first published,
 * and the id that never changes.
 */
export const storyTag = ({ siteUrl }: PageContext, { firstPublished, id }: PublicStory): string =>
  `tag:${new URL(siteUrl).hostname},${firstPublished.at.slice(0, 10)}:${id}`

/** When a feed last changed; the beginning of time for an empty one, which has not. */
export const feedUpdatedAt = (stories: readonly FeedStory[]): Instant =>
  stories.reduce<Instant>(
    (latest, { story }) => (story.updatedAt > latest ? story.updatedAt : latest),
    '1970-01-01T00:00:00.000Z' as Instant,
  )
