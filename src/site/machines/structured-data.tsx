import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { PictureId, StoryId } from '../../ids.ts'
import { eventsIn } from '../../story/figures.ts'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { PublicStory } from '../../story/public-story.ts'
import { type Persona, personaName, type Section } from '../../story/section.ts'
import type { Language } from '../../story/story.ts'
import { changeStamp, publicationStamp } from '../dates.ts'
import { jsonForScript } from './json-for-script.ts'
import { frontPath, homePath, ninjsPath } from '../links.ts'
import { authorData, housePageUrl, paperData } from './organisation-data.ts'
import { photosElsewhere } from '../figures/photos-elsewhere.ts'
import type { PageContext } from '../props.ts'
import { citations } from '../record/story-citations.ts'
import type { StoryRecord } from '../record/story-record.ts'
import { placeNameOf } from '../record/record-names.ts'
import { entryPath } from '../record/record-paths.ts'
import { type SharedPicture, shareCard } from '../story/share-card.ts'
import { parentsOf, sectionName } from '../fronts/subjects.ts'

type Data = Readonly<Record<string, unknown>>

interface StoryFacts {
  readonly context: PageContext
  readonly story: PublicStory
  readonly sections: readonly Section[]
  readonly authors: readonly Persona[]
  /** The story in other languages. */
  readonly translations?: readonly { readonly id?: StoryId; readonly language: Language; readonly path: string }[]
  readonly record?: StoryRecord | null
  /** The photographs of its body; left out where it shows none. */
  readonly pictures?: ReadonlyMap<PictureId, PublicPicture>
}

/** What machines should know of a story: schema.org for search engines, Open Graph for shared links, and its ninjs. */
export const StructuredData: FC<StoryFacts> = (facts) => (
  <>
    <OpenGraph {...facts} card={shareCard(facts.context, facts.story, facts.sections)} />
    <link rel="alternate" type="application/json" title="ninjs" href={ninjsPath(facts.context, facts.story)} />
    <script type="application/ld+json">{raw(jsonForScript(newsArticle(facts)))}</script>
  </>
)

const OpenGraph: FC<StoryFacts & { card: SharedPicture }> = ({ context, story, sections, authors, card }) => {
  const section = sections[0]
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:title" content={story.headline} />
      <meta property="og:description" content={story.standfirst} />
      <meta property="og:url" content={context.siteUrl + story.path} />
      <meta property="og:site_name" content={context.newspaper.name} />
      <meta property="og:locale" content={story.language.replace('-', '_')} />
      <meta property="og:image" content={context.siteUrl + card.path} />
      <meta property="og:image:width" content={String(card.width)} />
      <meta property="og:image:height" content={String(card.height)} />
      <meta property="og:image:alt" content={card.alt} />
      <meta
        property="article:published_time"
        content={publicationStamp(story.firstPublished, context.newspaper.zone)}
      />
      <meta property="article:modified_time" content={changeStamp(story, context.newspaper.zone)} />
      {section && <meta property="article:section" content={sectionName(context, section)} />}
      {authors.map((author) => (
        <meta property="article:author" content={personaName(author, context.language)} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

const NO_PICTURES: ReadonlyMap<PictureId, PublicPicture> = new Map()

/** The story as a schema.org NewsArticle, corrections included. */
function newsArticle(facts: StoryFacts): Data {
  const { context, story, sections, authors, record, pictures = NO_PICTURES } = facts
  const { siteUrl, newspaper } = context
  const url = siteUrl + story.path
  const corrections = story.notes.filter(({ kind }) => kind === 'correction')
  const principles = housePageUrl(context, 'about')
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url, ...breadcrumb(facts) },
    headline: story.headline,
    ...(story.kicker ? { alternativeHeadline: story.kicker } : {}),
    description: story.standfirst,
    inLanguage: story.language,
    datePublished: publicationStamp(story.firstPublished, newspaper.zone),
    dateModified: changeStamp(story, newspaper.zone),
    image: [
      ...photosElsewhere(context, story.body, pictures).map(({ middle }) => middle.url),
      siteUrl + shareCard(context, story, sections).path,
    ],
    wordCount: story.words,
    isAccessibleForFree: true,
    articleSection: sections.map((section) => sectionName(context, section)),
    ...(story.keywords.length > 0 ? { keywords: story.keywords } : {}),
    ...(story.dateline ? { dateline: story.dateline.place } : {}),
    ...contentLocation(facts),
    author: authors.map((author) => authorData(context, author)),
    publisher: paperData(context),
    ...(principles ? { publishingPrinciples: principles } : {}),
    ...series(facts),
    ...translations(facts),
    ...(record ? citations(context, story.body, record) : {}),
    ...(corrections.length > 0 ? { correction: corrections.map(correctionComment) } : {}),
  }
}

const correctionComment = ({ text, at }: PublicStory['notes'][number]) => ({
  '@type': 'CorrectionComment',
  text,
  datePublished: at,
})

/** The way from the home page to the story, by the last section of its path and those in which that one lies. */
function breadcrumb({ context, story, sections }: StoryFacts): Data {
  const nearest = sections.at(-1)
  if (!nearest) return {}
  const steps = [
    { name: context.newspaper.name, path: homePath(context, context.language) },
    ...[...parentsOf(context, nearest), nearest].map((section) => ({
      name: sectionName(context, section),
      path: frontPath(context, { kind: 'section', section }),
    })),
    { name: story.headline, path: story.path },
  ]
  const items = steps.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: context.siteUrl + path,
  }))
  return { breadcrumb: { '@type': 'BreadcrumbList', itemListElement: items } }
}

function series({ context, sections }: StoryFacts): Data {
  const parts = sections
    .filter(({ kind }) => kind === 'series')
    .map((section) => ({
      '@type': 'CreativeWorkSeries',
      name: sectionName(context, section),
      url: context.siteUrl + frontPath(context, { kind: 'section', section }),
    }))
  return parts.length > 0 ? { isPartOf: parts } : {}
}

/** A translation names its original; an original, and a story of which nobody says, its versions in other languages. */
function translations({ context, story, translations: others = [] }: StoryFacts): Data {
  const data = ({ language, path }: (typeof others)[number]) => ({
    '@type': 'NewsArticle',
    '@id': context.siteUrl + path,
    inLanguage: language,
  })
  if (story.translatedFrom !== null) {
    const original = others.find(({ id }) => id === story.translatedFrom)
    return original ? { translationOfWork: data(original) } : {}
  }
  return others.length > 0 ? { workTranslation: others.map(data) } : {}
}

/** More places say less. */
const MOST_PLACES = 5

/** Where the events happened that the story draws, as the record has it. */
function contentLocation({ context, story, record }: StoryFacts): Data {
  if (!record) return {}
  const { set } = record
  const ids = eventsIn(story.body).flatMap((id) => set.events.get(id)?.content.where.placeId ?? [])
  const places = [...new Set(ids)].slice(0, MOST_PLACES).flatMap((id) => {
    const name = placeNameOf({ set, language: context.language }, id)
    const slug = set.places.get(id)?.content.slug
    if (name === null || slug === undefined) return []
    return [{ '@type': 'Place', name, url: context.siteUrl + entryPath(context, 'place', slug) }]
  })
  return places.length > 0 ? { contentLocation: places } : {}
}
