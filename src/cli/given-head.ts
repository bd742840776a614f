import { OnrecordError } from '../errors.ts'

/**
 * A hash of the log that somebody noted.
 *
 * @throws OnrecordError `bad-input`
 */
export function givenHead(text: string | undefined): string | null {
  if (text === undefined) return null
  const hash = text.trim().toLowerCase()
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new OnrecordError('bad-input', 'A hash of the log has 64 characters out of 0 to 9 and a to f.', {
    remedy: '`./onrecord evidence head` prints the newest one.',
  })
}
