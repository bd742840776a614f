import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Persona, Section } from '../story/section.ts'
import type { PublicStory } from '../story/public-story.ts'
import { changeStamp, publicationStamp } from './dates.ts'
import { jsonForScript } from './json-for-script.ts'
import { authorPath, homePath } from './links.ts'
import type { PageContext } from './props.ts'
import { citations } from './record/story-citations.ts'
import type { StoryRecord } from './record/story-record.ts'
import { sectionName } from './subjects.ts'

interface StoryFacts {
  readonly context: PageContext
  readonly story: PublicStory
  readonly sections: readonly Section[]
  readonly authors: readonly Persona[]
  readonly record?: StoryRecord | null
}

/** What machines should know of a story: schema.org for search engines, Open Graph for shared links. */
export const StructuredData: FC<StoryFacts> = (facts) => (
  <>
    <OpenGraph {...facts} />
    <script type="application/ld+json">{raw(jsonForScript(newsArticle(facts)))}</script>
  </>
)

const OpenGraph: FC<StoryFacts> = ({ context, story, sections, authors }) => {
  const section = sections[0]
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:title" content={story.headline} />
      <meta property="og:description" content={story.standfirst} />
      <meta property="og:url" content={context.siteUrl + story.path} />
      <meta property="og:site_name" content={context.newspaper.name} />
      <meta property="og:locale" content={story.language.replace('-', '_')} />
      <meta
        property="article:published_time"
        content={publicationStamp(story.firstPublished, context.newspaper.zone)}
      />
      <meta property="article:modified_time" content={changeStamp(story, context.newspaper.zone)} />
      {section && <meta property="article:section" content={sectionName(context, section)} />}
      {authors.map(({ name }) => (
        <meta property="article:author" content={name} />
      ))}
      <meta name="twitter:card" content="summary" />
    </>
  )
}

/** The story as a schema.org NewsArticle, corrections included. */
function newsArticle({ context, story, sections, authors, record }: StoryFacts): Readonly<Record<string, unknown>> {
  const { siteUrl, newspaper } = context
  const url = siteUrl + story.path
  const corrections = story.notes.filter(({ kind }) => kind === 'correction')
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: story.headline,
    ...(story.kicker ? { alternativeHeadline: story.kicker } : {}),
    description: story.standfirst,
    inLanguage: story.language,
    datePublished: publicationStamp(story.firstPublished, newspaper.zone),
    dateModified: changeStamp(story, newspaper.zone),
    wordCount: story.words,
    isAccessibleForFree: true,
    articleSection: sections.map((section) => sectionName(context, section)),
    ...(story.keywords.length > 0 ? { keywords: story.keywords } : {}),
    ...(story.dateline ? { dateline: story.dateline.place } : {}),
    // Without a type, which schema.org allows: a byline is a person, a pseudonym or a desk, and the paper does not say
    // which. To call a desk a person would be the one false statement on the page.
    author: authors.map((author) => ({
      name: author.name,
      url: siteUrl + authorPath(context, author),
    })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: newspaper.name,
      url: siteUrl + homePath(context, newspaper.defaultLanguage),
    },
    ...(record ? citations(context, story.body, record) : {}),
    ...(corrections.length > 0 ? { correction: corrections.map(correctionComment) } : {}),
  }
}

const correctionComment = ({ text, at }: PublicStory['notes'][number]) => ({
  '@type': 'CorrectionComment',
  text,
  datePublished: at,
})
