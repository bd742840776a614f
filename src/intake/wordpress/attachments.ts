import { detached } from '../plain-text.ts'

/** A file of the media library, as far as a story that shows it needs to know. Empty where nothing is said. */
export interface Attachment {
  readonly url: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  /** The number of the post it was uploaded to. */
  readonly parent: string
  /** Its place among the files of that post. */
  readonly order: number
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)(?:[?#]|$)/i

/**
 * The media library of a site. A large one has hundreds of thousands of files, so each is kept as one short text.
 */
export class Attachments {
  readonly #kept = new Map<string, string>()
  #byParent: Map<string, string[]> | undefined

  add(id: string, { url, alt, caption, credit, parent, order }: Attachment): void {
    this.#kept.set(detached(id), detached([url, alt, caption, credit, parent, order].join('\n')))
    this.#byParent = undefined
  }

  get(id: string): Attachment | undefined {
    const kept = this.#kept.get(id)
    if (kept === undefined) return undefined
    const [url = '', alt = '', caption = '', credit = '', parent = '', order = '0'] = kept.split('\n')
    return { url, alt, caption, credit, parent, order: Number(order) }
  }

  /** The numbers of the pictures that were uploaded to a post, in their order there. */
  picturesOf(post: string): string[] {
    this.#byParent ??= this.#sorted()
    return this.#byParent.get(post) ?? []
  }

  #sorted(): Map<string, string[]> {
    const byParent = new Map<string, { id: string; order: number }[]>()
    for (const id of this.#kept.keys()) {
      const found = this.get(id)
      if (!found || found.parent === '' || found.parent === '0' || !PICTURE.test(found.url)) continue
      const siblings = byParent.get(found.parent) ?? []
      siblings.push({ id, order: found.order })
      byParent.set(found.parent, siblings)
    }
    const inOrder = [...byParent].map(([parent, files]): [string, string[]] => [
      parent,
      files.sort((a, b) => a.order - b.order || Number(a.id) - Number(b.id)).map(({ id }) => id),
    ])
    return new Map(inOrder)
  }
}
