import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import { edtfBounds } from '../../record/edtf.ts'
import type { EntryOf } from '../../record/entry.ts'
import { familyOf } from '../../record/event-family.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { When } from '../../record/when.ts'
import type { Instant } from '../../time.ts'
import { jsonForScript } from '../machines/json-for-script.ts'
import { homePath } from '../links.ts'
import type { PageContext } from '../props.ts'
import { claimData } from './claim-data.ts'
import { eventOf } from './event-assessments.tsx'
import { EVENT_FILES, eventFilePath } from './event-data.tsx'
import { eventTitleOf, type Told } from './record-names.ts'
import { claimPath } from './record-paths.ts'
import { claimSentence } from './claim-words.ts'
import { standingAssessments, verdictWords } from './verdict-words.ts'
import { whereWords } from './where-words.ts'

interface DataProps {
  readonly context: PageContext
  readonly eventId: EventId
  readonly set: RecordSet
  readonly asOf: Instant
}

/** schema.org, with the provenance ontology for what schema.org has no word for. */
export const DATA_CONTEXT = ['https://schema.org', { prov: 'http://www.w3.org/ns/prov#' }] as const

/** What machines should know of an event: the data set, every claim with its claimant, and our own verdicts. */
export const RecordData: FC<DataProps> = (props) => (
  <>
    <meta property="og:type" content="article" />
    <meta
      property="og:title"
      content={eventTitleOf({ set: props.set, language: props.context.language }, props.eventId)}
    />
    <meta property="og:url" content={props.context.siteUrl + props.context.path} />
    <meta property="og:site_name" content={props.context.newspaper.name} />
    <script type="application/ld+json">
      {raw(jsonForScript({ '@context': DATA_CONTEXT, '@graph': recordGraph(props) }))}
    </script>
  </>
)

/** The nodes of an event's graph: the data set, each claim, each review. */
export function recordGraph(props: DataProps): readonly Readonly<Record<string, unknown>>[] {
  const { context, set, eventId } = props
  const told: Told = { set, language: context.language }
  const { parts } = familyOf(set, eventId)
  const claims = [...set.claims.values()].filter(
    ({ content: { about } }) => about.eventId === eventId || parts.has(about.eventId),
  )
  const reviews = standingAssessments(set).filter((one) => eventOf(set, one) === eventId)
  return [
    dataset(props, told),
    ...claims.map((claim) => claimData(context, told, claim)),
    ...reviews.flatMap((one) => claimReview(context, told, one)),
  ]
}

function dataset({ context, set, eventId, asOf }: DataProps, told: Told): Readonly<Record<string, unknown>> {
  const { siteUrl, path, newspaper, language } = context
  const event = set.events.get(eventId)
  const coverage = event && temporalCoverage(event.content.when)
  return {
    '@type': 'Dataset',
    '@id': `${siteUrl}${path}#data`,
    url: siteUrl + path,
    name: eventTitleOf(told, eventId),
    inLanguage: language,
    isAccessibleForFree: true,
    dateModified: asOf,
    ...(coverage ? { temporalCoverage: coverage } : {}),
    ...(event ? { spatialCoverage: { '@type': 'Place', name: whereWords(told, event.content.where) } } : {}),
    creator: {
      '@type': 'NewsMediaOrganization',
      name: newspaper.name,
      url: siteUrl + homePath(context, newspaper.defaultLanguage),
    },
    distribution: EVENT_FILES.map(({ file, mediaType }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType,
      contentUrl: siteUrl + eventFilePath(file, eventId),
    })),
  }
}

/** ISO 8601, as schema.org asks: a day, an interval, an open end as `..`; nothing where the date is vaguer than that. */
function temporalCoverage({ edtf }: When): string | null {
  const { earliest, latest } = edtfBounds(edtf)
  if (earliest === null && latest === null) return null
  return earliest === latest ? earliest : `${earliest ?? '..'}/${latest ?? '..'}`
}

/**
 * Our verdict on a claim: only where somebody of the newsroom has given one. A range of figures is no verdict, and
 * "unverified" says that nobody has looked.
 */
function claimReview(
  context: PageContext,
  told: Told,
  { content }: EntryOf<'assessment'>,
): Readonly<Record<string, unknown>>[] {
  const { subject, verdict, at } = content
  const claim = subject.kind === 'claim' ? told.set.claims.get(subject.claimId) : undefined
  if (!claim || verdict === 'unverified') return []
  const { siteUrl, path, newspaper } = context
  return [
    {
      '@type': 'ClaimReview',
      url: siteUrl + path,
      datePublished: at,
      claimReviewed: claimSentence(told, claim),
      itemReviewed: { '@id': siteUrl + claimPath(context, claim.id) },
      reviewRating: { '@type': 'Rating', alternateName: verdictWords(told, verdict) },
      author: { '@type': 'NewsMediaOrganization', name: newspaper.name },
    },
  ]
}
