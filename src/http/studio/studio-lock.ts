import { OnrecordError } from '../../errors.ts'
import { studioLock } from '../../store/studio-lock.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import type { Visit } from './visit.ts'

/**
 * While the studio is locked, staff read and sign in and out, and change nothing: not a text, not a setting, not a way in.
 *
 * @throws OnrecordError `studio-locked`
 */
export async function assertUnlocked(
  { may, confirmed }: Pick<Endpoint, 'may' | 'confirmed'>,
  { request, newsroom }: Pick<Visit, 'request' | 'newsroom'>,
): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if ((may === 'anyone' || may === 'signed-in') && !confirmed) return
  const lock = await studioLock(newsroom.db)
  if (lock === null) return
  throw new OnrecordError(
    'studio-locked',
    `The studio was locked at ${lock.since.slice(0, 16).replace('T', ' ')} UTC.`,
    {
      remedy: 'What you write stays on this device until whoever runs the server unlocks it.',
    },
  )
}
