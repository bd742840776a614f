import type { KeptPage } from './kept-page.ts'

/** Reads by path, and those of paths that were too many to be told apart. */
export interface ReadCounts {
  readonly paths: ReadonlyMap<string, number>
  readonly others: number
}

/** Counts which pages were read, and nothing else: not by whom, from where, with what, or when within the day. */
export interface Reads {
  /** Counts one page that was sent, or that somebody has still. Costs what adding to a number costs. */
  readonly count: (page: KeptPage) => void
  /** What has been counted since the last time this was asked. */
  readonly take: () => ReadCounts
}

/** Pages of which nothing is noted, in any language and form: who writes to us in fear, and what somebody looks for. */
const NEVER_COUNTED = ['/about/contact-safely', '/search', '/find', '/report'] as const

const HTML = 'text/html; charset=utf-8'

export function countingReads(): Reads {
  let paths = new Map<string, number>()
  return {
    count: (page) => {
      if (isCounted(page)) paths.set(page.path, (paths.get(page.path) ?? 0) + 1)
    },
    take: () => {
      const taken = paths
      paths = new Map()
      return { paths: taken, others: 0 }
    },
  }
}

/** Pages for people that are there: no feed, no picture, no notice of an absence. */
function isCounted({ status, headers, path }: KeptPage): boolean {
  return status === 200 && headers[1] === HTML && !NEVER_COUNTED.some((end) => path.endsWith(end))
}

/** More paths than this are not told apart within one day: those that were read least become one number. */
export const MOST_PATHS = 50_000

/** Adds counts to counts. */
export function addReads(one: ReadCounts, other: ReadCounts): ReadCounts {
  const paths = new Map(one.paths)
  for (const [path, reads] of other.paths) paths.set(path, (paths.get(path) ?? 0) + reads)
  return bounded({ paths, others: one.others + other.others })
}

export const NO_READS: ReadCounts = { paths: new Map(), others: 0 }

function bounded({ paths, others }: ReadCounts): ReadCounts {
  if (paths.size <= MOST_PATHS) return { paths, others }
  const byReads = [...paths].toSorted(([, one], [, other]) => other - one)
  const rest = byReads.splice(MOST_PATHS / 2)
  return { paths: new Map(byReads), others: rest.reduce((sum, [, reads]) => sum + reads, others) }
}
