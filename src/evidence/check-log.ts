import { BEFORE_THE_FIRST, hashedText, type LogEntry, type Opening, type Sha256 } from './log-entry.ts'

/** A line of the log with what it stands for, where that was given. */
export type OpenedEntry = LogEntry & { readonly opening: Opening | null }

/** What a check of the log has found wrong. */
export interface LogFault {
  /** The line; null where the fault is none of a single line. */
  readonly number: number | null
  readonly kind: 'missing-line' | 'broken-chain' | 'changed-text' | 'missing-text' | 'unspoken-text' | 'other-past'
  /** In one sentence. */
  readonly what: string
}

export interface LogCheck {
  readonly lines: number
  /** How many texts were given and are the ones that were committed to. */
  readonly texts: number
  /** The hash of the last line: whoever noted it earlier can hold it against the log of a later day. */
  readonly head: string
  readonly faults: readonly LogFault[]
}

/** Of a log that was changed, the first faults say enough. */
const MOST_FAULTS = 20

export interface LogChecking {
  readonly sha256: Sha256
  /** A head that somebody noted earlier: it has to be the hash of one of the lines. */
  readonly noted?: string | null
  /** Are texts left out on purpose, as in a proof about one story? */
  readonly isPartial?: boolean
}

/**
 * Checks a log from its first line to its last: no number is missing, each hash follows from the one before, each text that
 * is given is the one that was committed to, and of everything that readers still have, the text is given.
 */
export async function checkLog(
  entries: AsyncIterable<OpenedEntry> | Iterable<OpenedEntry>,
  { sha256, noted = null, isPartial = false }: LogChecking,
): Promise<LogCheck> {
  const faults: LogFault[] = []
  // Of each key, the newest line that says readers have it, and whether its text was there.
  const unopened = new Map<string, number>()
  let lines = 0
  let texts = 0
  let head = BEFORE_THE_FIRST
  let isNotedThere = noted === null || noted === BEFORE_THE_FIRST
  for await (const entry of entries) {
    lines += 1
    faults.push(...faultsOfLine(entry, { number: lines, before: head, sha256 }))
    if (entry.opening) texts += 1
    if (entry.commitment !== null && !entry.opening) unopened.set(entry.key, entry.number)
    else unopened.delete(entry.key)
    head = entry.hash
    if (head === noted) isNotedThere = true
    // Behind a line that is missing every number would be another fault.
    if (faults.length >= MOST_FAULTS || entry.number !== lines) break
  }
  if (faults.length === 0 && !isPartial) faults.push(...missingTexts(unopened))
  if (!isNotedThere && faults.length === 0) faults.push(OTHER_PAST)
  return { lines, texts, head, faults }
}

const OTHER_PAST: LogFault = {
  number: null,
  kind: 'other-past',
  what: 'The head that was noted earlier is the hash of no line: this log has another past than the one that was seen then.',
}

function faultsOfLine(
  entry: OpenedEntry,
  { number, before, sha256 }: { readonly number: number; readonly before: string; readonly sha256: Sha256 },
): LogFault[] {
  if (entry.number !== number) {
    return [{ number, kind: 'missing-line', what: `Line ${number} is missing: ${entry.number} stands in its place.` }]
  }
  const faults: LogFault[] = []
  // With a line feed in a member, or another commitment than a hash, two lines could have one hash.
  if (/\n/.test(entry.at + entry.key) || !(entry.commitment === null || HASH.test(entry.commitment))) {
    faults.push({ number, kind: 'broken-chain', what: `Line ${number} is not written as a line of the log is.` })
  }
  if (sha256(hashedText(before, entry)) !== entry.hash) {
    faults.push({ number, kind: 'broken-chain', what: `Line ${number} does not follow from the one before it.` })
  }
  const { opening, commitment, key } = entry
  if (opening && (!SALT.test(opening.salt) || sha256(opening.salt + opening.content) !== commitment)) {
    faults.push({ number, kind: 'changed-text', what: `The text of ${key} is not the one of line ${number}.` })
  }
  return faults
}

const HASH = /^[0-9a-f]{64}$/

/** Of fixed length: else nobody knew where the salt ends and the text begins. */
const SALT = /^[0-9a-f]{32}$/

const missingTexts = (unopened: ReadonlyMap<string, number>): LogFault[] =>
  [...unopened].slice(0, MOST_FAULTS).map(([key, number]) => ({
    number,
    kind: 'missing-text',
    what: `Line ${number} says that readers have ${key}, and its text is not there.`,
  }))
