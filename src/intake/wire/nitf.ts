import { textFromElement } from './wire-body.ts'
import { FROM_NO_SITE, NO_DESK_NOTES, type WireItem, wireStatus } from './wire-item.ts'
import { allAt, attributeAt, childrenOf, localName, wordsAt } from './wire-xml.ts'
import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'
import { oneLine, wordsOf } from '../plain-text.ts'
import { textKey } from '../text-key.ts'

/** What a text in NITF says of itself above its body; it may stand alone or in a NewsML item. */
export interface NitfHead {
  readonly headline: string
  readonly standfirst: string
  readonly bylines: readonly string[]
  readonly agencies: readonly string[]
  readonly dateline: string
  readonly notes: readonly string[]
}

/** Headline, summary, byline and dateline of a text in NITF. */
export function nitfHead(nitf: HtmlElement): NitfHead {
  const head = allAt(nitf, 'body', 'body.head')[0] ?? nitf
  const [lines] = [...childrenOf(head, 'hedline'), ...childrenOf(head, 'headline')]
  const headline = (lines ? wordsAt(lines, 'hl1') || wordsOf(lines) : '') || wordsAt(nitf, 'head', 'title')
  const second = lines
    ? allAt(lines, 'hl2')
        .map(wordsOf)
        .find((words) => words !== '' && words !== headline)
    : undefined
  const summary = allAt(head, 'abstract').map(wordsOf).find(Boolean) ?? ''
  const shown = summary || isSentence(second) ? summary || (second ?? '') : ''
  const left = second !== undefined && second !== shown ? [`A second headline was left out: “${second}”.`] : []
  return {
    headline,
    standfirst: shown,
    bylines: childrenOf(head, 'byline').flatMap(bylineNames),
    agencies: [wordsAt(head, 'distributor'), wordsAt(head, 'rights', 'rights.owner')].filter(Boolean),
    dateline: datelineOf(head),
    notes: left,
  }
}

/** A line in capitals is a catchword. */
const isSentence = (line: string | undefined): boolean => line !== undefined && line !== line.toUpperCase()

/** The names in a byline, and beside them what the person is: "AP Business Writer". */
function bylineNames(byline: HtmlElement): string[] {
  const people = allAt(byline, 'person').map(wordsOf).filter(Boolean)
  const titles = allAt(byline, 'byttl').map(wordsOf).filter(Boolean)
  const rest = oneLine(
    byline.children
      .filter((child) => !isNamed(child, 'byttl', 'person'))
      .map(text)
      .join(''),
  )
  const line = people.length > 0 ? [] : [rest]
  return [...people, ...line, ...titles].filter((name) => name !== '' && !/^by$/i.test(name))
}

const isNamed = (node: HtmlNode, ...names: readonly string[]): boolean =>
  typeof node !== 'string' && names.includes(localName(node))

const text = (node: HtmlNode): string => (typeof node === 'string' ? node : ` ${wordsOf(node)} `)

const datelineOf = (head: HtmlElement): string =>
  childrenOf(head, 'dateline')
    .map((line) =>
      oneLine(
        line.children
          .filter((child) => !isNamed(child, 'story.date'))
          .map(text)
          .join(''),
      ),
    )
    .find(Boolean) ?? ''

/** A text in NITF (3.0 to 3.6) that stands alone in its file. */
export function nitfItem(nitf: HtmlElement, where: string | null): WireItem {
  const head = nitfHead(nitf)
  const [data] = allAt(nitf, 'head', 'docdata')
  const value = (name: string, ...attributes: string[]): string =>
    attributeAt(data && allAt(data, name)[0], ...attributes) || (data ? wordsAt(data, name) : '')
  const issued = value('date.issue', 'norm') || attributeAt(allAt(nitf, 'head', 'pubdata')[0], 'date.publication')
  const issue = issued || attributeAt(allAt(nitf, 'body', 'body.head', 'dateline', 'story.date')[0], 'norm')
  const released = value('date.release', 'norm')
  const id = value('doc-id', 'id-string') || value('du-key', 'key') || textKey(head.headline + issue)
  const status = attributeAt(data, 'management-status')
  const isEmbargoed = /embargo/i.test(status) || (released !== '' && digits(released) > digits(issue) && issue !== '')
  const { tree } = textFromElement('nitf', nitf)
  return {
    ...FROM_NO_SITE,
    foreignId: `nitf:${id}`,
    where,
    ...head,
    body: tree,
    agencies: [...head.agencies, value('doc-id', 'regsrc'), value('doc.copyright', 'holder')].filter(Boolean),
    status: wireStatus(status),
    embargoed: isEmbargoed ? released || 'a time that it does not say' : '',
    created: issue,
    updated: '',
    places: evlocs(data),
    located: locationsIn(nitf),
    keywords: keywordsOf(nitf, data),
    language: attributeAt(nitf, 'baselang', 'lang') || attributeAt(allAt(nitf, 'body')[0], 'lang'),
    pictures: [],
    desk: {
      ...NO_DESK_NOTES,
      editorsNote: value('ed-msg', 'info', 'msg-type'),
      slugline: value('du-key', 'key'),
      urgency: value('urgency', 'ed-urg'),
      copyright: [value('doc.copyright', 'year'), value('doc.copyright', 'holder')].filter(Boolean).join(' '),
      usageTerms: value('doc.rights', 'limitations', 'type'),
    },
  }
}

/** Times as written compare by their figures. */
const digits = (time: string): string => time.replace(/[+-]\d{2}:?\d{2}$|\D/g, '').slice(0, 12)

/** Where what is told took place. */
const evlocs = (data: HtmlElement | undefined): string[] =>
  data === undefined
    ? []
    : allAt(data, 'evloc').flatMap((place) =>
        ['country', 'state-prov', 'city'].map((name) => attributeAt(place, name)).filter(Boolean),
      )

/** The place of the dateline, from the smallest to the largest. */
const locationsIn = (nitf: HtmlElement): string[] =>
  allAt(nitf, 'body', 'body.head', 'dateline', 'location').flatMap((location) =>
    childrenOf(location).length > 0 ? childrenOf(location).map(wordsOf).filter(Boolean) : [wordsOf(location)],
  )

function keywordsOf(nitf: HtmlElement, data: HtmlElement | undefined): string[] {
  const keys =
    data === undefined
      ? []
      : allAt(data, 'key-list', 'keyword').map((word) => attributeAt(word, 'key') || wordsOf(word))
  const subjects = allAt(nitf, 'head', 'tobject', 'tobject.subject').flatMap((subject) =>
    ['tobject.subject.type', 'tobject.subject.matter', 'tobject.subject.detail'].map((name) =>
      attributeAt(subject, name),
    ),
  )
  return [...keys, ...subjects].filter(Boolean)
}
