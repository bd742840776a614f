import { nitfHead } from './nitf.ts'
import { chooseText, textFromElement, type WireText } from './wire-body.ts'
import { FROM_NO_SITE, type WireItem, type WirePicture, wireStatus } from './wire-item.ts'
import { allAt, attributeAt, childrenOf, localName, outermost, wordsAt } from './wire-xml.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import { wordsOf } from '../plain-text.ts'

/** An item of NewsML 1.0 to 1.2: a text, or in one sentence what it is instead. */
export type Newsml1Part =
  | { readonly kind: 'text'; readonly item: WireItem }
  | { readonly kind: 'other'; readonly id: string; readonly what: string }

export function newsml1Part(found: HtmlElement, where: string | null): Newsml1Part {
  const components = outermost(found, 'newscomponent')
  const { texts, pictures, others } = contentsOf(components)
  const id = idOf(found)
  const lines = outermost(found, 'newslines')
  const line = (name: string): string => lines.map((one) => wordsAt(one, name)).find(Boolean) ?? ''
  const [nitf] = outermost(found, 'nitf')
  const inner = nitf ? nitfHead(nitf) : undefined
  const headline = line('headline') || inner?.headline || wordsAt(found, 'identification', 'namelabel')
  const said = headline === '' ? 'An item' : `“${headline}”`
  if (
    !texts.some(({ tree }) => wordsOf(tree) !== '') &&
    (pictures.length > 0 || others.length > 0 || headline === '')
  ) {
    const what =
      pictures.length > 0 ? 'a picture' : others.length > 0 ? 'sound, film or another file' : 'without a text'
    return { kind: 'other', id, what: `${said} is ${what}, not a story: it was not brought over.` }
  }
  const { tree, notes } = chooseText(texts)
  const management = (name: string): HtmlElement | undefined => allAt(found, 'newsmanagement', name)[0]
  const status = attributeAt(management('status'), 'formalname')
  const isEmbargoed = /embargo/i.test(status)
  const first = wordsAt(found, 'newsmanagement', 'firstcreated')
  const item: WireItem = {
    ...FROM_NO_SITE,
    foreignId: `newsml:${id}`,
    where,
    headline,
    standfirst: inner?.standfirst || line('subheadline'),
    body: tree,
    bylines: [line('byline')].filter(Boolean).length > 0 ? [line('byline')] : (inner?.bylines ?? []),
    agencies: agenciesIn(found, line('creditline'), inner?.agencies ?? []),
    status: wireStatus(status),
    embargoed: isEmbargoed ? freedAt(found) : '',
    created: first || wordsAt(found, 'identification', 'newsidentifier', 'dateid'),
    updated: wordsAt(found, 'newsmanagement', 'thisrevisioncreated') || first,
    places: placesIn(found),
    located: placesIn(found, 'location').toReversed(),
    dateline: line('dateline').replace(/^[\d\s/.:-]+$/, '') || (inner?.dateline ?? ''),
    keywords: keywordsIn(found, lines),
    language: languageIn(found),
    pictures,
    desk: {
      editorsNote: [...allAt(found, 'newsmanagement', 'instruction'), ...outermost(found, 'comment')]
        .map(wordsOf)
        .filter(Boolean)
        .join(' '),
      slugline: line('slugline'),
      urgency: attributeAt(management('urgency'), 'formalname'),
      copyright: line('copyrightline') || outermost(found, 'copyrightholder').map(wordsOf).find(Boolean) || '',
      usageTerms: outermost(found, 'usagerights').map(wordsOf).find(Boolean) ?? '',
    },
    notes: [...notes, ...others, ...(inner?.notes ?? [])],
  }
  return { kind: 'text', item }
}

/** The item without the number of its revision, so that a new version finds the old one. */
function idOf(found: HtmlElement): string {
  const at = (name: string): string => wordsAt(found, 'identification', 'newsidentifier', name)
  const parts = [at('providerid'), at('dateid'), at('newsitemid')]
  if (parts[2] !== '') return parts.filter(Boolean).join(':')
  return at('publicidentifier').replace(/^urn:newsml:|:\d+[A-Z]?$/g, '') || attributeAt(found, 'duid')
}

/** When an embargo ends, where the item says; the words it says it with otherwise. */
const freedAt = (found: HtmlElement): string =>
  wordsAt(found, 'newsmanagement', 'statuswillchange', 'dateandtime') ||
  outermost(found, 'comment')
    .map(wordsOf)
    .find((words) => /embargo/i.test(words)) ||
  'a time that it does not say'

const agenciesIn = (found: HtmlElement, credit: string, inText: readonly string[]): string[] => {
  const parties = ['provider', 'source', 'creator']
    .flatMap((name) => outermost(found, name))
    .flatMap((party) => outermost(party, 'party').map((one) => attributeAt(one, 'formalname')))
  const all = [credit, ...inText, ...parties, wordsAt(found, 'identification', 'newsidentifier', 'providerid')]
  return [...new Set(all.filter(Boolean))]
}

const PLACES = /^(?:country|countryarea|city|region|location|place|world ?region|sublocation)$/i

/** Places as properties (`Country`, `City`) of the locations an item names, the largest first. */
function placesIn(found: HtmlElement, within?: string): string[] {
  const from = within === undefined ? [found] : outermost(found, within)
  const properties = from.flatMap((one) => outermost(one, 'property'))
  const named = properties.filter((property) => PLACES.test(attributeAt(property, 'formalname')))
  const ranked = named.toSorted((a, b) => rank(a) - rank(b)).map((property) => attributeAt(property, 'value'))
  return [...new Set(ranked.filter((name) => name !== '' && !/^[A-Z]{2,3}$/.test(name)))]
}

const rank = (property: HtmlElement): number => (/country$/i.test(attributeAt(property, 'formalname')) ? 0 : 1)

function keywordsIn(found: HtmlElement, lines: readonly HtmlElement[]): string[] {
  const written = lines
    .flatMap((one) => allAt(one, 'keywordline'))
    .map(wordsOf)
    .flatMap((line) => line.split(/\s*[,;]\s*/))
  const properties = outermost(found, 'property').filter((one) =>
    /^(?:keyword|topic)$/i.test(attributeAt(one, 'formalname')),
  )
  const language = languageIn(found).slice(0, 2).toLowerCase()
  const topics = outermost(found, 'topic').map((topic) => {
    const names = allAt(topic, 'description').filter((name) => !/category|code/i.test(attributeAt(name, 'variant')))
    const own = names.find((name) => attributeAt(name, 'lang').slice(0, 2).toLowerCase() === language)
    return own ? wordsOf(own) : (names[0] && wordsOf(names[0])) || ''
  })
  return [...written, ...properties.map((one) => attributeAt(one, 'value')), ...topics].filter(Boolean)
}

const languageIn = (found: HtmlElement): string =>
  outermost(found, 'language')
    .map((one) => attributeAt(one, 'formalname') || wordsOf(one))
    .find(Boolean) ?? attributeAt(found, 'lang')

interface Contents {
  readonly texts: WireText[]
  readonly pictures: WirePicture[]
  readonly others: string[]
}

/** Texts, pictures and other files of a tree of components. */
function contentsOf(components: readonly HtmlElement[]): Contents {
  const made: Contents = { texts: [], pictures: [], others: [] }
  for (const component of components) readComponent(component, made)
  return made
}

const mediaType = (item: HtmlElement): string => {
  const type = attributeAt(childrenOf(item, 'mediatype')[0], 'formalname').toLowerCase()
  return type || attributeAt(childrenOf(item, 'mimetype')[0], 'formalname').toLowerCase()
}

const isPicture = (item: HtmlElement): boolean => /photo|picture|image|graphic|gif|jpe?g/.test(mediaType(item))
const isRecording = (item: HtmlElement): boolean => /video|audio|animation/.test(mediaType(item))

const roleOf = (component: HtmlElement): string =>
  attributeAt(childrenOf(component, 'role')[0], 'formalname').toLowerCase()

/** A component around a picture and its caption is one picture; any other is a text or holds further components. */
function readComponent(component: HtmlElement, made: Contents): void {
  const items = outermost(component, 'contentitem')
  const written = items.filter(
    (item) => allAt(item, 'datacontent').some((data) => wordsOf(data) !== '') && !isPicture(item),
  )
  const isOnlyPicture = items.some(isPicture) && written.every((item) => isCaption(item, component))
  if (isOnlyPicture) return void made.pictures.push(...pictureIn(component, items, written))
  for (const item of childrenOf(component, 'contentitem')) readContent(item, component, made)
  for (const inner of childrenOf(component, 'newscomponent')) readComponent(inner, made)
}

/** Does a text stand in a component that says it is a caption? */
const isCaption = (item: HtmlElement, component: HtmlElement): boolean =>
  /caption|legend/.test(roleOf(component))
    ? outermost(component, 'contentitem').includes(item)
    : childrenOf(component, 'newscomponent').some(
        (inner) => outermost(inner, 'contentitem').includes(item) && isCaption(item, inner),
      )

function readContent(item: HtmlElement, component: HtmlElement, made: Contents): void {
  const name = roleOf(component) || attributeAt(childrenOf(item, 'format')[0], 'formalname') || 'text'
  for (const data of allAt(item, 'datacontent')) if (wordsOf(data) !== '') made.texts.push(textFromElement(name, data))
  const href = attributeAt(item, 'href')
  if (isPicture(item)) made.pictures.push(...pictureIn(component, [item], []))
  else if (isRecording(item)) made.others.push(`Sound or film was left out: ${href || 'without an address'}.`)
}

function pictureIn(
  component: HtmlElement,
  items: readonly HtmlElement[],
  captions: readonly HtmlElement[],
): WirePicture[] {
  const files = items.filter(isPicture).filter((item) => attributeAt(item, 'href') !== '')
  const addresses = files
    .toSorted((a, b) => widthOf(b) - widthOf(a))
    .map((item) => attributeAt(item, 'href').replace(/^\.\//, ''))
  if (addresses.length === 0) return []
  const lines = outermost(component, 'newslines')
  const line = (name: string): string => lines.map((one) => wordsAt(one, name)).find(Boolean) ?? ''
  const caption = captions.map((item) => wordsAt(item, 'datacontent')).find(Boolean) ?? ''
  return [{ addresses, caption, credit: line('byline') || line('creditline'), alt: '', isLead: false }]
}

const widthOf = (item: HtmlElement): number => {
  const told = outermost(item, 'property').find((one) => /width/i.test(attributeAt(one, 'formalname')))
  return Number(attributeAt(told, 'value')) || Number(wordsAt(item, 'characteristics', 'sizeinbytes')) / 1000 || 0
}

/** Is this an item of the first NewsML? */
export const isNewsml1 = (root: HtmlElement): boolean => localName(root) === 'newsml'
