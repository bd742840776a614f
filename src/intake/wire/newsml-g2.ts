import { nitfHead } from './nitf.ts'
import { chooseText, textFromElement, type WireText } from './wire-body.ts'
import { FROM_NO_SITE, type WireItem, type WirePicture, wireStatus } from './wire-item.ts'
import { allAt, attributeAt, childrenOf, localName, outermost, wordsAt } from './wire-xml.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import { wordsOf } from '../plain-text.ts'

/** A part of a NewsML-G2 file: a text, or something that is no story, with what it is. */
export type G2Part =
  | { readonly kind: 'text'; readonly item: WireItem; readonly guid: string }
  | { readonly kind: 'other'; readonly guid: string; readonly what: string; readonly picture: WirePicture | undefined }

/** The code at the end of what names a concept: "ninat:text", "http://cv.iptc.org/newscodes/ninature/text". */
const codeOf = (concept: HtmlElement | undefined): string =>
  attributeAt(concept, 'qcode', 'uri', 'literal').replace(/^.*[:/]/, '')

/** An item of NewsML-G2 (2.0 to 2.35): a text with what stands around it, or what it is instead. */
export function g2Part(found: HtmlElement, where: string | null): G2Part {
  const guid = attributeAt(found, 'guid')
  const nature = codeOf(allAt(found, 'itemmeta', 'itemclass')[0]).toLowerCase()
  const texts = textsIn(found)
  const holdsText = texts.some(({ tree }) => wordsOf(tree) !== '')
  const isText =
    localName(found) === 'newsitem' && (/^(?:text|)$/.test(nature) || (nature === 'composite' && holdsText))
  if (isText && (holdsText || nature === 'text'))
    return { kind: 'text', guid, item: textItem(found, guid, texts, where) }
  const called = KINDS[localName(found)] ?? NATURES[nature] ?? (nature ? `of the kind “${nature}”` : 'without a text')
  const headline =
    wordsAt(found, 'contentmeta', 'headline') ||
    wordsAt(found, 'itemmeta', 'title') ||
    wordsAt(found, 'concept', 'name')
  const what = `${headline === '' ? 'An item' : `“${headline}”`} is ${called}, not a story: it was not brought over.`
  return { kind: 'other', guid, what, picture: /^(?:picture|graphic)$/.test(nature) ? pictureOf(found) : undefined }
}

const KINDS: Readonly<Record<string, string>> = {
  packageitem: 'a package that lists other items',
  conceptitem: 'an entry of a list of concepts',
  knowledgeitem: 'a list of concepts',
  planningitem: 'a plan of coverage',
  catalogitem: 'a catalogue',
}

const NATURES: Readonly<Record<string, string>> = {
  picture: 'a picture',
  graphic: 'a graphic',
  video: 'a film',
  audio: 'a sound recording',
  animated: 'an animation',
  composite: 'a package of several things',
}

function textsIn(found: HtmlElement): WireText[] {
  return allAt(found, 'contentset').flatMap((set) =>
    childrenOf(set, 'inlinexml', 'inlinedata').map((inline) =>
      textFromElement(attributeAt(inline, 'contenttype') || 'text', inline),
    ),
  )
}

function textItem(found: HtmlElement, guid: string, texts: readonly WireText[], where: string | null): WireItem {
  const at = (...path: string[]): string => wordsAt(found, ...path)
  const [nitf] = outermost(found, 'nitf')
  const inner = nitf ? nitfHead(nitf) : undefined
  const { tree, notes } = chooseText(texts)
  const lines = headlinesIn(found)
  const headline = lines.main || inner?.headline || at('itemmeta', 'title')
  return {
    ...FROM_NO_SITE,
    foreignId: `newsml:${guid}`,
    where,
    headline,
    standfirst: summaryIn(found) || (inner?.standfirst ?? '') || lines.below,
    body: tree,
    bylines: bylinesIn(found, inner?.bylines ?? []),
    agencies: agenciesIn(found, inner?.agencies ?? []),
    status: wireStatus(attributeAt(allAt(found, 'itemmeta', 'pubstatus')[0], 'qcode', 'uri', 'literal')),
    embargoed: at('itemmeta', 'embargoed'),
    created: at('itemmeta', 'firstcreated') || at('contentmeta', 'contentcreated') || at('itemmeta', 'versioncreated'),
    updated: at('itemmeta', 'versioncreated') || at('contentmeta', 'contentmodified'),
    places: subjectsIn(found).filter(isPlace).map(nameOf).filter(Boolean),
    located: locatedIn(found),
    dateline: lastTimeGone(at('contentmeta', 'dateline')) || (inner?.dateline ?? ''),
    keywords: keywordsIn(found),
    language: attributeAt(allAt(found, 'contentmeta', 'language')[0], 'tag') || attributeAt(found, 'lang'),
    pictures: remotePictures(found),
    desk: {
      editorsNote: [...allAt(found, 'itemmeta', 'ednote')].map(wordsOf).filter(Boolean).join(' '),
      slugline: at('contentmeta', 'slugline'),
      urgency: at('contentmeta', 'urgency'),
      copyright: at('rightsinfo', 'copyrightnotice'),
      usageTerms: at('rightsinfo', 'usageterms'),
    },
    notes: [...notes, ...lines.others, ...(inner?.notes ?? [])],
  }
}

interface Headlines {
  readonly main: string
  readonly below: string
  readonly others: readonly string[]
}

/** The headline without a role, or with the one of a main line; a line below it; others are reported. */
function headlinesIn(found: HtmlElement): Headlines {
  const lines = allAt(found, 'contentmeta', 'headline').filter((line) => wordsOf(line) !== '')
  const main = lines.find((line) => /^(?:|main|headline)$/.test(roleOf(line))) ?? lines[0]
  const below = lines.find((line) => line !== main && /sub|deck|second/.test(roleOf(line)))
  const said = new Set([main, below].map((line) => line && wordsOf(line)))
  const others = lines.map(wordsOf).filter((words) => !said.has(words))
  return {
    main: main ? wordsOf(main) : '',
    below: below ? wordsOf(below) : '',
    others: [...new Set(others)].map((words) => `A further headline was left out: “${words}”.`),
  }
}

const roleOf = (line: HtmlElement): string =>
  attributeAt(line, 'role')
    .replace(/^.*[:/]/, '')
    .toLowerCase()

/** A summary of the text; a description for pictures or computers is none. */
function summaryIn(found: HtmlElement): string {
  const written = allAt(found, 'contentmeta', 'description')
  const summary = written.find(
    (line) => /^(?:summary|teaser|abstract|lead|intro|)$/.test(roleOf(line)) && wordsOf(line) !== '',
  )
  return summary ? wordsOf(summary) : ''
}

/** The line that names who wrote it; else the creators with a whole name. */
function bylinesIn(found: HtmlElement, inText: readonly string[]): string[] {
  const lines = allAt(found, 'contentmeta', 'by').map(wordsOf).filter(Boolean)
  if (lines.length > 0) return lines
  if (inText.length > 0) return [...inText]
  const creators = ['creator', 'contributor'].flatMap((name) => allAt(found, 'contentmeta', name))
  const writers = creators.filter(
    (person) => !/photo|descr|edit|packag|suppl|source/i.test(attributeAt(person, 'role', 'jobtitle')),
  )
  return writers
    .filter((person) => localName(person) === 'creator')
    .map(nameOf)
    .filter((name) => /\p{L}\s+\p{L}/u.test(name))
}

function agenciesIn(found: HtmlElement, inText: readonly string[]): string[] {
  const named = (...path: string[]): string[] => allAt(found, ...path).map(nameOf)
  const provider = allAt(found, 'itemmeta', 'provider').map((one) => nameOf(one) || codeOf(one))
  const all = [
    wordsAt(found, 'contentmeta', 'creditline').replace(/[\s–—-]+$/, ''),
    ...inText,
    ...named('contentmeta', 'infosource'),
    ...provider,
    ...named('rightsinfo', 'copyrightholder'),
  ]
  return [...new Set(all.filter(Boolean))]
}

/** A concept's name in words; a short form only where there is no other. */
function nameOf(concept: HtmlElement): string {
  const names = childrenOf(concept, 'name').filter((name) => wordsOf(name) !== '')
  const found = names.find((name) => !/short|mnemonic/.test(roleOf(name))) ?? names[0]
  return found ? wordsOf(found) : attributeAt(concept, 'literal')
}

const subjectsIn = (found: HtmlElement): HtmlElement[] => allAt(found, 'contentmeta', 'subject')

const isPlace = (subject: HtmlElement): boolean => /geoarea$/i.test(attributeAt(subject, 'type', 'typeuri'))

function locatedIn(found: HtmlElement): string[] {
  const [located] = [...allAt(found, 'contentmeta', 'located'), ...allAt(found, 'itemmeta', 'located')]
  return located ? [nameOf(located), ...childrenOf(located, 'broader').map(nameOf)].filter(Boolean) : []
}

/** Keywords, and subjects that come with a name and not only with a code. */
function keywordsIn(found: HtmlElement): string[] {
  const words = allAt(found, 'contentmeta', 'keyword').map(wordsOf)
  const subjects = subjectsIn(found)
    .filter((subject) => !isPlace(subject) && !/poi$/i.test(attributeAt(subject, 'type')))
    .filter((subject) => childrenOf(subject, 'name').length > 0)
    .map(nameOf)
  return [...words, ...subjects].filter((word) => word !== '' && !/^\p{Lu}{2,4}$/u.test(word))
}

/** Some write the time of sending where the place should stand. */
const lastTimeGone = (dateline: string): string => (/^\d{4}-\d{2}-\d{2}[T ]/.test(dateline) ? '' : dateline)

/** Pictures that a text item brings along as files. */
function remotePictures(found: HtmlElement): WirePicture[] {
  const picture = pictureOf(found)
  return picture ? [{ ...picture, caption: '', credit: '' }] : []
}

/** A picture item: its files, the largest first, with caption and credit. */
function pictureOf(found: HtmlElement): WirePicture | undefined {
  const files = allAt(found, 'contentset', 'remotecontent').filter((file) =>
    /^image\/|^$/.test(attributeAt(file, 'contenttype')),
  )
  const addresses = files
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    .map((file) => attributeAt(file, 'href', 'residref'))
    .map(localFile)
  const caption = allAt(found, 'contentmeta', 'description').find((line) =>
    /caption|^$/.test(attributeAt(line, 'role')),
  )
  if (addresses.every((address) => address === '')) return undefined
  return {
    addresses: addresses.filter(Boolean),
    caption: caption ? wordsOf(caption) : '',
    credit:
      wordsAt(found, 'contentmeta', 'creditline') ||
      allAt(found, 'contentmeta', 'creator').map(nameOf).filter(Boolean).join(', '),
    alt: '',
    isLead: false,
  }
}

const sizeOf = (file: HtmlElement): number =>
  Number(attributeAt(file, 'width')) || Number(attributeAt(file, 'size')) / 1000 || 0

/** "file:///./ a.jpg" and "./a.jpg" lie beside the item. */
const localFile = (address: string): string => address.replace(/^file:\/+(?:\.\/)?\s*|^\.\//, '')

/** The items that a text item or a package of the same message belongs together with, by their guids. */
export const linkedGuids = (found: HtmlElement): string[] =>
  outermost(found, 'link', 'itemref')
    .map((link) => attributeAt(link, 'residref', 'guidref'))
    .filter(Boolean)
