import { DomUtils, ElementType, parseDocument } from 'htmlparser2'
import type { FinishedPage } from '../../src/press/page.ts'
import { shape } from '../site/parse.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]

const isHtml = ({ contentType }: Pick<FinishedPage, 'contentType'>) => contentType.startsWith('text/html')
const isXml = ({ contentType }: Pick<FinishedPage, 'contentType'>) => /\bxml\b/.test(contentType)
const isJson = ({ contentType }: Pick<FinishedPage, 'contentType'>) => /\bjson\b/.test(contentType)

/**
 * What a page is without its words, and without the marks that only words have (found, or too long for a line): elements and the names of their attributes, the fields of JSON, the number of lines;
 * and the same of HTML that stands inside a feed or a field.
 */
export function formOf(page: Pick<FinishedPage, 'body' | 'contentType'> & { readonly status: number }): string {
  const { body, status, contentType } = page
  if (isJson(page)) return JSON.stringify([status, contentType, jsonForm(JSON.parse(body))])
  if (isXml(page) || isHtml(page)) {
    const { children } = parseDocument(body, { xmlMode: isXml(page) })
    const form = JSON.stringify([status, contentType, shape(children), inner(children).map(innerForm)])
    return form.replaceAll(/\["(?:mark|wbr)",\[\],\[\]\],?/g, '').replaceAll(',]', ']')
  }
  return JSON.stringify([status, contentType, body.split(/[\r\n\v\f\x85\u2028\u2029]/).length])
}

function jsonForm(value: unknown): unknown {
  if (typeof value === 'string') return /^\s*<[a-z]/.test(value) ? shape(parseDocument(value).children) : 'text'
  if (Array.isArray(value)) return value.map(jsonForm)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.entries(value).map(([name, one]) => [name, jsonForm(one)])
}

interface Inner {
  readonly kind: 'html' | 'json'
  readonly text: string
}

/** HTML inside feeds, and data inside pages. */
const inner = (nodes: Node[]): Inner[] =>
  DomUtils.findAll((element) => ['content:encoded', 'content', 'script'].includes(element.name), nodes).flatMap(
    (element): Inner[] => [
      { kind: element.type === ElementType.Script ? 'json' : 'html', text: DomUtils.textContent(element) },
    ],
  )

const innerForm = ({ kind, text }: Inner): unknown =>
  kind === 'json' ? jsonForm(JSON.parse(text)) : shape(parseDocument(text).children)

/** Attributes that lead somewhere. */
const LEADING = ['href', 'src', 'srcset', 'action', 'formaction', 'cite', 'data', 'poster', 'xlink:href']

/** What of a page would run, or lead to what runs. */
export function activeParts(page: Pick<FinishedPage, 'body' | 'contentType'>): string[] {
  const { body } = page
  if (isJson(page)) return stringsIn(JSON.parse(body)).flatMap(htmlOnly)
  if (!isXml(page) && !isHtml(page)) return []
  const { children } = parseDocument(body, { xmlMode: isXml(page) })
  return [
    ...activeIn(children),
    ...inner(children).flatMap(({ kind, text }) => (kind === 'html' ? htmlOnly(text) : [])),
  ]
}

const htmlOnly = (text: string): string[] => (/^\s*<[a-z]/.test(text) ? activeIn(parseDocument(text).children) : [])

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const activeIn = (nodes: Node[]): string[] =>
  DomUtils.findAll(() => true, nodes).flatMap(({ name, attribs }) => [
    ...(name === 'script' && attribs['type'] !== 'application/ld+json' ? ['script'] : []),
    ...(['object', 'embed', 'applet', 'foreignobject'].includes(name.toLowerCase()) ? [name] : []),
    ...Object.keys(attribs).filter((attribute) => /^on|^style$/i.test(attribute)),
    ...LEADING.flatMap((attribute) => {
      const value = attribs[attribute]?.replaceAll(/[\p{C}\s]/gu, '') ?? ''
      return /^(?!https?:|mailto:|tag:)[a-z][a-z+.-]*:/i.test(value) && !isOwnPicture(name, value)
        ? [`${name} ${attribute}=${value.slice(0, 60)}`]
        : []
    }),
  ])

/** What a page holds in itself is one of our own pictures, or says that it has no icon. */
const isOwnPicture = (name: string, value: string): boolean =>
  (name === 'link' && value === 'data:,') ||
  (['img', 'source'].includes(name) && /^data:image\/(?:jpeg|png|webp);base64,/.test(value))
