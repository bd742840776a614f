import { type Instant, parseInstant } from '../../time.ts'

const NAME = /^onrecord-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar\.age$/

/** What the backup of an instant is called: `onrecord-20261123T020000Z.tar.age`. Sorts by time. */
export const backupName = (at: Instant): string => `onrecord-${compact(at)}.tar.age`

/** An instant in a form that any file system takes, to the second: `20261123T020000Z`. */
export const compact = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** When a backup was made, by its name; undefined for whatever is not named like one of ours. */
export function madeAt(name: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
  if (second === undefined) return undefined
  const at = parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // A date that does not exist was not written by us.
  return at !== undefined && backupName(at) === name ? at : undefined
}
