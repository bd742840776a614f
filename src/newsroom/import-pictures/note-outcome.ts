import type { WantedPicture } from '../../store/wanted-pictures.ts'
import { type Instant, instantOf } from '../../time.ts'
import type { Brought } from './bring-one.ts'

/** How long a picture waits, in seconds, after it was asked for in vain once, twice, and so on. Then it is given up. */
const WAITS_SECONDS = [60, 5 * 60, 30 * 60, 2 * 3_600, 12 * 3_600] as const

/** How it stands with the picture now; null when that has not changed. */
export function afterwards(wanted: WantedPicture, brought: Brought, now: Instant): WantedPicture | null {
  switch (brought.kind) {
    case 'here':
      return { ...wanted, state: 'here', pictureId: brought.pictureId, lastError: null }
    case 'refused':
    case 'missing':
      return { ...wanted, state: brought.kind, lastError: brought.why }
    case 'later':
      return putOff(wanted, brought, now)
    case 'not-found':
      return null
  }
}

function putOff(
  wanted: WantedPicture,
  { why, notBeforeMs, isCounted }: Brought & { kind: 'later' },
  now: Instant,
): WantedPicture {
  const attempts = wanted.attempts + (isCounted ? 1 : 0)
  const waitSeconds = isCounted ? WAITS_SECONDS[attempts - 1] : 0
  if (waitSeconds === undefined) {
    return { ...wanted, state: 'missing', attempts, lastError: `${why} It was asked for ${attempts} times.` }
  }
  const dueMs = Math.max(notBeforeMs, Date.parse(now) + waitSeconds * 1_000)
  return { ...wanted, state: 'waiting', attempts, dueAt: instantOf(new Date(dueMs)), lastError: why }
}
