import type { Block } from '../../story/document.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import type { IncomingStory } from '../incoming.ts'
import type { IntakeFile } from '../intake-file.ts'

/** Stands in an address for the folder that a page was saved into; no name on the web ends so (RFC 2606). */
const FOLDER = 'https://folder.invalid/'

/** A page whose pictures lie beside it, each under an address that leads back to its path. */
export interface PageWithFolder {
  readonly page: HtmlElement
  /** The path, relative to the page, of each such address. */
  readonly paths: ReadonlyMap<string, string>
}

/** Finds the pictures that were saved into a folder with the page: "NAME_files/photo.jpg". */
export function withLocalPictures(page: HtmlElement, file: IntakeFile): PageWithFolder {
  const paths = new Map<string, string>()
  const marked = (parent: HtmlElement): HtmlElement => ({
    ...parent,
    children: parent.children.map((child) => {
      if (typeof child === 'string') return child
      const path = child.name === 'img' ? pathBeside(child.attributes['src'] ?? '', file) : undefined
      if (path === undefined) return marked(child)
      const address = `${FOLDER}${encodeURIComponent(path)}`
      paths.set(address, path)
      return { ...child, attributes: { ...child.attributes, src: address } }
    }),
  })
  return { page: marked(page), paths }
}

function pathBeside(src: string, file: IntakeFile): string | undefined {
  if (src === '' || /^(?:[a-z][\w+.-]*:|\/|#)/i.test(src)) return undefined
  const bare = src.replace(/^(?:\.\/)+/, '').replace(/[?#].*$/, '')
  return [bare, decoded(bare)].find((path) => path !== undefined && file.beside(path) !== undefined)
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** The story with the paths of such pictures in the place of the addresses. */
export function withOwnPaths(story: IncomingStory, paths: ReadonlyMap<string, string>): IncomingStory {
  if (paths.size === 0) return story
  const own = <P extends { readonly name: string | null; readonly url: string | null }>(picture: P): P => {
    const path = paths.get(picture.url ?? '')
    return path === undefined ? picture : { ...picture, url: path, name: path.replace(/^.*\//, '') }
  }
  const placed = (block: Block): Block =>
    block.type === 'figure' && block.attrs.picture.kind === 'missing'
      ? { ...block, attrs: { ...block.attrs, picture: own(block.attrs.picture) } }
      : block
  return {
    ...story,
    pictures: story.pictures.map(own),
    body: { ...story.body, content: story.body.content.map(placed) },
  }
}
