import { readHtmlTree } from '../html/html-document.ts'
import { firstText, firstWords } from '../first-words.ts'
import type { Incoming, IncomingPicture, IncomingSection, IncomingStatus, StoryProblem } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { languageTag } from '../language-tag.ts'
import { oldPath } from '../link-address.ts'
import { oneLine, wordsOf } from '../plain-text.ts'
import { toSection } from '../section-kind.ts'
import { languageOf } from '../story-language.ts'
import { instantOfDate, toldDate } from '../told-date.ts'
import { withoutHeadline } from './wire-body.ts'
import { deskNote } from './wire-desk.ts'
import type { WireItem } from './wire-item.ts'
import { bylinesOf } from './wire-people.ts'
import { withPictures } from './wire-pictures.ts'
import { placeSection } from './wire-places.ts'

/**
 * An agency's item as a story: a draft, for an agency's text is not the newsroom's own. One under embargo is scheduled,
 * one that is withheld is private, and one that the agency took back is no story but told.
 */
export function wireStory(item: WireItem, options: ReadingOptions): Incoming {
  const { foreignId, where } = item
  const cleaned = withoutHeadline(item.body, item.headline)
  const { tree, isLed } = withPictures(cleaned.tree, item.pictures)
  const read = readHtmlTree(tree)
  const text = firstText(read.document)
  const headline = oneLine(item.headline) || firstWords(text)
  if (item.status === 'canceled') return withdrawn(item, headline)
  if (headline === '') return { kind: 'problem', foreignId, where, what: 'An item has neither a headline nor a text.' }
  const embargo = toldDate(item.embargoed, options, 'strict')
  const created = toldDate(item.created, options, 'strict')
  const updated = toldDate(item.updated, options, 'strict')
  const { bylines, notes } = bylinesOf(item)
  const standfirst = standfirstOf(item, wordsOf(item.body))
  const section = item.sections.length > 0 ? undefined : placeSection(item.places, item.located, item.language)
  const status = statusOf(item, embargo.date && instantOfDate(embargo.date), options)
  const told = [
    ...statusNotes(item, status, embargo.fault === null),
    ...(item.headline === '' ? ['There is no headline: the first words of the text stand in for it.'] : []),
    ...(wordsOf(item.body) === '' ? ['The item holds no text: only what stands around it was brought over.'] : []),
    ...[embargo.fault, created.fault, updated.fault].filter((fault) => fault !== null),
    ...notes,
    ...cleaned.notes,
    ...item.notes,
    ...datelineNote(item, text),
    ...deskNote(item),
  ]
  return {
    kind: 'story',
    foreignId,
    address: item.address,
    slug: null,
    translationGroup: null,
    status,
    published: created.date ?? updated.date,
    updatedAt: updated.date && instantOfDate(updated.date),
    kicker: oneLine(item.kicker) || null,
    headline,
    standfirst,
    sectionPath: [...item.sections.map(toSection), ...(section ? [section] : [])],
    bylines,
    keywords: keywordsOf(item, section),
    language: languageTag(item.language) ?? languageOf(`${headline}. ${text}`),
    body: read.document,
    pictures: read.pictures.map(
      (picture, index): IncomingPicture => (isLed && index === 0 ? { ...picture, role: 'lead' } : picture),
    ),
    redirectsFrom: [item.address === null ? null : oldPath(item.address)].filter((path) => path !== null),
    problems: [...[...new Set(told)].map((what): StoryProblem => ({ what, where })), ...read.problems],
  }
}

const withdrawn = ({ foreignId, where }: WireItem, headline: string): Incoming => ({
  kind: 'problem',
  foreignId,
  where,
  what: `${headline === '' ? 'An item' : `“${headline}”`} was withdrawn by its agency (canceled): it was not brought over. If an earlier version is here, do not use it.`,
})

function statusOf({ status, embargoed }: WireItem, until: string | null, { readOn }: ReadingOptions): IncomingStatus {
  if (status === 'withheld') return 'private'
  const isLifted = until !== null && readOn !== null && until.slice(0, 10) < readOn
  return embargoed !== '' && !isLifted ? 'scheduled' : 'draft'
}

function statusNotes({ status, embargoed }: WireItem, is: IncomingStatus, isReadable: boolean): string[] {
  const told = []
  if (status === 'withheld')
    told.push('The agency marked it as withheld: it must not be published before the agency frees it.')
  if (is === 'scheduled') told.push(`It is under embargo until ${embargoed}: not to be published before.`)
  else if (embargoed !== '' && isReadable) told.push(`It was under embargo until ${embargoed}.`)
  return told
}

/** The agency's summary, unless it only repeats the headline or the text. */
function standfirstOf({ standfirst, headline }: WireItem, text: string): string {
  const words = oneLine(standfirst)
  const start = words.replace(/\s*(?:…|\.\.\.)$/, '').slice(0, 80)
  return words === headline || text.includes(start) || words.length > 1000 ? '' : words
}

const keywordsOf = ({ keywords, places }: WireItem, section: IncomingSection | undefined): string[] => {
  const all = [...keywords, ...places].map(oneLine).filter((word) => word.length > 1 && word !== section?.label)
  return [...new Set(all)]
}

/** The line that says where and when, where the text does not say it itself. */
function datelineNote({ dateline, located }: WireItem, text: string): string[] {
  const place = oneLine(dateline || [...new Set(located)].join(', '))
  const first =
    place
      .split(/[,(–—-]/)[0]
      ?.trim()
      .toLowerCase() ?? ''
  return first === '' || text.slice(0, 300).toLowerCase().includes(first) ? [] : [`It was sent from ${place}.`]
}
