import { type Block, DOCUMENT_VERSION, type StoryDocument } from '../story/document.ts'
import type { IncomingPicture } from './incoming.ts'

/** The lead picture stands above the text, unless the text shows it itself. */
export function withLead(document: StoryDocument, lead: IncomingPicture | undefined): StoryDocument {
  if (!lead?.url || document.content.some((block) => showsPicture(block, lead.url))) return document
  const figure: Block = {
    type: 'figure',
    attrs: {
      picture: { kind: 'missing', name: lead.name, url: lead.url },
      alt: lead.alt ?? '',
      decorative: false,
      credit: lead.credit,
      licence: null,
    },
    content: lead.caption ? [{ type: 'text', text: lead.caption }] : [],
  }
  return { type: 'doc', version: DOCUMENT_VERSION, content: [figure, ...document.content] }
}

const showsPicture = (block: Block, url: string | null): boolean =>
  block.type === 'figure' && block.attrs.picture.kind === 'missing' && samePicture(block.attrs.picture.url, url)

/** WordPress adds the size to the name of a smaller copy: "a-300x200.jpg". */
const withoutSize = (url: string): string => url.replace(/-\d+x\d+(?=\.\w+$)/, '')

const samePicture = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && withoutSize(a) === withoutSize(b)

/** The pictures of the text, but for the one that leads the story. */
export const withoutLead = (pictures: readonly IncomingPicture[], lead: IncomingPicture): IncomingPicture[] =>
  pictures.filter(({ url }) => !samePicture(url, lead.url))
