import type { Entry } from '../../record/entry.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { EntryPageKind } from '../../story/addresses.ts'
import type { Instant } from '../../time.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { changeWords } from '../record/change-words.ts'
import type { Told } from '../record/record-names.ts'
import { claimPath, dataPath, entryPath } from '../record/record-paths.ts'
import { xml, XML_HEAD, xmlLeaf } from '../feeds/xml.ts'

/** Where the feeds are: `/data/changes.json` is the table of changes. */
export const CHANGES_ATOM = '/data/changes.atom'
export const CHANGES_JSON_FEED = '/data/changes.feed.json'

export interface ChangesFeedProps {
  readonly context: PageContext
  readonly set: RecordSet
  /** Newest first. */
  readonly changes: readonly RecordChange[]
  /** Lines whose text was erased since: readers of the feed drop what they had of them. */
  readonly erased: readonly { readonly sequence: number; readonly recordedAt: Instant; readonly erasedAt: Instant }[]
}

/** What a line of the history is, once for both forms. */
interface FeedLine {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly at: Instant
  readonly reason: string | null
  readonly kind: RecordChange['kind']
  readonly type: RecordChange['type']
}

/**
 * Changes of the record as Atom (RFC 4287), with a tombstone (RFC 6721) for each line whose text was erased.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6721
 */
export function changesAtom(props: ChangesFeedProps): string {
  const { context } = props
  const { siteUrl, newspaper, language } = context
  const self = siteUrl + CHANGES_ATOM
  return (
    XML_HEAD +
    xml(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        'xml:lang': language,
      },
      xmlLeaf('id', self),
      xmlLeaf('title', titleOf(context)),
      xmlLeaf('updated', updatedAt(props)),
      xml('link', { href: self, rel: 'self', type: 'application/atom+xml' }),
      xml('link', { href: siteUrl + dataPath(context), rel: 'alternate', type: 'text/html' }),
      xml('author', {}, xmlLeaf('name', newspaper.name)),
      ...linesOf(props).map(atomEntry),
      ...tombstonesOf(props).map(({ id, at }) => xml('at:deleted-entry', { ref: id, when: at })),
    )
  )
}

const atomEntry = ({ id, title, url, at, reason, kind, type }: FeedLine): string =>
  xml(
    'entry',
    {},
    xmlLeaf('id', id),
    xmlLeaf('title', title),
    xml('link', { href: url, rel: 'alternate', type: 'text/html' }),
    xmlLeaf('updated', at),
    xml('category', { term: kind }),
    xml('category', { term: type }),
    xmlLeaf('summary', reason ?? title),
  )

/**
 * The same as JSON Feed 1.1, which has no tombstones: an extension of ours lists what to drop.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function changesJsonFeed(props: ChangesFeedProps): object {
  const { context } = props
  const { siteUrl, newspaper, language } = context
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(context),
    home_page_url: siteUrl + dataPath(context),
    feed_url: siteUrl + CHANGES_JSON_FEED,
    language,
    authors: [{ name: newspaper.name, url: `${siteUrl}/` }],
    items: linesOf(props).map(({ id, title, url, at, reason, kind, type }) => ({
      id,
      url,
      title,
      content_text: reason === null ? title : `${title} ${reason}`,
      date_published: at,
      tags: [kind, type],
    })),
    _erased: {
      about: 'Items whose text was erased: drop what you keep of them.',
      ids: tombstonesOf(props).map(({ id }) => id),
    },
  }
}

const titleOf = ({ newspaper, language }: PageContext): string =>
  `${newspaper.name} · ${message(language, 'change.title')}`

/** The newest thing in the feed; the beginning of time for an empty one. */
const updatedAt = ({ changes, erased }: ChangesFeedProps): Instant =>
  [...changes.map(({ at }) => at), ...erased.map(({ erasedAt }) => erasedAt)].reduce<Instant>(
    (newest, at) => (at > newest ? at : newest),
    '1970-01-01T00:00:00.000Z' as Instant,
  )

function linesOf({ context, set, changes, erased }: ChangesFeedProps): FeedLine[] {
  const gone = new Set(erased.map(({ sequence }) => sequence))
  const told: Told = { set, language: context.language }
  return changes
    .filter(({ sequence }) => !gone.has(sequence))
    .map((change) => ({
      id: lineId(context, change.sequence, change.at),
      title: changeWords(told, change),
      url: context.siteUrl + pathOf(context, set, change),
      at: change.at,
      reason: change.reason,
      kind: change.kind,
      type: change.type,
    }))
}

const tombstonesOf = ({ context, erased }: ChangesFeedProps) =>
  erased.map(({ sequence, recordedAt, erasedAt }) => ({ id: lineId(context, sequence, recordedAt), at: erasedAt }))

/** A name that outlives every address (RFC 4151): the host, the day, and the number of the line. */
const lineId = ({ siteUrl }: PageContext, sequence: number, at: Instant): string =>
  `tag:${new URL(siteUrl).hostname},${at.slice(0, 10)}:change-${sequence}`

/** The page of what changed, else that of its event, else that of the data. */
function pathOf(context: PageContext, set: RecordSet, { kind, after, before, eventId }: RecordChange): string {
  const own = kind === 'erased' ? null : ownPath(context, after ?? before)
  if (own !== null) return own
  const event = eventId === null ? undefined : set.events.get(eventId)
  return event ? entryPath(context, 'event', event.content.slug) : dataPath(context)
}

function ownPath(context: PageContext, entry: Entry | null): string | null {
  if (entry === null) return null
  if (entry.type === 'claim') return claimPath(context, entry.id)
  return 'slug' in entry.content && isPaged(entry.type) ? entryPath(context, entry.type, entry.content.slug) : null
}

const isPaged = (type: Entry['type']): type is EntryPageKind =>
  type === 'event' || type === 'actor' || type === 'place' || type === 'source'
