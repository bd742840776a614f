import { decoderFor, guessEncoding } from '../encoding.ts'
import type { Incoming, IncomingProblem } from '../incoming.ts'
import type { Reader } from '../intake-file.ts'
import { fileName } from '../link-address.ts'
import { plainText } from '../plain-text.ts'
import { counted } from '../problem-list.ts'
import { WxrParser } from './wxr-parser.ts'
import type { WxrItem } from './wxr-records.ts'
import { WxrSite } from './wxr-site.ts'
import { wxrStory } from './wxr-story.ts'
import type { XmlFault } from './xml-mending.ts'

/** Bytes handed to the parser at once, so that a caller's large piece does not become many stories at once. */
const PIECE_BYTES = 65_536

/** How many items wait at most for the attachment that the first of them shows. */
const MAX_WAITING = 256

/** How many faults of the file are told one by one. */
const MAX_FAULTS = 8

/** A WordPress export in a file of any size. */
export const readWxrFile: Reader = (file) => readWxr(file.open())

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) and yields its posts and pages as stories, in file order.
 *
 * Holds no more than a few stories at a time. What breaks the rules of XML is told with its line and read on as well
 * as it goes; a file that ends too early yields its whole items and then a fatal problem. Attachments are pictures of
 * stories, other kinds of items are counted and told at the end. Touches no disk and no network.
 */
export async function* readWxr(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Incoming> {
  const reading = new WxrReading()
  let decoder: ReturnType<typeof decoderFor>
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    decoder ??= decoderFor(chunk)
    if (!decoder)
      return yield fatal(
        `The file is written in ${guessEncoding(chunk).encoding}, which cannot be read. Save it as UTF-8.`,
      )
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield* reading.read(decoder.decode(chunk.subarray(at, at + PIECE_BYTES), { stream: true }))
      if (reading.isRefused) return
    }
  }
  if (!decoder) return yield fatal('The file is empty.')
  yield* reading.read(decoder.decode())
  yield* reading.end()
}

const fatal = (what: string, where: string | null = null): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where,
  what,
  fatal: true,
})

class WxrReading {
  readonly #parser = new WxrParser()
  readonly #site = new WxrSite()
  readonly #waiting: WxrItem[] = []
  readonly #otherTypes = new Map<string, number>()
  #faults = 0
  #items = 0
  #attachments = 0
  #isRefused = false

  /** It was no WordPress export: nothing more is to be read. */
  get isRefused(): boolean {
    return this.#isRefused
  }

  *read(text: string): Generator<Incoming> {
    this.#parser.write(text)
    const refusal = this.#refusal(false)
    if (refusal) {
      this.#isRefused = true
      return yield refusal
    }
    if (this.#parser.root !== null) yield* this.#take(false)
  }

  *end(): Generator<Incoming> {
    this.#parser.end()
    const refusal = this.#refusal(true)
    if (refusal) return yield refusal
    yield* this.#take(true)
    if (this.#attachments > 0) yield attachments(this.#attachments)
    for (const [type, count] of this.#otherTypes) yield otherType(type, count)
    if (this.#faults > MAX_FAULTS) {
      yield fatal(`The file breaks the rules of XML in ${this.#faults - MAX_FAULTS} more places.`)
    }
    yield* this.#verdict()
  }

  *#verdict(): Generator<Incoming> {
    const { itemLine, isClosed, line } = this.#parser
    if (itemLine !== null)
      yield fatal(
        `The file ends in the middle of an item, at line ${line}; the item begins at line ${itemLine}. Export it again.`,
        `line ${line}`,
      )
    else if (!isClosed)
      yield fatal(
        `The file ends before its closing tag, at line ${line}: items may be missing. Export it again.`,
        `line ${line}`,
      )
    else if (this.#items === 0) yield { ...fatal('The export holds no items.'), fatal: false }
  }

  *#take(isLast: boolean): Generator<Incoming> {
    for (const record of this.#parser.takeRecords()) {
      if (record.kind === 'item') yield* this.#item(record)
      else this.#site.learn(record)
    }
    yield* this.#release(isLast)
    yield* this.#newFaults(this.#parser.takeFaults())
  }

  /** A story whose lead picture comes a little later in the file waits for it, and those behind it too. */
  *#item(item: WxrItem): Generator<Incoming> {
    this.#items += 1
    const type = item.fields.get('wp:post_type')?.trim() ?? 'post'
    if (type === 'attachment') this.#addAttachment(item)
    else if (type === 'post' || type === 'page') this.#waiting.push(item)
    else this.#otherTypes.set(type, (this.#otherTypes.get(type) ?? 0) + 1)
    yield* this.#release(false)
  }

  *#release(isLast: boolean): Generator<Incoming> {
    while (this.#waiting.length > 0) {
      const [next] = this.#waiting
      if (!next || (!isLast && this.#waiting.length <= MAX_WAITING && this.#lacksPicture(next))) return
      this.#waiting.shift()
      yield wxrStory(next, this.#site)
    }
  }

  #lacksPicture({ meta }: WxrItem): boolean {
    const id = meta.get('_thumbnail_id')?.trim()
    return id !== undefined && /^[1-9]\d*$/.test(id) && this.#site.attachment(id) === undefined
  }

  #addAttachment({ fields, meta }: WxrItem): void {
    this.#attachments += 1
    const url = (fields.get('wp:attachment_url') ?? fields.get('guid') ?? '').trim()
    const id = fields.get('wp:post_id')?.trim()
    if (!id || fileName(url) === null) return
    const alt = plainText(meta.get('_wp_attachment_image_alt') ?? '')
    const caption = plainText(fields.get('excerpt:encoded') ?? '')
    this.#site.addAttachment(id, { url, alt: alt || null, caption: caption || null })
  }

  *#newFaults(faults: readonly XmlFault[]): Generator<Incoming> {
    for (const { line, what } of faults) {
      this.#faults += 1
      if (this.#faults > MAX_FAULTS) continue
      const told = `The file breaks the rules of XML at line ${line}: ${what}. It was read on; check what stands there.`
      yield fatal(told, `line ${line}`)
    }
  }

  /** Something else than a WordPress export, and what to do with it. */
  #refusal(isLast: boolean): IncomingProblem | undefined {
    const { root, isWordPress, hasItem } = this.#parser
    if (root === null) return isLast ? fatal('This is no WordPress export: it holds no XML.') : undefined
    const name = root.toLowerCase()
    if (name === 'html') return fatal('This is a web page, not a WordPress export (in WordPress: Tools, Export).')
    if (name === 'feed' || name === 'rdf:rdf')
      return fatal('This is a feed, not a WordPress export. Use `onrecord import feed`.')
    if (name !== 'rss') return fatal(`This is no WordPress export: it begins with <${root.slice(0, 40)}>.`)
    if (isWordPress || (!isLast && !hasItem && this.#parser.line < 100)) return undefined
    return fatal('This is an RSS feed, not a WordPress export. Use `onrecord import feed`.')
  }
}

const otherType = (type: string, count: number): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where: null,
  what: `${counted(count, 'item')} of the kind “${type}” ${count === 1 ? 'is' : 'are'} no stories and ${count === 1 ? 'was' : 'were'} not brought over.`,
})

const attachments = (count: number): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where: null,
  what: `${counted(count, 'attachment')} ${count === 1 ? 'is' : 'are'} no stories: pictures come with the stories that show them, other files do not come.`,
})
