import { chooseText, textFromElement, textFromString, type WireText } from './wire-body.ts'
import { wireStatus, type WireItem } from './wire-item.ts'
import { associated } from './ninjs-pictures.ts'
import { isFields, listOf, namesIn, type NinjsFields, roleTexts, type RoleText, textOf } from './ninjs-values.ts'
import { textTree } from './wire-text.ts'
import { parseXml } from '../html/html-tree.ts'
import { webLink } from '../link-address.ts'
import { plainText } from '../plain-text.ts'
import { textKey } from '../text-key.ts'

/** What a ninjs object is, and the item it holds when it is a text. */
export type NinjsPart =
  | { readonly kind: 'text'; readonly item: WireItem }
  | { readonly kind: 'other'; readonly foreignId: string; readonly what: string }

/** A ninjs object (1.0 to 3.1, and what agencies make of it). */
export function ninjsPart(from: NinjsFields, where: string | null): NinjsPart {
  const type = textOf(from, 'type').toLowerCase()
  const bodies = roleTexts(from, 'body', 'bodies')
  const headlines = headlinesOf(from)
  const foreignId = `ninjs:${idOf(from) || textKey(headlines.main + textOf(from, 'versioncreated', 'versionCreated'))}`
  const isText = TEXTS.test(type) || ((type === '' || type === 'composite') && bodies.length > 0)
  if (!isText) {
    const name = headlines.main || textOf(from, 'title', 'slugline', 'name')
    const called = OTHERS[type] ?? (type === '' ? 'without a text' : `of the type “${type}”`)
    return {
      kind: 'other',
      foreignId,
      what: `${name ? `“${plainText(name)}”` : 'An item'} is ${called}, not a story: it was not brought over.`,
    }
  }
  return { kind: 'text', item: textItem(from, { bodies, headlines, foreignId, where }) }
}

const TEXTS = /^(?:text|article|story|news|advisory|post|live.?blog|press.?release)$/

const OTHERS: Readonly<Record<string, string>> = {
  picture: 'a picture',
  image: 'a picture',
  photo: 'a picture',
  graphic: 'a graphic',
  video: 'a film',
  audio: 'a sound recording',
  composite: 'a package of several things',
  component: 'a part of other items',
  event: 'an event',
  planning: 'a plan of coverage',
  package: 'a package of several things',
}

interface Around {
  readonly bodies: readonly RoleText[]
  readonly headlines: Headlines
  readonly foreignId: string
  readonly where: string | null
}

function textItem(from: NinjsFields, { bodies, headlines, foreignId, where }: Around): WireItem {
  const usual = bodies.filter(({ contentType, value }) => !isOwnFormat(contentType, value))
  const { tree, notes } = chooseText((usual.length > 0 ? usual : bodies).map(textFrom))
  const beside = associated(from)
  const { standfirst, left } = summaryOf(from)
  const isPart = /^(?:partial|incomplete)$/i.test(textOf(from, 'representationType', 'representationtype'))
  const expires = textOf(from, 'expires')
  const terms = listOf(from, 'usageTerms', 'usageterms').filter((one) => typeof one === 'string')
  return {
    foreignId,
    where,
    address: pageOf(from),
    kicker: headlines.kicker,
    headline: headlines.main,
    standfirst,
    body: tree,
    bylines: bylinesOf(from),
    agencies: agenciesOf(from),
    status: wireStatus(textOf(from, 'pubStatus', 'pubstatus')),
    embargoed: textOf(from, 'embargoedUntil', 'embargoeduntil', 'embargoed'),
    created:
      textOf(from, 'firstCreated', 'firstcreated') ||
      textOf(from, 'contentCreated', 'contentcreated') ||
      versionCreated(from),
    updated: versionCreated(from),
    places: placesOf(from),
    located: locatedOf(from),
    dateline: '',
    sections: sectionsOf(from),
    keywords: keywordsOf(from),
    language: textOf(from, 'language'),
    pictures: beside.pictures,
    desk: {
      editorsNote: textOf(from, 'edNote', 'ednote'),
      slugline: textOf(from, 'slugline'),
      urgency: textOf(from, 'urgency'),
      copyright: textOf(from, 'copyrightNotice', 'copyrightnotice'),
      usageTerms: terms.join(' '),
    },
    notes: [
      ...notes,
      ...headlines.notes,
      ...left,
      ...beside.notes,
      ...(isPart ? ['The agency calls this item incomplete: the whole text is to be had from it.'] : []),
      ...(expires === '' ? [] : [`The agency counts it as current until ${expires}.`]),
    ],
  }
}

const versionCreated = (from: NinjsFields): string => textOf(from, 'versionCreated', 'versioncreated')

/** The uri without what AP's service adds to it for each request. */
const idOf = (from: NinjsFields): string =>
  textOf(from, 'uri', 'guid', 'id', 'itemid')
    .replace(/\?(?:qt|et)=[^#]*$/, '')
    .trim()

/** XML that only the sender's own programs know. */
const isOwnFormat = (contentType: string, value: string): boolean =>
  /^(?:application|text)\/(?:[\w.-]+\+)?xml\b/i.test(contentType) &&
  !/html|nitf/i.test(contentType) &&
  !/<nitf[\s>]/.test(value)

/** A body by the type it says it is of; NITF in a string is read as such. */
function textFrom({ role, contentType, value }: RoleText): WireText {
  const name = role || contentType || 'body'
  if (/^text\/plain\b/i.test(contentType)) return { name, tree: textTree(value), isMarkedUp: false }
  if (/<(?:nitf|body\.content)[\s>]/i.test(value)) return textFromElement(name, parseXml(value).root)
  return textFromString(name, value)
}

interface Headlines {
  readonly main: string
  readonly kicker: string
  readonly notes: readonly string[]
}

function headlinesOf(from: NinjsFields): Headlines {
  const all = roleTexts(from, 'headline', 'headlines')
  const main = all.find(({ role }) => /^(?:|main|headline|primary)$/i.test(role)) ?? all[0]
  const headline = plainText(main?.value ?? '') || plainText(textOf(from, 'title', 'name'))
  const kicker = plainText(all.find(({ role }) => /^(?:kicker|overline|vignette)$/i.test(role))?.value ?? '')
  const others = all
    .map(({ value }) => plainText(value))
    .filter((words) => words !== '' && words !== headline && words !== kicker)
  return {
    main: headline,
    kicker,
    notes: [...new Set(others)].map((words) => `A further headline was left out: “${words}”.`),
  }
}

interface Summary {
  readonly standfirst: string
  readonly left: readonly string[]
}

const SUMMARY = /^(?:|text|html|main|summary|abstract|lead|teaser|intro|standfirst|richtext|short|description)$/i

/** The description that sums the text up; captions and credit lines are none. */
function summaryOf(from: NinjsFields): Summary {
  const all = roleTexts(from, 'description', 'descriptions').map(({ role, value }) => ({
    role,
    words: plainText(value),
  }))
  const standfirst = all.find(({ role }) => SUMMARY.test(role))?.words ?? ''
  const left = all.filter(({ role, words }) => words !== standfirst && !/creditline/i.test(role))
  return { standfirst, left: left.map(({ role, words }) => `A description (“${role}”) was left out: “${words}”.`) }
}

function bylinesOf(from: NinjsFields): string[] {
  const written = listOf(from, 'by', 'byline', 'bylines')
  const lines = written.flatMap((line) =>
    typeof line === 'string' ? [line] : isFields(line) ? [textOf(line, 'value', 'by', 'name', 'byline')] : [],
  )
  const filled = lines.map((line) => plainText(line)).filter((line) => line !== '')
  return filled.length > 0 ? filled : namesIn(listOf(from, 'authors', 'creator'))
}

function agenciesOf(from: NinjsFields): string[] {
  const credit = roleTexts(from, 'description', 'descriptions').filter(({ role }) => /creditline/i.test(role))
  const all = [
    ...credit.map(({ value }) => plainText(value)),
    ...namesIn(listOf(from, 'source')),
    ...namesIn(listOf(from, 'infoSources', 'infosources', 'infosource').filter((one) => !hasRole(one, /^author$/i))),
    ...namesIn(listOf(from, 'provider')),
    textOf(from, 'copyrightHolder', 'copyrightholder'),
  ]
  return [...new Set(all.filter((name) => name !== ''))]
}

const hasRole = (one: unknown, role: RegExp): boolean => isFields(one) && role.test(textOf(one, 'rel', 'role'))

const isPlaceSubject = (subject: unknown): boolean => hasRole(subject, /^(?:location|place)$/i)

/** What a paper files a story under; an agency's subjects are no sections. */
const isSection = (subject: unknown): boolean => hasRole(subject, /^(?:section|isPartOf)$/i)

const sectionsOf = (from: NinjsFields): string[] => namesIn(listOf(from, 'subjects', 'subject').filter(isSection))

/** The rendition that is a page for readers. */
function pageOf(from: NinjsFields): string | null {
  const pages = listOf(from, 'renditions').filter(isFields)
  const page = pages.find((one) => /^text\/html\b/i.test(textOf(one, 'contentType', 'contenttype', 'mimetype')))
  return page ? webLink(textOf(page, 'href')) : null
}

function placesOf(from: NinjsFields): string[] {
  const subjects = listOf(from, 'subjects', 'subject').filter(isPlaceSubject)
  return namesIn([...listOf(from, 'places', 'place'), ...subjects])
}

/** "Grossetto, Italy": the smallest place first. */
function locatedOf(from: NinjsFields): string[] {
  const written = listOf(from, 'located', 'datelinelocation')
  return written.flatMap((place) => {
    if (typeof place === 'string') return place.split(/\s*,\s*/).filter(Boolean)
    if (!isFields(place)) return []
    return [
      textOf(place, 'city', 'name'),
      textOf(place, 'countryareaname', 'state'),
      textOf(place, 'countryname', 'country'),
    ].filter(Boolean)
  })
}

function keywordsOf(from: NinjsFields): string[] {
  const written = listOf(from, 'keywords', 'keyword').flatMap((word) =>
    typeof word === 'string' ? word.split(/\s*[,;]\s*/) : namesIn([word]),
  )
  const subjects = listOf(from, 'subjects', 'subject').filter(
    (subject) => !isPlaceSubject(subject) && !isSection(subject),
  )
  return [...written, ...namesIn(subjects).map((name) => name.replace(/^#/, ''))].filter(Boolean)
}
