import { parentPort, workerData } from 'node:worker_threads'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { openEditionToRead } from '../../edition/edition-db.ts'
import { type ErrorCode, OnrecordError } from '../../errors.ts'
import { openPageSource, type PageSettings } from '../load/open-page-source.ts'
import { openSite } from '../load/page-source.ts'
import { renderIn } from '../load/render-page.ts'
import { ExportFiles } from './export-files.ts'
import type { ExportedAddress } from './exported-address.ts'
import { type Absent, makeFile, type Wanted } from './make-file.ts'

/** What a thread of an export is given to begin with. */
export interface ExportWork {
  readonly edition: DatabaseAddress
  readonly settings: PageSettings
  readonly folder: string
  /** A name of this thread's own. */
  readonly name: string
}

export interface ExportRequest {
  readonly wanted: readonly Wanted[]
}

export type ExportReply =
  | { readonly made: readonly (ExportedAddress | Absent)[] }
  | { readonly message: string; readonly code: ErrorCode | null }

const port = parentPort
if (!port) throw new Error('This module runs as a worker thread only.')

const { edition: address, settings, folder, name } = workerData as ExportWork
// The paper and its sections are read once: when they change, the next export makes every page anew.
const maker = {
  render: renderIn(await openSite(openPageSource(openEditionToRead(address), settings))),
  files: new ExportFiles(folder, name),
  siteUrl: settings.siteUrl,
}

port.on('message', (request: ExportRequest) => void answer(request).then((reply) => port.postMessage(reply)))
port.postMessage('open')

async function answer({ wanted }: ExportRequest): Promise<ExportReply> {
  try {
    const made = []
    for (const one of wanted) made.push(await makeFile(maker, one))
    return { made }
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return error instanceof OnrecordError ? { message: error.message, code: error.code } : { message, code: null }
  }
}
