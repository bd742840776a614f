import { Command } from 'commander'
import type { EditionDb } from '../edition/edition-db.ts'
import { OnrecordError } from '../errors.ts'
import type { ReadCounts } from '../press/reads.ts'
import { readsIn, readsOf } from '../press/reads-file.ts'
import { titleAt } from '../press/title-at.ts'
import { type LocalDate, parseLocalDate } from '../time.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, JSON_FLAG, type Printing, tell, tellJson } from './terminal.ts'

/** How many pages are listed. */
const MOST = 30

/** Below this a number could be one reader, whom somebody may know; it is not shown. */
const FEWEST_SHOWN = 5

interface ReadsOptions extends Printing {
  readonly day?: string
  readonly days: string
}

/** What was read, by day. Nothing is known of who read it. */
export function readsCommand(app: Application): Command {
  return new Command('reads')
    .description('how often pages were read, the most read first; days are those of UTC')
    .option('--day <day>', 'one day, as 2026-12-24')
    .option('--days <number>', 'so many days up to today', '7')
    .option(...JSON_FLAG)
    .action((options: ReadsOptions) => showReads(app, options))
}

async function showReads(app: Application, options: ReadsOptions): Promise<void> {
  const days = daysOf(options)
  await app.withNewsroom(commandLineActor(), async ({ edition, now }) => {
    const from = days.kind === 'one' ? [days.day] : daysUpTo(now().slice(0, 10), days.count)
    const counts = await readsOf(readsIn(app.config().dataFolder), from)
    const pages = await topPages(edition, counts)
    for (const { reads, title, path } of pages) {
      tell(
        options,
        `${shown(reads).padStart(8)}  ${title ?? path}`,
        ...(title === null ? [] : [faint(`          ${path}`)]),
      )
    }
    const total = totalOf(counts)
    tell(options, pages.length === 0 ? 'No reads are counted for these days.' : `${shown(total).padStart(8)}  in all`)
    tellJson(options, { days: from, total: exactOrNull(total), pages: pages.map(toJson) })
  })
}

interface TopPage {
  readonly path: string
  readonly title: string | null
  readonly reads: number
}

async function topPages(edition: EditionDb, { paths }: ReadCounts): Promise<TopPage[]> {
  const top = [...paths].toSorted(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
  return Promise.all(
    top.slice(0, MOST).map(async ([path, reads]) => ({ path, reads, title: await titleAt(edition, path) })),
  )
}

const totalOf = ({ paths, others }: ReadCounts): number => [...paths.values()].reduce((sum, one) => sum + one, others)

const shown = (reads: number): string => (reads < FEWEST_SHOWN ? `under ${FEWEST_SHOWN}` : String(reads))

/** A program gets no more than a person: null where the number is too small to be shown. */
const exactOrNull = (reads: number): number | null => (reads < FEWEST_SHOWN ? null : reads)

const toJson = ({ path, title, reads }: TopPage) => ({ path, title, reads: exactOrNull(reads) })

type Days = { readonly kind: 'one'; readonly day: LocalDate } | { readonly kind: 'last'; readonly count: number }

/** @throws OnrecordError `bad-input` */
function daysOf({ day: text, days }: ReadsOptions): Days {
  const day = text === undefined ? undefined : parseLocalDate(text)
  if (day) return { kind: 'one', day }
  const count = /^[1-9]\d{0,2}$/.test(days) ? Number(days) : 0
  if (text === undefined && count > 0) return { kind: 'last', count }
  throw new OnrecordError('bad-input', `“${text ?? days}” names no days.`, {
    remedy: 'Give a day as --day 2026-12-24, or a number of days from 1 to 999 as --days 7.',
  })
}

const DAY_MS = 24 * 3_600_000

const daysUpTo = (today: string, count: number): LocalDate[] =>
  Array.from(
    { length: count },
    (_, back) => new Date(Date.parse(today) - back * DAY_MS).toISOString().slice(0, 10) as LocalDate,
  )
