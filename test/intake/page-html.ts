import { parseHTML } from 'linkedom'
import { bodyHtml } from '../../src/story/body-html.ts'
import type { StoryDocument } from '../../src/story/document.ts'
import { builtHtml, escapeHtml } from '../../src/story/safe-html.ts'

const WORDS = {
  notes: 'Notes',
  note: (number: number) => `Note ${number}`,
  backToText: (number: number) => `Back to the text, note ${number}`,
  table: (number: number) => `Table ${number}`,
}

/** The page's own markup of a body; a picture that is not there yet is drawn too, with the words that it brought. */
export function pageHtml(document: StoryDocument): string {
  const shown = document.content.map((block) =>
    block.type === 'figure'
      ? {
          ...block,
          attrs: { ...block.attrs, picture: { kind: 'photo' as const, pictureId: 'pic_1' as never, cover: null } },
        }
      : block,
  )
  return bodyHtml(
    { ...document, content: shown },
    {
      words: WORDS,
      figure: ({ attrs }, caption) =>
        builtHtml(`<figure><figcaption title="${escapeHtml(attrs.alt)}">${caption}</figcaption></figure>`),
    },
  )
}

const ELEMENTS = new Set(
  'p h2 h3 h4 ul ol li blockquote figure figcaption table caption thead tbody tr th td a b strong em small span sup br hr div section'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'id class lang dir href rel cite start title role tabindex colspan rowspan scope aria-label aria-labelledby aria-describedby'.split(
    ' ',
  ),
)
const ADDRESS = /^(?:https?:\/\/[^\s]|mailto:[^\s]|\/(?![/\\])|#)/

/** What stands in the markup that no harmless text would bring: an element, an attribute, an address. */
export function faultsIn(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName
    const attributes = [...element.attributes].flatMap((attribute) => {
      if (!ATTRIBUTES.has(attribute.name)) return [`${name} ${attribute.name}`]
      const isAddress = attribute.name === 'href' || attribute.name === 'cite'
      return isAddress && !ADDRESS.test(attribute.value) ? [`${name} ${attribute.name}=${attribute.value}`] : []
    })
    return ELEMENTS.has(name) ? attributes : [`<${name}>`, ...attributes]
  })
}
