import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EditionDb } from '../../edition/edition-db.ts'
import { openedLog } from '../../edition/evidence-openings.ts'
import type { OpenedEntry } from '../../evidence/check-log.ts'
import { logLine } from '../../evidence/log-line.ts'
import { OnrecordError } from '../../errors.ts'
import { proofText } from '../../evidence/proof-text.ts'

/** What was written. */
export interface EvidenceExport {
  readonly folder: string
  /** Lines about the story or the entry, and of the whole log up to now. */
  readonly lines: number
  readonly ofAll: number
  /** When readers first had it. */
  readonly firstAt: string
  readonly head: string
}

export interface EvidenceRequest {
  /** The id of a story or of an entry of the record. */
  readonly subject: string
  /** Must not exist yet. */
  readonly folder: string
  /** The paper's name and address, for whoever opens the folder. */
  readonly paper: string
  readonly siteUrl: string
  /** The verifier that lies beside the documents of this release. */
  readonly verifier: Uint8Array
}

/**
 * Writes what proves when readers first had a story or an entry, and what it said then and since: the log from its first line
 * with the texts of this subject, the texts as files, the verifier, and a page that says how to use it.
 *
 * @throws OnrecordError `not-found` where readers have nothing of it, `refused` where the folder exists,
 *   `folder-not-writable`
 */
export async function exportEvidence(edition: EditionDb, request: EvidenceRequest): Promise<EvidenceExport> {
  const { subject, folder } = request
  await makeFolder(folder)
  try {
    const { lines, head } = await writeLog(edition, request)
    const first = lines.find(({ opening }) => opening !== null)
    if (!first) {
      throw new OnrecordError('not-found', `Readers have nothing of ${subject} now, so there is nothing to prove.`, {
        remedy: 'Give the id of a live story, or of a live entry of the record.',
      })
    }
    for (const { key, opening } of lines) {
      if (opening) await writeFile(join(folder, `${key.replaceAll('/', '-')}.json`), opening.content)
    }
    await writeFile(join(folder, 'verify.py'), request.verifier)
    const told = { folder, lines: lines.length, ofAll: head.number, firstAt: first.at, head: head.hash }
    await writeFile(join(folder, 'README.txt'), proofText({ ...request, ...told, entries: lines }))
    return told
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    throw isThere
      ? new OnrecordError('refused', `There is something at ${folder} already.`, {
          remedy: 'Name a new folder.',
          cause,
        })
      : new OnrecordError('folder-not-writable', `The folder ${folder} cannot be made.`, { cause })
  }
}

/** The whole chain, with the texts of this subject alone: a line without its text still holds the others together. */
async function writeLog(edition: EditionDb, { subject, folder }: EvidenceRequest) {
  const handle = await open(join(folder, 'evidence.jsonl'), 'wx', 0o600)
  const lines: OpenedEntry[] = []
  let head = { number: 0, hash: '' }
  try {
    for await (const entry of openedLog(edition)) {
      const isOurs = entry.key.split('/')[1] === subject
      if (isOurs) lines.push(entry)
      await handle.write(logLine(isOurs ? entry : { ...entry, opening: null }))
      head = entry
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { lines, head: { number: head.number, hash: head.hash } }
}

async function writeFile(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
