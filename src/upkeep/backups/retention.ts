import type { BackupSettings } from '../../config/operating-settings.ts'
import type { Instant } from '../../time.ts'
import { madeAt } from './backup-name.ts'

/** How many backups stay: of days, of weeks before them, of months before those. */
export type Keep = BackupSettings['keep']

interface Made {
  readonly name: string
  readonly at: Instant
}

/**
 * Which of these files are backups that have had their time, oldest first.
 *
 * What stays: everything of the newest day, so that one made by hand before some work is not gone after it; the last of
 * each of so many days; of what is left, the last of each of so many weeks (Monday to Sunday), then of so many months.
 * All by the names and in UTC. A file that is not named like a backup of ours is never among them.
 *
 * @param justMade stays whatever its name says: a clock may have jumped
 */
export function outlivedBackups(names: readonly string[], keep: Keep, justMade: string | null = null): string[] {
  const made = names
    .flatMap((name): Made[] => {
      const at = madeAt(name)
      return at === undefined ? [] : [{ name, at }]
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1))
  const newestDay = made[0] && dayOf(made[0])
  const kept = new Set(made.filter((one) => one.name === justMade || dayOf(one) === newestDay))
  keepLastOf(made, dayOf, Math.max(1, keep.days), kept, true)
  keepLastOf(made, weekOf, keep.weeks, kept, false)
  keepLastOf(made, monthOf, keep.months, kept, false)
  return made
    .filter((one) => !kept.has(one))
    .map(({ name }) => name)
    .toReversed()
}

/** Adds the last of each of the newest periods; those of which the last one stays anyway are counted for days only. */
function keepLastOf(
  newestFirst: readonly Made[],
  periodOf: (one: Made) => string,
  howMany: number,
  kept: Set<Made>,
  countsKept: boolean,
): void {
  const lasts = [...Map.groupBy(newestFirst, periodOf).values()].flatMap(([last]) => last ?? [])
  for (const last of lasts.filter((one) => countsKept || !kept.has(one)).slice(0, howMany)) kept.add(last)
}

const dayOf = ({ at }: Made): string => at.slice(0, 10)
const monthOf = ({ at }: Made): string => at.slice(0, 7)

const DAY_MS = 86_400_000

/** The Monday of its week. */
function weekOf({ at }: Made): string {
  const noon = Date.parse(`${at.slice(0, 10)}T12:00:00Z`)
  const sinceMonday = (new Date(noon).getUTCDay() + 6) % 7
  return new Date(noon - sinceMonday * DAY_MS).toISOString().slice(0, 10)
}
