import type { IncomingDate, IncomingProblem, IncomingSite, IncomingStory } from '../intake/incoming.ts'
import { NAME_KINDS, type NameKind } from '../intake/name-mapping.ts'
import { NamesSeen } from '../intake/names-seen.ts'
import { problemOfItem, problemsIn } from '../newsroom/importing/import-report.ts'
import { ReportBook } from '../newsroom/importing/report-book.ts'
import { countWords } from '../story/plain-text.ts'
import type { ImportAction } from './dry-run.ts'
import { problemLine } from './import-report-lines.ts'
import { faint, strong } from './terminal.ts'

/** How many stories a preview shows in full; the others are in its sums. */
const SHOWN = 10

/** How many names of a kind are shown. */
const NAMES_SHOWN = 12

const WOULD: Readonly<Record<ImportAction, string>> = {
  add: 'would be added',
  change: 'would be changed',
  leave: 'is here already, unchanged',
  skip: 'would be left out: it is in the bin at its source',
}

/** What an import would do, gathered while it is read: sums, names, the first stories; of any archive no more. */
export class ImportPreview {
  readonly names = new NamesSeen()
  readonly #limit: number
  readonly #lines: string[] = []
  readonly #actions = new Map<ImportAction, number>()
  readonly #statuses = new Map<string, number>()
  readonly #hosts = new Set<string>()
  readonly #book = new ReportBook(() => undefined)
  #stories = 0
  #pictures = 0
  #addresses = 0
  #first: string | null = null
  #last: string | null = null

  /** @param showsAll every story is shown, not the first ten alone */
  constructor(showsAll: boolean) {
    this.#limit = showsAll ? Number.POSITIVE_INFINITY : SHOWN
  }

  get stories(): number {
    return this.#stories
  }

  get isComplete(): boolean {
    return this.#book.report().isComplete
  }

  seeSite({ hosts }: IncomingSite): void {
    for (const host of hosts) this.#hosts.add(host)
  }

  seeProblem(problem: IncomingProblem): void {
    this.#book.addProblem(problemOfItem(problem), problem.fatal === true)
  }

  seeStory(story: IncomingStory, action: ImportAction): void {
    this.names.see(story)
    this.#stories += 1
    count(this.#actions, action)
    count(this.#statuses, story.status)
    this.#pictures += story.pictures.length
    this.#addresses += story.redirectsFrom.length
    this.#seeDate(story.published)
    for (const problem of problemsIn(story)) this.#book.addProblem(problem)
    if (this.#stories <= this.#limit) this.#lines.push(...storyLines(story, action))
  }

  #seeDate(published: IncomingDate | null): void {
    if (published === null) return
    const day = dayOf(published).slice(0, 10)
    if (this.#first === null || day < this.#first) this.#first = day
    if (this.#last === null || day > this.#last) this.#last = day
  }

  lines(): string[] {
    return [...this.#lines, ...this.#restLines(), '', ...this.#sumLines(), ...this.#problemLines()]
  }

  #restLines(): string[] {
    const rest = this.#stories - this.#limit
    return rest > 0 ? [faint(`… and ${rest} more: --all shows every story, --json everything about each.`)] : []
  }

  #sumLines(): string[] {
    const stories = this.#stories === 1 ? 'One story' : `${this.#stories.toLocaleString('en')} stories`
    const dates =
      this.#first === null ? [] : [this.#first === this.#last ? this.#first : `${this.#first} to ${this.#last}`]
    return [
      strong(`${stories}; nothing was changed.`),
      ...row(
        'What would happen',
        inWords(this.#actions, (action) => WOULD[action]),
      ),
      ...row(
        'At the source',
        inWords(this.#statuses, (status) => status),
      ),
      ...row('Dates', dates),
      ...row('Site', [...this.#hosts]),
      ...NAME_KINDS.flatMap((kind) => row(TITLE[kind], this.#namesOf(kind))),
      ...row(
        'Pictures',
        this.#pictures > 0 ? [`${this.#pictures.toLocaleString('en')}; none is fetched unless --pictures says so`] : [],
      ),
      ...row(
        'Old addresses',
        this.#addresses > 0 ? [`${this.#addresses.toLocaleString('en')}, to lead to the stories`] : [],
      ),
    ]
  }

  #namesOf(kind: NameKind): string[] {
    const names = this.names.counted(kind)
    const shown = names.slice(0, NAMES_SHOWN).map(({ name, stories }) => `${name} ${stories}`)
    return names.length > NAMES_SHOWN ? [...shown, `and ${names.length - NAMES_SHOWN} more`] : shown
  }

  #problemLines(): string[] {
    const { problemCount, summary, problems } = this.#book.report()
    if (problemCount === 0) return []
    if (problemCount <= this.#limit) return ['', 'Problems:', ...problems.map(problemLine)]
    return [
      '',
      `${problemCount.toLocaleString('en')} problems, the most frequent first (--json has each):`,
      ...summary.slice(0, 20).map((group) => `  ${String(group.count).padStart(6)} × ${group.what}`),
    ]
  }
}

const TITLE: Readonly<Record<NameKind, string>> = {
  sections: 'Sections',
  tags: 'Tags',
  authors: 'Authors',
  languages: 'Languages',
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const inWords = <Key>(counts: ReadonlyMap<Key, number>, words: (key: Key) => string): string[] =>
  [...counts].map(([key, number]) => `${number.toLocaleString('en')} ${words(key)}`)

const row = (title: string, values: readonly string[]): string[] =>
  values.length === 0 ? [] : [`  ${title.padEnd(18)} ${values.join(' · ')}`]

function storyLines(story: IncomingStory, action: ImportAction): string[] {
  const date = story.published === null ? 'no date' : dayOf(story.published)
  const path = story.sectionPath.map(({ label }) => label).join(' | ')
  const pictures = story.pictures.length
  const facts = [
    date,
    story.status,
    path,
    story.bylines.join(', '),
    story.language,
    `${countWords(story.body)} words`,
    pictures > 0 ? `${pictures} ${pictures === 1 ? 'picture' : 'pictures'}` : '',
  ]
  return [
    `${strong(story.headline || '(no headline)')} ${WOULD[action]}`,
    faint(`  ${facts.filter((fact) => fact).join(' · ')}`),
  ]
}

const dayOf = (published: IncomingDate): string =>
  published.precision === 'day' ? published.on : published.at.slice(0, 16).replace('T', ' ')
