import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import { OnrecordError } from '../../errors.ts'
import type { StoryId } from '../../ids.ts'
import { drawInThread } from '../../media/share-card.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { openPreview } from '../../newsroom/preview-links.ts'
import { storyAsPublished, type StoryAsPublished } from '../../newsroom/story-as-published.ts'
import { theNewspaper } from '../../newsroom/story-path.ts'
import { textAtWork } from '../../newsroom/text-at-work.ts'
import { loadPreview, previewedCard } from '../../press/load/load-preview.ts'
import { contentOf } from '../../store/translations.ts'
import { escapeHtml } from '../../story/safe-html.ts'
import { previewLine } from './preview-line.ts'
import { problemJson } from './problem-json.ts'
import type { StudioHouse, Visit } from './visit.ts'

/** How a page is looked at: as on a screen, as on a dark one, as on paper. */
export type PreviewAs = 'screen' | 'dark' | 'print'

const NEVER_KEPT = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const

/** The page of the text as it is being written, for a frame of the studio's own. */
export async function staffPage({ newsroom, house }: Visit, storyId: StoryId, as: PreviewAs): Promise<Response> {
  const { story } = await textAtWork(newsroom.db, storyId)
  assertNotKilled(story)
  const published = await storyAsPublished(newsroom.db, story, newsroom.now())
  return page(house, published, { as, media: `/studio/api/stories/${storyId}/preview/media/`, framed: true, line: '' })
}

/** The picture by which the story would be shared: drawn for this answer and kept nowhere. */
export async function staffCard({ newsroom, house }: Visit, storyId: StoryId): Promise<Response> {
  const { story } = await textAtWork(newsroom.db, storyId)
  assertNotKilled(story)
  const published = await storyAsPublished(newsroom.db, story, newsroom.now())
  const bytes = await drawInThread(await previewedCard(sourceOf(house), published.story))
  return new Response(new Uint8Array(bytes), { headers: { ...NEVER_KEPT, 'content-type': 'image/png' } })
}

/** A file of a picture that the story shows, which readers may not have yet. */
export async function staffMedia({ newsroom, house }: Visit, storyId: StoryId, name: string): Promise<Response> {
  const { story } = await textAtWork(newsroom.db, storyId)
  const file = await mediaFile(house, await storyAsPublished(newsroom.db, story, newsroom.now()), name)
  if (!file) throw new OnrecordError('not-found', 'The story shows no such file.')
  return file
}

/** What a feed and a search engine would say. */
export async function staffPreview({ newsroom, house }: Visit, storyId: StoryId) {
  const { story } = await textAtWork(newsroom.db, storyId)
  assertNotKilled(story)
  const { story: shown } = await storyAsPublished(newsroom.db, story, newsroom.now())
  const { name } = await theNewspaper(newsroom.db)
  return {
    paper: name,
    url: house.siteUrl() + shown.path,
    language: shown.language,
    headline: shown.headline,
    standfirst: shown.standfirst,
    kicker: shown.kicker,
    words: shown.words,
    firstPublished: shown.firstPublished.at,
  }
}

/**
 * `/studio/preview/{token}`: the story for somebody outside who was given the link, without a sign-in. Nothing of the
 * margin, nobody's name, no way further in. Whatever is wrong with the link, the answer is one and the same.
 */
export function previewPages(app: Hono, house: StudioHouse): void {
  app.get('/studio/preview/:token', async (context) => {
    const token = context.req.param('token')
    const opened = await opening(house.newsroom, token)
    if (!opened) return nothingThere()
    const line = previewLine(opened.published.story.language, opened.label)
    const media = `/studio/preview/${encodeURIComponent(token)}/media/`
    return page(house, opened.published, { as: 'screen', media, framed: false, line })
  })
  app.get('/studio/preview/:token/media/:name', async (context) => {
    const opened = await opening(house.newsroom, context.req.param('token'), false)
    const file = opened && (await mediaFile(house, opened.published, context.req.param('name')))
    return file ?? nothingThere()
  })
}

const nothingThere = (): Response => {
  const response = problemJson(new OnrecordError('not-found', 'There is nothing here, or not any more.'))
  for (const [name, value] of Object.entries(NEVER_KEPT)) response.headers.set(name, value)
  return response
}

async function opening(newsroom: Newsroom, token: string, isCounted = true) {
  const now = newsroom.now()
  const link = await openPreview(newsroom, token, { now, isCounted })
  if (!link) return null
  const { story } = await textAtWork(newsroom.db, link.storyId)
  const { storyId, revision, label } = link
  const content = revision === null ? story.content : await contentOf(newsroom.db, { storyId, revision })
  if (!content) return null
  return { label, published: await storyAsPublished(newsroom.db, { ...story, content }, now) }
}

const sourceOf = ({ edition, siteUrl }: StudioHouse) => ({ edition, siteUrl: siteUrl() })

interface Frame {
  readonly as: PreviewAs
  /** Where the files of its pictures are asked for. */
  readonly media: string
  readonly framed: boolean
  /** What stands above it for whoever was given a link; finished markup. */
  readonly line: string
}

async function page(house: StudioHouse, published: StoryAsPublished, frame: Frame): Promise<Response> {
  const { body, style } = await loadPreview(sourceOf(house), published)
  const shown = styleFor(style, frame.as)
  const html = withMedia(body, published, frame.media)
    .replace(`<style>${style}</style>`, () => `<style>${shown}</style><meta name="robots" content="noindex, nofollow">`)
    .replace(/<body[^>]*>/, (start) => start + frame.line)
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(shown).digest('base64')}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frame.framed ? "'self'" : "'none'"}`,
  ].join('; ')
  const headers = { ...NEVER_KEPT, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
  return new Response(html, { headers })
}

/** The page's own sheet, with the conditions met that a screen here does not meet. */
function styleFor(style: string, as: PreviewAs): string {
  if (as === 'print') return style.replaceAll('@media print', '@media all')
  if (as === 'dark') {
    return `${style.replaceAll('@media screen and (prefers-color-scheme:dark)', '@media screen')}:root{color-scheme:dark}`
  }
  return style
}

/** The files of the story's own pictures are asked for where they may be had: readers' address has them not yet. */
function withMedia(body: string, { pictures }: StoryAsPublished, media: string): string {
  const names = [...pictures.values()].flatMap(({ renditions }) => renditions.map(({ name }) => name))
  return names.reduce((html, name) => html.replaceAll(`/media/${name}`, escapeHtml(media) + name), body)
}

async function mediaFile(house: StudioHouse, { pictures }: StoryAsPublished, name: string): Promise<Response | null> {
  const renditions = [...pictures.values()].flatMap((picture) => picture.renditions)
  const rendition = renditions.find((one) => one.name === name)
  if (!rendition) return null
  const stored = await house.shelves.media.read(name)
  if (!stored) return null
  const headers = { ...NEVER_KEPT, 'content-type': `image/${rendition.format}` }
  return new Response(Readable.toWeb(stored.content) as ReadableStream<Uint8Array>, { headers })
}

function assertNotKilled({ kill }: { readonly kill: object | null }): void {
  if (kill) throw new OnrecordError('refused', 'The story was withdrawn: readers have its notice and nothing else.')
}
