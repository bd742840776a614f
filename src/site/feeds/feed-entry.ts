import { bodyHtml, type RecordDrawing } from '../../story/body-html.ts'
import type { PictureId } from '../../ids.ts'
import type { Figure } from '../../story/document.ts'
import { inlineText } from '../../story/plain-text.ts'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { PublicStory } from '../../story/public-story.ts'
import { builtHtml, escapeHtml, type SafeHtml } from '../../story/safe-html.ts'
import { bodyWords } from '../story/body-words.ts'
import { noteLines, noteTitle } from '../story/note-words.ts'
import { figureWords } from '../figures/figure-words.ts'
import { message } from '../messages/message.ts'
import { type PhotoElsewhere, photosElsewhere } from '../figures/photos-elsewhere.ts'
import type { PageContext } from '../props.ts'

/** A story for readers elsewhere, and the photographs that its body shows. */
interface FeedText {
  readonly context: PageContext
  readonly story: PublicStory
  readonly pictures?: ReadonlyMap<PictureId, PublicPicture>
}

/** The whole story for readers elsewhere: notes first, whole addresses, photographs, drawings in words. */
export function feedContent({ context, story, pictures = new Map() }: FeedText): SafeHtml {
  const storyUrl = context.siteUrl + story.path
  const photos = new Map(photosElsewhere(context, story.body, pictures).map((photo) => [photo.id, photo]))
  const body = bodyHtml(story.body, {
    figure: (figure, caption) => {
      const { picture } = figure.attrs
      if (picture.kind !== 'photo') return figureInWords(figure, caption, story, storyUrl)
      // The same photograph may be open in one place and covered in another.
      const photo = picture.cover === null ? photos.get(picture.pictureId) : undefined
      return photo ? photoElsewhere(photo, figure, caption) : builtHtml('')
    },
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

/** One file, since readers' software chooses none; its words stand under it. */
function photoElsewhere({ middle, alt }: PhotoElsewhere, { attrs: { credit } }: Figure, caption: SafeHtml): SafeHtml {
  const { url, width, height } = middle
  const image = `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`
  const words = [caption, credit ? escapeHtml(credit) : ''].filter((text) => text !== '').join(' · ')
  return builtHtml(`<figure>${image}${words && `<figcaption>${words}</figcaption>`}</figure>`)
}

/** Feed readers drop drawings: they get what the drawing says, and the way to it. */
function figureInWords(figure: Figure, caption: SafeHtml, story: PublicStory, storyUrl: string): SafeHtml {
  const words = escapeHtml(figureWords(figure, story.language))
  const text = inlineText(figure.content).trim() === '' ? '' : `<br>${caption}`
  return builtHtml(`<p><a href="${escapeHtml(storyUrl)}">${words}</a>${text}</p>`)
}

function notesHtml({ newspaper }: PageContext, { notes, language }: PublicStory): string {
  return notes
    .map((note) => {
      const title = noteTitle(note, { language, zone: newspaper.zone })
      const lines = noteLines(note, language).map(escapeHtml).join('<br>')
      return `<p><strong>${escapeHtml(title)}</strong> ${lines}</p>`
    })
    .join('')
}

/**
 * A name that outlives the address of what it names (RFC 4151): the site's host, the day of the first publication, and
 * the id that never changes.
 */
export const entryTag = ({ siteUrl }: PageContext, day: string, id: string): string =>
  `tag:${new URL(siteUrl).hostname},${day.slice(0, 10)}:${id}`

/** The story's own name, with which a withdrawal can still call it. */
export const storyTag = (context: PageContext, { firstPublished, id }: Pick<PublicStory, 'firstPublished' | 'id'>) =>
  entryTag(context, firstPublished.at, id)
