import type { IncomingStory, IncomingStatus } from '../../intake/incoming.ts'
import { EMPTY_MAPPING, NAME_KINDS, type NameKind, type NameMapping } from '../../intake/name-mapping.ts'
import { type NameSeen, NamesSeen } from '../../intake/names-seen.ts'
import type { ReadingOptions } from '../../intake/intake-file.ts'
import { importedFrom } from '../../store/imported-stories.ts'
import type { ProblemGroup } from '../../store/imports.ts'
import { countWords } from '../../story/plain-text.ts'
import type { Newsroom } from '../newsroom.ts'
import { asPlanned } from './import-item.ts'
import { problemOfItem, problemsIn } from './import-report.ts'
import type { Inputs } from './open-inputs.ts'
import { inputRuns } from './read-inputs.ts'
import { ReportBook } from './report-book.ts'

/** How many stories are shown in full. */
const SHOWN = 10

/** How many names of a kind are told, those of most stories first. */
const NAMES = 200

/** How long somebody waits for a preview, in milliseconds: what was read by then is told. */
const PATIENCE_MS = 15_000

/** A story as an import would bring it in, in a few facts. */
export interface PreviewStory {
  readonly headline: string
  readonly published: IncomingStory['published']
  readonly status: IncomingStatus
  readonly sectionPath: readonly string[]
  readonly bylines: readonly string[]
  readonly language: string | null
  readonly words: number
  readonly pictures: number
  readonly problems: readonly string[]
}

/** What an import would bring in. */
export interface Preview {
  readonly kinds: readonly string[]
  /** False when reading all of it would take too long: the numbers are of a part, from the beginning. */
  readonly isWhole: boolean
  readonly stories: number
  /** How many of them came in before. */
  readonly known: number
  readonly statuses: Readonly<Partial<Record<IncomingStatus, number>>>
  readonly pictures: number
  readonly hosts: readonly string[]
  readonly first: readonly PreviewStory[]
  readonly names: Readonly<Record<NameKind, readonly NameSeen[]>>
  readonly notes: readonly string[]
  readonly problemCount: number
  readonly problems: readonly ProblemGroup[]
  readonly isComplete: boolean
}

export interface PreviewOrder {
  readonly source: string | null
  readonly mapping?: NameMapping
  readonly reading: ReadingOptions
  /** In milliseconds; left out, what somebody at a screen waits for. */
  readonly patienceMs?: number
}

/** Reads what was opened and says what an import would bring in. Changes nothing. */
export async function previewImport(newsroom: Newsroom, inputs: Inputs, order: PreviewOrder): Promise<Preview> {
  const until = performance.now() + (order.patienceMs ?? PATIENCE_MS)
  const seen = new Seen()
  for (const problem of inputs.problems) seen.book.addProblem(problemOfItem(problem))
  const runs = inputRuns(inputs, { reading: order.reading })
  for (const { kind, incoming } of runs) {
    const asking = askingInPortions(newsroom, order.source ?? kind, (known) => seen.addKnown(known))
    for await (const item of incoming) {
      if (item.kind === 'site') seen.addHosts(item.hosts)
      else if (item.kind === 'problem') seen.book.addProblem(problemOfItem(item), item.fatal === true)
      else {
        seen.addStory(asPlanned(item, { mapping: order.mapping ?? EMPTY_MAPPING }))
        await asking.add(item.foreignId)
      }
      if (performance.now() > until) seen.isWhole = false
      if (!seen.isWhole) break
    }
    await asking.end()
    if (!seen.isWhole) break
  }
  return seen.preview([...new Set(inputs.readable.map(({ kind }) => kind))])
}

/** Asks for many names at a time which of them came in before. */
function askingInPortions({ db }: Newsroom, source: string, onKnown: (known: number) => void) {
  let waiting: string[] = []
  const ask = async () => {
    const ids = waiting
    waiting = []
    onKnown((await importedFrom(db, source, [...new Set(ids)])).size)
  }
  return {
    add: async (foreignId: string) => {
      waiting.push(foreignId)
      if (waiting.length >= 500) await ask()
    },
    end: ask,
  }
}

class Seen {
  readonly book = new ReportBook(() => undefined)
  isWhole = true
  readonly #names = new NamesSeen()
  readonly #hosts = new Set<string>()
  readonly #statuses: Partial<Record<IncomingStatus, number>> = {}
  readonly #first: PreviewStory[] = []
  #stories = 0
  #known = 0
  #pictures = 0

  addHosts(hosts: readonly string[]): void {
    for (const host of hosts.slice(0, 20)) this.#hosts.add(host)
  }

  addKnown(known: number): void {
    this.#known += known
  }

  addStory(story: IncomingStory): void {
    this.#stories += 1
    this.#pictures += story.pictures.length
    this.#statuses[story.status] = (this.#statuses[story.status] ?? 0) + 1
    this.#names.see(story)
    for (const problem of problemsIn(story)) this.book.addProblem(problem)
    if (this.#first.length < SHOWN) this.#first.push(shown(story))
  }

  preview(kinds: readonly string[]): Preview {
    const { problemCount, summary, isComplete } = this.book.report()
    const names = (kind: NameKind) => this.#names.counted(kind).slice(0, NAMES)
    const more = NAME_KINDS.filter((kind) => this.#names.counted(kind).length > NAMES)
    return {
      kinds,
      isWhole: this.isWhole,
      stories: this.#stories,
      known: this.#known,
      statuses: this.#statuses,
      pictures: this.#pictures,
      hosts: [...this.#hosts],
      first: this.#first,
      names: {
        sections: names('sections'),
        tags: names('tags'),
        authors: names('authors'),
        languages: names('languages'),
      },
      notes: [...this.#names.notes(), ...more.map((kind) => `Only the ${NAMES} most frequent ${kind} are shown.`)],
      problemCount,
      problems: summary,
      isComplete,
    }
  }
}

const shown = (story: IncomingStory): PreviewStory => ({
  headline: story.headline,
  published: story.published,
  status: story.status,
  sectionPath: story.sectionPath.map(({ label }) => label),
  bylines: story.bylines,
  language: story.language,
  words: countWords(story.body),
  pictures: story.pictures.length,
  problems: story.problems.map(({ what, where }) => (where === null ? what : `${what} (${where})`)).slice(0, 20),
})
