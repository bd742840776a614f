import { type AddressLanguages, MACHINE_PATHS, pathTo } from '../../story/addresses.ts'
import type { HousePageKind } from '../../story/house-page.ts'
import type { Newspaper, Persona } from '../../story/section.ts'
import type { Instant } from '../../time.ts'
import type { RenderedPage } from '../props.ts'

/** What files for machines are made from. */
export interface MachineFileProps {
  readonly newspaper: Newspaper
  /** Without a slash at the end. */
  readonly siteUrl: string
  /** Pages of the paper about itself that exist in its own language. */
  readonly housePages: readonly HousePageKind[]
}

const text = (lines: readonly string[]): RenderedPage => ({
  contentType: 'text/plain; charset=utf-8',
  body: `${lines.join('\n')}\n`,
  style: null,
})

/** A value that is to stand in one line of a file. */
const oneLine = (value: string): string => value.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/**
 * Who may sell advertising here (IAB Tech Lab, ads.txt 1.1). The line for "nobody" is the one that section 3.2.1 sets
 * down, since an empty file is taken for a fault of the server.
 */
export const adsTxt = ({ profile }: Newspaper): RenderedPage =>
  text(
    profile.adsTxt.length > 0
      ? profile.adsTxt.map(oneLine)
      : ['placeholder.example.com, placeholder, DIRECT, placeholder'],
  )

/**
 * To whom the paper belongs and what is its own (JournalList, trust.txt 1.4): memberships, pages elsewhere, where it
 * can be asked, and where it says who owns it and how it works.
 *
 * @returns undefined when the paper says nothing of itself
 */
export function trustTxt({ newspaper, siteUrl, housePages }: MachineFileProps): RenderedPage | undefined {
  const { memberships, links, contactEmail } = newspaper.profile
  const pageUrl = (page: HousePageKind) => siteUrl + housePath(newspaper, page)
  const contact = housePages.includes('contact') ? pageUrl('contact') : contactEmail && `mailto:${contactEmail}`
  const lines = [
    ...memberships.map((address) => `belongto=${oneLine(address)}`),
    ...links.map((address) => `social=${oneLine(address)}`),
    ...(contact ? [`contact=${oneLine(contact)}`] : []),
    ...DISCLOSURES.filter((page) => housePages.includes(page)).map((page) => `disclosure=${pageUrl(page)}`),
  ]
  return lines.length === 0 ? undefined : text([`# trust.txt of ${oneLine(newspaper.name)}`, ...lines])
}

const DISCLOSURES: readonly HousePageKind[] = [
  'about',
  'ownership',
  'funding',
  'masthead',
  'corrections-policy',
  'verification',
  'unnamed-sources',
]

/** A page of the paper about itself, in the paper's own language. */
const housePath = (site: AddressLanguages, page: HousePageKind): string =>
  pathTo({ kind: 'house-page', language: site.defaultLanguage, page }, site)

/** Who makes this site (humanstxt.org): the paper, and whoever signs in it. */
export function humansTxt(props: MachineFileProps, authors: readonly Persona[]): RenderedPage {
  const { newspaper, siteUrl, housePages } = props
  const { profile } = newspaper
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['Name', newspaper.name],
    ['Legal name', profile.legalName],
    ['Founded', profile.founded],
    ['Site', siteUrl],
    ['Languages', newspaper.languages.join(', ')],
    ['Contact', housePages.includes('contact') ? siteUrl + housePath(newspaper, 'contact') : profile.contactEmail],
  ]
  const paper = facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${oneLine(String(value))}`]))
  const people = authors.map(({ name }) => oneLine(name))
  const signing = people.length > 0 ? ['', '/* BYLINES */', ...people] : []
  return text(['/* PAPER */', ...paper, ...signing, '', '/* SITE */', 'Software: Onrecord'])
}

/**
 * Where faults in the site are to be reported (RFC 9116).
 *
 * @returns undefined without a contact: the file may not stand without one
 */
export function securityTxt(
  { newspaper, siteUrl }: Pick<MachineFileProps, 'newspaper' | 'siteUrl'>,
  expiresAt: Instant,
): RenderedPage | undefined {
  const { securityContact } = newspaper.profile
  if (!securityContact) return undefined
  return text([
    `Contact: ${oneLine(securityContact)}`,
    `Expires: ${expiresAt}`,
    `Preferred-Languages: ${newspaper.languages.join(', ')}`,
    `Canonical: ${siteUrl}${MACHINE_PATHS['security-txt']}`,
  ])
}

/** The proof that a ping to IndexNow is ours (indexnow.org): the key, under its own name. */
export const indexNowFile = (key: string): RenderedPage => ({
  contentType: 'text/plain; charset=utf-8',
  body: key,
  style: null,
})
