import { type Instant, parseInstant } from '../time.ts'
import type { OpenedEntry } from './check-log.ts'

/** A line of the log as it is published: JSON, with salt and text where readers have what it speaks of. */
export const logLine = ({ number, at, key, commitment, hash, opening }: OpenedEntry): string =>
  `${JSON.stringify({ number, at, key, commitment, hash, ...opening })}\n`

/** The same read again; undefined for anything else. */
export function readLogLine(line: string): OpenedEntry | undefined {
  const read = objectIn(line)
  if (!read) return undefined
  const { number, at, key, commitment, hash, salt, content } = read
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined
  if (typeof key !== 'string' || typeof hash !== 'string' || !isInstant(at)) return undefined
  if (commitment !== null && typeof commitment !== 'string') return undefined
  const opening = typeof salt === 'string' && typeof content === 'string' ? { salt, content } : null
  return { number, at, key, commitment, hash, opening }
}

const isInstant = (text: unknown): text is Instant => typeof text === 'string' && parseInstant(text) === text

function objectIn(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(line)
    return typeof read === 'object' && read !== null ? { ...read } : undefined
  } catch {
    return undefined
  }
}
