import { housePage } from '../../edition/house-pages.ts'
import { lookUp } from '../../edition/public-stories.ts'
import { claimsEvent, findBySlug } from '../../edition/record-lookups.ts'
import { eventFamilySet } from '../../edition/record-sets.ts'
import type { ClaimId, EventId, StoryId } from '../../ids.ts'
import { inLanguage } from '../../record/display-name.ts'
import type { PageContext } from '../../site/props.ts'
import { claimSentence } from '../../site/record/claim-sentence.tsx'
import { reportPath } from '../../site/house/report-link.tsx'
import type { ReportSubject } from '../../site/house/report-page.tsx'
import { pathTo } from '../../story/addresses.ts'
import { parsePath } from '../../story/parse-path.ts'
import type { Language } from '../../story/story.ts'
import { contextOfOne, openSite, type PageSource, type PublicSite } from './page-source.ts'
import { languageOf } from './render-page.ts'

/** A public page that somebody writes about. */
export type ReportedPage = ReportSubject & { readonly storyId: StoryId | null }

/** What the form for a report needs to know of the paper. */
export interface ReportSite {
  readonly context: PageContext
  /** False for an address under a word that is no language of the paper. */
  readonly isHere: boolean
  /** Where sources learn how to write safely; null while the paper has no such page in this language. */
  readonly safelyPath: string | null
  /** The story, event or claim that readers have at a path; null where there is none. */
  pageAt(path: string): Promise<ReportedPage | null>
}

/** Reads from the edition what a report at an address needs. */
export type OpenReportSite = (path: string) => Promise<ReportSite>

export const reportSiteFrom =
  (source: PageSource): OpenReportSite =>
  async (path) => {
    const site = await openSite(source)
    const language = languageOf(path, site)
    const context = contextOfOne(site, language)
    const safely = { kind: 'house-page', page: 'contact-safely', language } as const
    const hasSafely = (await housePage(site.edition, safely.page, language)) !== undefined
    return {
      context,
      isHere: path === reportPath(context),
      safelyPath: hasSafely ? pathTo(safely, site.newspaper) : null,
      pageAt: (about) => reportedPage(site, about),
    }
  }

/** What a form names is whatever somebody sent: no address of ours is longer, or holds what nobody types. */
const mayBePath = (text: string): boolean => text.startsWith('/') && text.length <= 2_000 && !/\p{Cc}/u.test(text)

async function reportedPage(site: PublicSite, path: string): Promise<ReportedPage | null> {
  if (!mayBePath(path)) return null
  const address = parsePath(path, site.newspaper)
  if (address?.kind === 'event') return eventAt(site, address)
  if (address?.kind === 'claim') return claimAt(site, address)
  // An imported story may still be asked for by an address of its old site, which means nothing here.
  return storyAt(site, path)
}

async function storyAt({ edition }: PublicSite, path: string): Promise<ReportedPage | null> {
  const found = await lookUp(edition, path)
  const there = found.kind === 'moved' ? await lookUp(edition, found.to) : found
  if (there.kind !== 'story') return null
  const { id, headline } = there.story
  return { path: there.story.path, title: headline, storyId: id }
}

interface EventAddress {
  readonly language: Language
  readonly slug: string
}

async function eventAt({ edition, newspaper }: PublicSite, address: EventAddress): Promise<ReportedPage | null> {
  const first = await findBySlug(edition, 'event', address.slug)
  const slug = first?.kind === 'moved' ? first.slug : address.slug
  const found = first?.kind === 'moved' ? await findBySlug(edition, 'event', slug) : first
  if (found?.kind !== 'found') return null
  const eventId: EventId = found.id
  const event = (await eventFamilySet(edition, eventId)).events.get(eventId)
  if (!event) return null
  const path = pathTo({ kind: 'event', language: address.language, slug }, newspaper)
  return { path, title: inLanguage(event.content.titles, address.language), storyId: null }
}

interface ClaimAddress {
  readonly language: Language
  readonly id: ClaimId
}

async function claimAt({ edition, newspaper }: PublicSite, address: ClaimAddress): Promise<ReportedPage | null> {
  const eventId = await claimsEvent(edition, address.id)
  const set = eventId && (await eventFamilySet(edition, eventId))
  const claim = set?.claims.get(address.id)
  if (!set || !claim) return null
  const title = claimSentence({ set, language: address.language }, claim)
  return { path: pathTo({ kind: 'claim', ...address }, newspaper), title, storyId: null }
}
