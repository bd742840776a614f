import { findBySlug } from '../../edition/record-lookups.ts'
import { eventFamilySet, setOfIds } from '../../edition/record-sets.ts'
import { recordTag } from '../../edition/tags.ts'
import { familyOf } from '../../record/event-family.ts'
import { ledgerOf } from '../../record/make-ledger.ts'
import { newestIn } from '../../record/newest-in.ts'
import { eventEmbedPage } from '../../site/record/event-embed-page.tsx'
import { oembedAnswer } from '../../site/record/oembed.ts'
import { eventTitleOf } from '../../site/record/record-names.ts'
import { type Address, pathTo } from '../../story/addresses.ts'
import { parsePath } from '../../story/parse-path.ts'
import type { FinishedPage } from '../page.ts'
import { finished, movedTo } from './finished.ts'
import { contextFor, openSite, type PageSource, type PublicSite } from './page-source.ts'

/** An event's box for a frame; the one page that other sites may show in theirs. */
export async function loadEventEmbed(
  site: PublicSite,
  address: Extract<Address, { kind: 'event-embed' }>,
): Promise<FinishedPage | undefined> {
  const { edition, newspaper } = site
  const { language } = address
  const found = await findBySlug(edition, 'event', address.slug)
  if (!found) return undefined
  if (found.kind === 'moved') return movedTo(pathTo({ ...address, slug: found.slug }, newspaper), [])
  const set = await eventFamilySet(edition, found.id)
  if (!set.events.has(found.id)) return undefined
  const { slug } = address
  const page = eventEmbedPage({
    context: contextFor(site, language, (other) => pathTo({ kind: 'event', language: other, slug }, newspaper)),
    eventId: found.id,
    set,
    ledger: ledgerOf(set, found.id),
    asOf: newestIn(set),
  })
  const shows = [found.id, ...familyOf(set, found.id).parts].map((id) => recordTag('event', id))
  return finished(page, { language, shows, mayBeFramed: true })
}

/** What another site asks of the address of a page of ours. */
export interface OEmbedQuestion {
  readonly url: string
  readonly maxWidth: number | null
  readonly maxHeight: number | null
}

/** Asks for the frame of an event's box; undefined for an address that is no event's, or not ours. */
export type OEmbed = (question: OEmbedQuestion) => Promise<Readonly<Record<string, string | number>> | undefined>

export const oembedFrom =
  (from: PageSource): OEmbed =>
  async ({ url, ...sizes }) => {
    const site = await openSite(from)
    const address = addressAt(site, url)
    if (address?.kind !== 'event' && address?.kind !== 'event-embed') return undefined
    const { language } = address
    const found = await findBySlug(site.edition, 'event', address.slug)
    if (!found) return undefined
    const slug = found.kind === 'moved' ? found.slug : address.slug
    const event = found.kind === 'moved' ? await findBySlug(site.edition, 'event', slug) : found
    if (event?.kind !== 'found') return undefined
    const set = await setOfIds(site.edition, [event.id])
    if (!set.events.has(event.id)) return undefined
    const context = contextFor(site, language, (other) =>
      pathTo({ kind: 'event', language: other, slug }, site.newspaper),
    )
    return oembedAnswer({ context, slug, language, title: eventTitleOf({ set, language }, event.id), ...sizes })
  }

/** What a whole address means, if it is one of ours. */
function addressAt({ siteUrl, newspaper }: PublicSite, url: string): Address | undefined {
  if (!URL.canParse(url)) return undefined
  const { origin, pathname } = new URL(url)
  return origin === new URL(siteUrl).origin ? parsePath(pathname.replace(/(?<=.)\/$/, ''), newspaper) : undefined
}
