import type { Incoming, IncomingProblem } from '../incoming.ts'
import type { Reader, ReadingOptions } from '../intake-file.ts'
import { counted } from '../problem-list.ts'
import { WxrParser } from './wxr-parser.ts'
import { fieldOf, type WxrItem } from './wxr-records.ts'
import { WxrSite } from './wxr-site.ts'
import { wxrStory } from './wxr-story.ts'
import { WxrSurvey } from './wxr-survey.ts'
import { wxrText } from './wxr-text.ts'
import type { XmlFault } from './xml-mending.ts'

/** How many faults of the file are told one by one. */
const MAX_FAULTS = 8

/** How many names of fields are told. */
const MAX_NAMES = 20

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) of any size and yields its posts and pages as stories, in file order.
 *
 * The file is looked through once for what stories refer to, wherever it stands, and then read; no more than a few
 * stories are held at a time. What breaks the rules of XML is told with its line and read on as well as it goes; a file
 * that ends too early yields its whole items and then a fatal problem. Attachments are pictures of stories, other kinds
 * of items are counted and told at the end.
 */
export const readWxrFile: Reader = async function* (file, options) {
  const text = await wxrText(file)
  if (text.kind === 'unreadable') return yield fatal(text.what)
  const site = new WxrSite()
  const survey = new WxrSurvey(site)
  for await (const piece of text.pieces()) {
    survey.write(piece)
    if (survey.isVain) break
  }
  survey.end()
  const reading = new WxrReading(site, options)
  for await (const piece of text.pieces()) {
    yield* reading.read(piece)
    if (reading.isRefused) return
  }
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
  readonly #site: WxrSite
  readonly #options: ReadingOptions
  readonly #otherTypes = new Map<string, number>()
  readonly #customFields = new Map<string, number>()
  #faults = 0
  #items = 0
  #attachments = 0
  #isRefused = false
  #isIntroduced = false

  constructor(site: WxrSite, options: ReadingOptions) {
    this.#site = site
    this.#options = options
  }

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
    if (this.#parser.isWordPress) yield* this.#take()
  }

  *end(): Generator<Incoming> {
    this.#parser.end()
    const refusal = this.#refusal(true)
    if (refusal) return yield refusal
    yield* this.#take()
    if (this.#attachments > 0) yield attachments(this.#attachments)
    for (const [type, count] of this.#otherTypes) yield otherType(type, count)
    if (this.#customFields.size > 0) yield customFields(this.#customFields)
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

  *#take(): Generator<Incoming> {
    const { incoming } = this.#site
    if (!this.#isIntroduced && incoming) yield incoming
    this.#isIntroduced = true
    for (const record of this.#parser.takeRecords()) if (record.kind === 'item') yield* this.#item(record)
    yield* this.#newFaults(this.#parser.takeFaults())
  }

  *#item(item: WxrItem): Generator<Incoming> {
    this.#items += 1
    const type = fieldOf(item, 'wp:post_type') || 'post'
    if (type === 'attachment') this.#attachments += 1
    else if (type === 'post' || type === 'page') {
      for (const name of item.customFields) count(this.#customFields, name)
      yield wxrStory(item, this.#site, this.#options)
    } else count(this.#otherTypes, type)
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

/** No site has more kinds of things than this; a broken file may. */
const MAX_KINDS = 1_000

function count(counts: Map<string, number>, name: string): void {
  if (counts.size < MAX_KINDS || counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
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

/** Fields that somebody added to posts by hand or by a plugin. Their names alone tell whether they matter. */
function customFields(found: ReadonlyMap<string, number>): IncomingProblem {
  const named = [...found].sort(([, a], [, b]) => b - a)
  const told = named.slice(0, MAX_NAMES).map(([name, count]) => `${name} (${count})`)
  const more = named.length > MAX_NAMES ? ` and ${named.length - MAX_NAMES} more` : ''
  const what = `Fields that were added to posts were not brought over: ${told.join(', ')}${more}.`
  return { kind: 'problem', foreignId: null, where: null, what }
}
