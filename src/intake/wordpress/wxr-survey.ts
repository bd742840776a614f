import { fileName } from '../link-address.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { creditOf } from './wxr-meta.ts'
import { WxrParser } from './wxr-parser.ts'
import { fieldOf, metaOf, type WxrItem } from './wxr-records.ts'
import type { WxrSite } from './wxr-site.ts'

/** A larger item is no attachment; its text is not kept while its end is looked for. */
const MAX_KEPT = 1_000_000

/** Items that stories refer to wherever they stand in the file: pictures, blocks kept once for many posts, guest authors. */
const REFERRED = /<\w+:post_type>\s*(?:<!\[CDATA\[)?\s*(?:attachment|wp_block|guest-author)\s*(?:\]\]>)?\s*</

/** Where the file's first tag is looked for. */
const MAX_START = 16_384

const ITEM = /<item[\s>]/g
const ITEM_END = '</item>'

/**
 * A first, quick look at a WordPress export: what its head says of the site, and what stories may refer to although it
 * stands behind them. Everything else is passed over without being parsed.
 */
export class WxrSurvey {
  readonly #site: WxrSite
  readonly #head = new WxrParser()
  #isInHead = true
  #rest = ''
  /** Up to where the end of the item that is being passed was looked for already. */
  #searched = 0
  #isInItem = false
  #isTooLong = false
  #start = ''
  /** The opening tag of the file, which says what its prefixes stand for. */
  #root = ''

  constructor(site: WxrSite) {
    this.#site = site
  }

  /** It is no WordPress export, so that there is nothing to look for. */
  get isVain(): boolean {
    const { root } = this.#head
    return root !== null && root.toLowerCase() !== 'rss'
  }

  write(text: string): void {
    this.#rest += text
    while (this.#isInItem ? this.#leaveItem() : this.#enterItem());
  }

  end(): void {
    if (!this.#isInItem) this.#outside(this.#rest)
    this.#rest = ''
  }

  /** Passes what stands before the next item; true when there is one. */
  #enterItem(): boolean {
    ITEM.lastIndex = 0
    const found = ITEM.exec(this.#rest)
    const end = found?.index ?? Math.max(0, this.#rest.length - '<item'.length)
    this.#outside(this.#rest.slice(0, end))
    this.#rest = this.#rest.slice(end)
    if (!found) return false
    this.#isInHead = false
    this.#isInItem = true
    this.#searched = 0
    return true
  }

  /** Passes the item; true when its end was there. */
  #leaveItem(): boolean {
    const end = this.#rest.indexOf(ITEM_END, this.#searched)
    if (end === -1) {
      this.#isTooLong ||= this.#rest.length > MAX_KEPT
      if (this.#isTooLong) this.#rest = this.#rest.slice(-ITEM_END.length)
      this.#searched = Math.max(0, this.#rest.length - ITEM_END.length)
      return false
    }
    const item = this.#rest.slice(0, end + ITEM_END.length)
    this.#rest = this.#rest.slice(item.length)
    if (!this.#isTooLong && REFERRED.test(item)) this.#learnFrom(item)
    this.#isInItem = false
    this.#isTooLong = false
    return true
  }

  #outside(text: string): void {
    if (text === '') return
    if (!this.#isInHead) {
      if (text.includes('<wp:')) this.#learnFrom(text)
      return
    }
    this.#head.write(text)
    this.#take(this.#head)
    if (this.#root === '' && this.#start.length < MAX_START) {
      this.#start += text
      this.#root = /<rss(?:\s[^<>]*)?>/i.exec(this.#start)?.[0] ?? ''
    }
  }

  /** Each piece has a parser of its own: a fault in one does not spoil the next. */
  #learnFrom(text: string): void {
    const parser = new WxrParser()
    parser.write(`${this.#root || '<rss>'}<channel>${text}</channel></rss>`)
    parser.end()
    this.#take(parser)
  }

  #take(parser: WxrParser): void {
    parser.takeFaults()
    for (const record of parser.takeRecords()) {
      if (record.kind === 'item') learnItem(this.#site, record)
      else this.#site.learn(record)
    }
  }
}

function learnItem(site: WxrSite, item: WxrItem): void {
  const type = fieldOf(item, 'wp:post_type')
  const id = fieldOf(item, 'wp:post_id')
  if (type === 'attachment') learnAttachment(site, id, item)
  else if (type === 'wp_block') site.addSharedBlock(id, item.fields.get('content:encoded') ?? '')
  else if (type === 'guest-author') {
    const name = plainText(metaOf(item, 'cap-display_name') || fieldOf(item, 'title'))
    site.learn({ kind: 'author', login: metaOf(item, 'cap-user_login') || fieldOf(item, 'wp:post_name'), name })
  }
}

function learnAttachment(site: WxrSite, id: string, item: WxrItem): void {
  const url = fieldOf(item, 'wp:attachment_url') || fieldOf(item, 'guid')
  if (id === '' || fileName(url) === null) return
  site.addAttachment(id, {
    url: oneLine(url),
    alt: plainText(metaOf(item, '_wp_attachment_image_alt')),
    caption: plainText(fieldOf(item, 'excerpt:encoded')),
    credit: creditOf(item),
    parent: fieldOf(item, 'wp:post_parent'),
    order: Number.parseInt(fieldOf(item, 'wp:menu_order'), 10) || 0,
  })
}
