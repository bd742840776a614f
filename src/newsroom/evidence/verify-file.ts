import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { openEditionToRead } from '../../edition/edition-db.ts'
import { OnrecordError } from '../../errors.ts'
import { checkLog, type LogCheck, type OpenedEntry } from '../../evidence/check-log.ts'
import { readLogLine } from '../../evidence/log-line.ts'
import { sha256Of } from '../../store/record-commitment.ts'
import { verifyEdition } from './verify-newsroom.ts'

/** With these a SQLite file begins (https://www.sqlite.org/fileformat.html). */
const SQLITE = Buffer.from('SQLite format 3\0', 'latin1')

/**
 * Checks a downloaded log (`evidence.jsonl`) or edition (`edition.db`); it needs no newsroom.
 *
 * @throws OnrecordError `not-found`, or `bad-input` for a file that is neither
 */
export async function verifyFile(
  file: string,
  { noted, isPartial }: { readonly noted: string | null; readonly isPartial: boolean },
): Promise<LogCheck> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new OnrecordError('not-found', `${file} cannot be opened.`, { cause })
  })
  try {
    const { buffer } = await handle.read(Buffer.alloc(SQLITE.length), 0, SQLITE.length, 0)
    if (!buffer.equals(SQLITE)) {
      const lines = createInterface({
        input: handle.createReadStream({ start: 0, autoClose: false }),
        crlfDelay: Infinity,
      })
      return await checkLog(entriesIn(lines), { sha256: sha256Of, noted, isPartial })
    }
  } finally {
    await handle.close()
  }
  return verifyEditionFile(file, noted)
}

async function* entriesIn(lines: AsyncIterable<string>): AsyncGenerator<OpenedEntry> {
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line === '') continue
    const entry = readLogLine(line)
    if (!entry) {
      throw new OnrecordError('bad-input', `Line ${number} is none of a log of what readers had.`, {
        remedy: 'Give a file that was downloaded from /data/evidence.jsonl or /data/edition.db.',
      })
    }
    yield entry
  }
}

async function verifyEditionFile(file: string, noted: string | null): Promise<LogCheck> {
  const edition = openEditionToRead({ kind: 'sqlite', file })
  try {
    return await verifyEdition(edition, noted)
  } finally {
    await edition.destroy()
  }
}
