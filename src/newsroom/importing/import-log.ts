import { hostname } from 'node:os'
import type { ImportId } from '../../ids.ts'
import {
  type ImportOnFile,
  importById,
  insertProblems,
  type KeptProblem,
  noteEnd,
  noteProgress,
} from '../../store/imports.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import type { Instant } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import type { ImportReport, ReportedProblem } from './import-report.ts'

/** How often an import says how far it is, in milliseconds. */
const EVERY_MS = 1_000

/** An import that has said nothing for so long is taken to be gone: it says something every few seconds. */
const GONE_AFTER_MS = 120_000

/** Lines of the report are written in portions of about this many. */
const PORTION = 500

/** This process, so that another one can tell whether it is still there. */
export const THIS_PROCESS = `${hostname()}/${process.pid}/${Math.round(performance.timeOrigin)}`

/** Keeps the account of one import in the newsroom's database, as it goes. */
export class ImportLog {
  readonly #newsroom: Newsroom
  readonly #id: ImportId
  readonly #waiting: KeptProblem[] = []
  #lines = 0
  #writtenAtMs = 0
  #bytesRead = 0
  #isStopAsked = false

  constructor(newsroom: Newsroom, id: ImportId) {
    this.#newsroom = newsroom
    this.#id = id
  }

  /** Does somebody want it to stop? Heard with the next batch. */
  get isStopAsked(): boolean {
    return this.#isStopAsked
  }

  addProblem(problem: ReportedProblem): void {
    this.#lines += 1
    this.#waiting.push({ ...problem, number: this.#lines })
  }

  readSoFar(bytes: number): void {
    this.#bytesRead = bytes
  }

  /** Writes down how far it is, where that is due. */
  async note(report: ImportReport): Promise<void> {
    const isDue = performance.now() - this.#writtenAtMs >= EVERY_MS
    if (isDue || this.#waiting.length >= PORTION) await this.#write(report)
    this.#isStopAsked = (await importById(this.#newsroom.db, this.#id))?.isStopAsked === true
  }

  async end(report: ImportReport, failure: string | null): Promise<void> {
    await this.#write(report)
    const endedAt = this.#newsroom.now()
    await inTransaction(this.#newsroom.db, (tx) => noteEnd(tx, this.#id, { endedAt, failure }))
  }

  async #write(report: ImportReport): Promise<void> {
    const { problems: _problems, summary, ...counts } = report
    const lines = this.#waiting.splice(0)
    this.#writtenAtMs = performance.now()
    await inTransaction(this.#newsroom.db, async (tx) => {
      await insertProblems(tx, this.#id, lines)
      await noteProgress(tx, this.#id, {
        seenAt: this.#newsroom.now(),
        bytesRead: this.#bytesRead,
        counts,
        summary,
      })
    })
  }
}

/** Is an import that has not ended broken off: is its process gone, with nobody to go on? */
export function isBrokenOff(
  { endedAt, seenAt, process: its }: Pick<ImportOnFile, 'endedAt' | 'seenAt' | 'process'>,
  now: Instant,
): boolean {
  if (endedAt !== null || its === THIS_PROCESS) return false
  const [host = '', pid = ''] = its.split('/')
  if (host === hostname() && (Number(pid) === process.pid || !isAlive(Number(pid)))) return true
  return Date.parse(now) - Date.parse(seenAt) > GONE_AFTER_MS
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
