import { eventsIn } from '../../story/figures.ts'
import type { HousePageKind } from '../../story/house-page.ts'
import { plainText } from '../../story/plain-text.ts'
import type { GoneStory, PublicStory } from '../../story/public-story.ts'
import { type Persona, personaName, type Section } from '../../story/section.ts'
import { noteLines, noteTitle } from '../story/note-words.ts'
import { entryTag, feedContent, storyTag } from '../feeds/feed-entry.ts'
import { authorPath, frontPath } from '../links.ts'
import { namesInWords } from '../name-list.ts'
import { housePageUrl } from '../machines/organisation-data.ts'
import type { PhotoElsewhere, PhotoFile } from '../figures/photos-elsewhere.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { actorNameOf, eventTitleOf, placeNameOf } from '../record/record-names.ts'
import { entryPath } from '../record/record-paths.ts'
import type { StoryRecord } from '../record/story-record.ts'
import { sectionName } from '../fronts/subjects.ts'

type Json = Readonly<Record<string, unknown>>

export interface NinjsProps {
  readonly context: PageContext
  readonly story: PublicStory
  readonly sections: readonly Section[]
  readonly authors: readonly Persona[]
  readonly record: StoryRecord | null
  /** Its photographs, each as an item of its own. */
  readonly pictures?: readonly PhotoElsewhere[]
}

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const

const json = (item: Json): RenderedPage => ({
  contentType: 'application/json; charset=utf-8',
  body: `${JSON.stringify(item)}\n`,
  style: null,
})

/** A story for other newsrooms: ninjs 3.1 of the IPTC, whole, with what the record knows of its events. */
export function ninjs(props: NinjsProps): RenderedPage {
  const { context, story, authors } = props
  const { newspaper, siteUrl } = context
  const { legalName } = newspaper.profile
  const by = namesInWords(
    authors.map((author) => personaName(author, story.language)),
    story.language,
  )
  return json({
    uri: storyTag(context, story),
    standard: STANDARD,
    type: 'text',
    representationType: 'full',
    version: String(story.versions),
    firstCreated: story.firstPublished.at,
    versionCreated: story.updatedAt,
    pubStatus: 'usable',
    language: story.language,
    title: story.headline,
    headlines: headlines(story),
    ...(story.standfirst ? { descriptions: [plain('summary', story.standfirst)] } : {}),
    bodies: bodies(context, story),
    ...(by ? { by } : {}),
    ...(story.dateline ? { located: story.dateline.place } : {}),
    copyrightHolder: legalName ?? newspaper.name,
    ...corrections(context, story),
    subjects: subjects(props),
    ...ofTheRecord(props),
    infoSources: infoSources(props),
    renditions: [{ name: 'web', href: siteUrl + story.path, contentType: 'text/html', title: story.headline }],
    ...associations(props),
    altIds: [{ role: 'onrecord', value: story.id }],
    ...trustIndicators(context),
  })
}

/** What is left of a withdrawn story, for newsrooms that took it: its name, that it is cancelled, and the notice. */
export const goneNinjs = (context: PageContext, story: GoneStory): RenderedPage =>
  json({
    uri: storyTag(context, story),
    standard: STANDARD,
    type: 'text',
    representationType: 'partial',
    firstCreated: story.firstPublished.at,
    versionCreated: story.killedAt,
    pubStatus: 'canceled',
    language: story.language,
    edNote: story.notice,
    altIds: [{ role: 'onrecord', value: story.id }],
  })

const plain = (role: string, value: string) => ({ role, contentType: 'text/plain', value })

const headlines = ({ headline, kicker }: PublicStory) => [
  plain('main', headline),
  ...(kicker ? [plain('kicker', kicker)] : []),
]

/** The text twice: in paragraphs, and as markup with the notes above it and whole addresses in it. */
function bodies(context: PageContext, story: PublicStory) {
  const text = plainText(story.body)
  const html = feedContent({ context, story })
  return [
    { ...plain('main', text), charCount: text.length, wordCount: story.words },
    { role: 'richtext', contentType: 'text/html', charCount: html.length, value: html },
  ]
}

function corrections({ newspaper }: PageContext, { notes, language }: PublicStory): Json {
  const lines = notes.map(
    (note) => `${noteTitle(note, { language, zone: newspaper.zone })}: ${noteLines(note, language).join(' ')}`,
  )
  return lines.length > 0 ? { edNote: lines.join('\n') } : {}
}

const subjects = ({ context, story, sections }: NinjsProps) => [
  ...sections.map((section) => ({
    name: sectionName(context, section),
    rel: section.kind === 'series' ? 'isPartOf' : 'section',
    uri: context.siteUrl + frontPath(context, { kind: 'section', section }),
  })),
  ...story.keywords.map((name) => ({ name, rel: 'keyword' })),
]

/** The paper, and whoever signs. */
const infoSources = ({ context, authors }: NinjsProps) => [
  { name: context.newspaper.name, role: 'publisher', uri: context.siteUrl },
  ...authors.map((author) => ({
    name: personaName(author, context.language),
    role: 'author',
    uri: context.siteUrl + authorPath(context, author),
  })),
]

/** The events that the story draws, where they happened, and who took part or was hurt, each by its page in the record. */
function ofTheRecord({ context, story, record }: NinjsProps): Json {
  if (!record) return {}
  const { set } = record
  const told = { set, language: story.language }
  const url = (kind: 'event' | 'actor' | 'place', slug: string) => context.siteUrl + entryPath(context, kind, slug)
  const events = eventsIn(story.body).flatMap((id) => set.events.get(id) ?? [])
  const placeIds = new Set(events.map(({ content }) => content.where.placeId))
  const actorIds = new Set(events.flatMap(({ content }) => content.participation.map(({ actorId }) => actorId)))
  const actors = [...actorIds].flatMap((id) => {
    const actor = set.actors.get(id)
    if (!actor) return []
    const item = { name: actorNameOf(told, id), rel: 'about', uri: url('actor', actor.content.slug) }
    return [{ isPerson: actor.content.kind === 'person', item }]
  })
  const lists: Readonly<Record<string, readonly Json[]>> = {
    events: events.map(({ id, content }) => ({
      id,
      name: eventTitleOf(told, id),
      rel: 'about',
      uri: url('event', content.slug),
    })),
    places: [...placeIds].flatMap((id) => {
      const place = set.places.get(id)
      return place ? [{ name: placeNameOf(told, id) ?? '', rel: 'about', uri: url('place', place.content.slug) }] : []
    }),
    organisations: actors.flatMap(({ isPerson, item }) => (isPerson ? [] : [item])),
    people: actors.flatMap(({ isPerson, item }) => (isPerson ? [item] : [])),
  }
  return Object.fromEntries(Object.entries(lists).filter(([, items]) => items.length > 0))
}

function associations({ context, story, pictures = [] }: NinjsProps): Json {
  if (pictures.length === 0) return {}
  return {
    associations: pictures.map(({ id, alt, caption, credit, files }, index) => ({
      name: `picture-${index + 1}`,
      rel: index === 0 ? 'main' : 'illustration',
      uri: entryTag(context, story.firstPublished.at, id),
      type: 'picture',
      ...(credit ? { by: credit } : {}),
      descriptions: [...(caption ? [plain('caption', caption)] : []), ...(alt ? [plain('alt', alt)] : [])],
      renditions: files.map(rendition),
    })),
  }
}

const rendition = ({ url, contentType, width, height, bytes }: PhotoFile): Json => ({
  name: `${width}-${contentType.replace('image/', '')}`,
  href: url,
  contentType,
  width,
  height,
  sizeInBytes: bytes,
})

const TRUST = 'http://cv.iptc.org/newscodes/trustindicator/'

/** Which indicator of the IPTC's list each of the paper's pages about itself stands for. */
const INDICATORS: readonly (readonly [HousePageKind, string])[] = [
  ['about', 'editorialPolicy'],
  ['ownership', 'partyInfo'],
  ['funding', 'partyInfo'],
  ['masthead', 'partyInfo'],
  ['corrections-policy', 'correctionsPolicy'],
  ['verification', 'factCheckingPolicy'],
  ['unnamed-sources', 'unnamedSourcesPolicy'],
]

function trustIndicators(context: PageContext): Json {
  const found = INDICATORS.flatMap(([page, indicator]) => {
    const href = housePageUrl(context, page)
    return href ? [{ role: TRUST + indicator, title: page, href }] : []
  })
  return found.length > 0 ? { trustIndicators: found } : {}
}
