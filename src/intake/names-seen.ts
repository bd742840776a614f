import type { IncomingStory } from './incoming.ts'
import { foldName, NAME_KINDS, type NameKind } from './name-mapping.ts'

/** Beyond so many names of a kind no more are noted: an import holds little in memory, whatever it meets. */
const MOST_NAMES = 10_000

/** A name as its source first wrote it, and how many stories have it. */
export interface NameSeen {
  readonly name: string
  readonly stories: number
}

/** A mapping file that changes nothing yet, for somebody to edit. */
export interface MappingFile extends Readonly<Record<NameKind, Readonly<Record<string, string>>>> {
  readonly format: 1
  /** How many stories have each name: the first matter most. */
  readonly counts: Readonly<Record<NameKind, Readonly<Record<string, number>>>>
  readonly notes: readonly string[]
}

/** Notes every section, tag, author and language of an import as it is read. */
export class NamesSeen {
  readonly #seen: Readonly<Record<NameKind, Map<string, { readonly name: string; stories: number }>>> = {
    sections: new Map(),
    tags: new Map(),
    authors: new Map(),
    languages: new Map(),
  }
  readonly #full = new Set<NameKind>()

  see(story: IncomingStory): void {
    this.#add(
      'sections',
      story.sectionPath.map(({ label }) => label),
    )
    this.#add('tags', story.keywords)
    this.#add('authors', story.bylines)
    this.#add('languages', story.language === null ? [] : [story.language])
  }

  #add(kind: NameKind, names: readonly string[]): void {
    const seen = this.#seen[kind]
    for (const [key, name] of new Map(names.map((name) => [foldName(name), name]))) {
      const known = seen.get(key)
      if (known) known.stories += 1
      else if (key === '') continue
      else if (seen.size < MOST_NAMES) seen.set(key, { name, stories: 1 })
      else this.#full.add(kind)
    }
  }

  /** The names of a kind, those of most stories first. */
  counted(kind: NameKind): NameSeen[] {
    return [...this.#seen[kind].values()]
      .map(({ name, stories }) => ({ name, stories }))
      .toSorted((one, other) => other.stories - one.stories || (one.name < other.name ? -1 : 1))
  }

  /** What is not in the lists. */
  notes(): string[] {
    return NAME_KINDS.filter((kind) => this.#full.has(kind)).map(
      (kind) => `Only the first ${MOST_NAMES} ${kind} are listed; a name that is not here can be mapped all the same.`,
    )
  }

  /** Every name met, mapped to itself: written to a file, it is edited and given to the import. */
  asMapping(): MappingFile {
    const names = (kind: NameKind) => Object.fromEntries<string>(this.counted(kind).map(({ name }) => [name, name]))
    const counts = (kind: NameKind) =>
      Object.fromEntries<number>(this.counted(kind).map(({ name, stories }) => [name, stories]))
    return {
      format: 1,
      sections: names('sections'),
      tags: names('tags'),
      authors: names('authors'),
      languages: names('languages'),
      counts: {
        sections: counts('sections'),
        tags: counts('tags'),
        authors: counts('authors'),
        languages: counts('languages'),
      },
      notes: this.notes(),
    }
  }
}
