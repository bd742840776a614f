import { z } from 'zod'
import { storyContent } from '../../story/content-schema.ts'
import type { SectionKind } from '../../story/section.ts'
import type { StoryContent } from '../../story/story.ts'
import { type Instant, parseInstant, parseLocalDate } from '../../time.ts'
import type { Incoming, IncomingDate, IncomingSection, IncomingStatus, StoryProblem } from '../incoming.ts'
import { sectionKindOf } from '../section-kind.ts'
import { ownBody } from './own-body.ts'

/** A story of another Onrecord, from whichever of its exports. */
export interface OwnStory {
  readonly id: string
  readonly groupId: string | null
  readonly language: string
  readonly state: string
  readonly slug: string | null
  readonly path: string | null
  readonly publishedAt: string | null
  readonly precision: string | null
  readonly updatedAt: string | null
  readonly killNotice: string | null
  /** What readers have; null where they have nothing. */
  readonly live: unknown
  /** The newest text, which may be the same. */
  readonly newest: unknown
  readonly notes: readonly OwnNote[]
  readonly redirectsFrom: readonly string[]
}

export interface OwnNote {
  readonly kind: string
  readonly at: string
  readonly text: string
}

/** Names that a story refers to by id. */
export interface OwnHouse {
  readonly sections: ReadonlyMap<string, { readonly names: Readonly<Record<string, string>>; readonly kind: string }>
  readonly bylines: ReadonlyMap<string, { readonly name: string; readonly names: Readonly<Record<string, string>> }>
}

const KINDS: ReadonlySet<string> = new Set(['place', 'subject', 'series'] satisfies SectionKind[])

/**
 * A story of another Onrecord as any source tells its stories. What readers had there may be published here; what was
 * taken back stays private, whatever its text.
 *
 * @param pictureName the name of a picture's file in the export
 */
export function incomingOf(
  story: OwnStory,
  house: OwnHouse,
  { where, pictureName }: { readonly where: string; readonly pictureName: (id: string) => string },
): Incoming {
  const foreignId = `onrecord:${story.id}`
  const isPublic = story.live !== null && story.live !== undefined && story.state === 'published'
  const parsed = storyContent.safeParse(isPublic ? story.live : (story.newest ?? story.live))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const what = `The story’s text cannot be read (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}): left out.`
    return { kind: 'problem', foreignId, where, what }
  }
  const content = parsed.data as StoryContent
  const { body, pictures, problems } = ownBody(content.body, pictureName)
  return {
    kind: 'story',
    foreignId,
    address: null,
    slug: story.slug,
    translationGroup: story.groupId === null ? null : `onrecord:${story.groupId}`,
    status: statusOf(story, isPublic),
    published: dateOf(story),
    updatedAt: instant(story.updatedAt),
    kicker: content.kicker,
    headline: content.headline,
    standfirst: content.standfirst,
    sectionPath: content.sectionIds.flatMap((id) => sectionOf(house, id, story.language)),
    bylines: content.bylines.flatMap((id) => bylineOf(house, id, story.language)),
    keywords: content.keywords,
    language: story.language === '' ? null : story.language,
    body,
    pictures,
    redirectsFrom: [...new Set([...(story.path === null ? [] : [story.path]), ...story.redirectsFrom])],
    problems: [...problems, ...aboutTheStory(story, content, isPublic)],
  }
}

function statusOf({ state, killNotice }: OwnStory, isPublic: boolean): IncomingStatus {
  if (killNotice !== null || state === 'killed') return 'private'
  if (isPublic) return 'published'
  return state === 'scheduled' ? 'scheduled' : 'draft'
}

const instant = (text: string | null): Instant | null => (text === null ? null : (parseInstant(text) ?? null))

function dateOf({ publishedAt, precision }: OwnStory): IncomingDate | null {
  const at = instant(publishedAt)
  if (at === null) return null
  const on = parseLocalDate(at.slice(0, 10))
  return precision === 'day' && on ? { precision: 'day', on } : { precision: 'minute', at }
}

/** The name in the story's language, else in any that it has. */
const nameIn = (names: Readonly<Record<string, string>>, language: string): string | undefined =>
  names[language] ?? Object.values(names)[0]

function sectionOf({ sections }: OwnHouse, id: string, language: string): IncomingSection[] {
  const section = sections.get(id)
  const label = section && nameIn(section.names, language)
  if (!section || !label) return []
  return [{ label, kind: KINDS.has(section.kind) ? (section.kind as SectionKind) : sectionKindOf(label) }]
}

function bylineOf({ bylines }: OwnHouse, id: string, language: string): string[] {
  const byline = bylines.get(id)
  return byline ? [byline.names[language] ?? byline.name] : []
}

/** What a story that comes in anew cannot carry, in words that a desk can act on. */
function aboutTheStory(story: OwnStory, content: StoryContent, isPublic: boolean): StoryProblem[] {
  const problems: StoryProblem[] = []
  const tell = (what: string) => problems.push({ what, where: null })
  if (story.killNotice !== null) tell(`It was withdrawn there: “${story.killNotice}” It stays private here.`)
  if (isPublic && JSON.stringify(story.newest) !== JSON.stringify(story.live) && story.newest !== null) {
    tell('There is a newer text in the export that readers did not have: it was left out.')
  }
  for (const { kind, at, text } of story.notes)
    tell(`A note of ${at.slice(0, 10)} was not brought over: ${kind}: “${text}”`)
  if (content.dateline) tell(`The dateline was not brought over: ${content.dateline.place}.`)
  return problems
}

const names = z.record(z.string(), z.string()).catch({})

/** Sections and bylines, of which what is no section or byline is left out. */
export const ownSection = z.object({ id: z.string(), names, kind: z.string().catch('') })
export const ownByline = z.object({ id: z.string(), name: z.string(), names })
export const ownNotes = z.array(z.object({ kind: z.string(), at: z.string(), text: z.string() })).catch([])
