import { OnrecordError } from '../../errors.ts'

/** Deeper than any story goes, and far from where what walks through it would run out of stack. */
const DEEPEST = 500

/**
 * Reads what was sent as JSON.
 *
 * @throws OnrecordError `bad-input` for what is no JSON, or is nested as nothing is that somebody wrote
 */
export function jsonBody(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new OnrecordError('bad-input', 'What was sent is no JSON.', { cause: error })
  }
  if (isDeeperThan(DEEPEST, value)) throw new OnrecordError('bad-input', 'What was sent is nested too deep.')
  return value
}

/** Level by level: a function that called itself would fall over what it is looking for. */
function isDeeperThan(depth: number, value: unknown): boolean {
  let level = [value].filter(isObject)
  for (let at = 0; at < depth && level.length > 0; at += 1) {
    level = level.flatMap((one) => Object.values(one).filter(isObject))
  }
  return level.length > 0
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
