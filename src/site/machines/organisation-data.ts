import { pathTo } from '../../story/addresses.ts'
import type { HousePageKind } from '../../story/house-page.ts'
import { type Persona, personaName } from '../../story/section.ts'
import { authorPath, homePath } from '../links.ts'
import type { PageContext } from '../props.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * The paper as schema.org knows it, with the pages on which it says who owns it and how it works: those that exist, and
 * no others.
 */
export function paperData(context: PageContext): Data {
  const { newspaper, siteUrl } = context
  const { profile } = newspaper
  return {
    '@type': 'NewsMediaOrganization',
    name: newspaper.name,
    url: siteUrl + homePath(context, newspaper.defaultLanguage),
    ...(profile.legalName ? { legalName: profile.legalName } : {}),
    ...(profile.founded === null ? {} : { foundingDate: String(profile.founded) }),
    ...(profile.contactEmail ? { email: profile.contactEmail } : {}),
    ...(profile.links.length > 0 ? { sameAs: profile.links } : {}),
    ...policies(context),
  }
}

const POLICIES: readonly (readonly [property: string, pages: readonly HousePageKind[]])[] = [
  ['publishingPrinciples', ['about']],
  ['ownershipFundingInfo', ['ownership', 'funding']],
  ['masthead', ['masthead']],
  ['correctionsPolicy', ['corrections-policy']],
  ['verificationFactCheckingPolicy', ['verification']],
  ['unnamedSourcesPolicy', ['unnamed-sources']],
]

function policies(context: PageContext): Data {
  const entries = POLICIES.flatMap(([property, pages]) => {
    const urls = pages.flatMap((page) => housePageUrl(context, page) ?? [])
    return urls.length === 0 ? [] : [[property, urls.length === 1 ? urls[0] : urls] as const]
  })
  return Object.fromEntries(entries)
}

/** The whole address of a page of the paper about itself; undefined where it has not written it. */
export const housePageUrl = (
  { housePages, siteUrl, newspaper, language }: PageContext,
  page: HousePageKind,
): string | undefined =>
  housePages.includes(page) ? siteUrl + pathTo({ kind: 'house-page', language, page }, newspaper) : undefined

/** Whom a byline stands for: a person under their own or a pen name, or a desk or agency. */
export const authorData = (context: PageContext, author: Persona): Data => ({
  '@type': author.kind === 'person' ? 'Person' : 'Organization',
  name: personaName(author, context.language),
  url: context.siteUrl + authorPath(context, author),
})
