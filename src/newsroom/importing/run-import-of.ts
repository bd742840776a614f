import { OnrecordError } from '../../errors.ts'
import type { NameMapping } from '../../intake/name-mapping.ts'
import type { ReadingOptions } from '../../intake/intake-file.ts'
import type { ImportId } from '../../ids.ts'
import { insertImport } from '../../store/imports.ts'
import { perform } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { ImportLog, THIS_PROCESS } from './import-log.ts'
import { EMPTY_REPORT, type ImportReport, problemOfItem, reportOfBoth, reportOfProblems } from './import-report.ts'
import { type ImportListeners, importStories } from './import-stories.ts'
import type { Inputs } from './open-inputs.ts'
import { type InputRun, inputRuns } from './read-inputs.ts'

/** How everything that was opened is to be brought in. */
export interface ImportOrder {
  /** Left out, a new one. */
  readonly id?: ImportId
  /** What the file or folder is called, for people. */
  readonly name: string
  /** A name for where it comes from; null takes the kind of each file. */
  readonly source: string | null
  readonly publish: boolean
  readonly mapping: NameMapping
  readonly reading: ReadingOptions
}

/** Who follows it. */
export interface OrderListeners {
  /** @param bytesRead of all that was opened */
  readonly onProgress?: (report: ImportReport, bytesRead: number) => void | Promise<void>
  readonly onProblem?: NonNullable<ImportListeners['onProblem']>
}

/**
 * Brings in everything that was opened, kind by kind, and keeps the account of it with the newsroom: an import that was
 * begun is known from then on, whatever becomes of its process.
 *
 * @throws OnrecordError or whatever ended it early, which is noted; what had come in until then stays
 */
export async function runImportOf(
  newsroom: Newsroom,
  inputs: Inputs,
  order: ImportOrder,
  listeners: OrderListeners = {},
): Promise<ImportReport> {
  const id = order.id ?? newId(newsroom, 'import')
  await begin(newsroom, inputs, { ...order, id })
  const log = new ImportLog(newsroom, id)
  const account = new Account(log, inputs, listeners)
  try {
    const runs = inputRuns(inputs, { reading: order.reading, onBytes: (bytes) => account.readSoFar(bytes) })
    for (const run of runs) {
      if (!log.isStopAsked) await bringIn(newsroom, run, { order, log, account })
    }
    await log.end(account.report, log.isStopAsked ? STOPPED : null)
    return account.report
  } catch (error) {
    await log.end(account.report, reasonOf(error))
    throw error
  }
}

const STOPPED =
  'It was stopped before its end. What had come in until then is there; the same file again goes on from there.'

async function bringIn(
  newsroom: Newsroom,
  { kind, incoming }: InputRun,
  { order, log, account }: { order: ImportOrder; log: ImportLog; account: Account },
): Promise<void> {
  const plan = { source: order.source ?? kind, publish: order.publish, mapping: order.mapping }
  const before = account.report
  const done = await importStories(newsroom, incoming, plan, {
    onProblem: (problem) => account.addProblem(problem),
    onProgress: (soFar) => account.note(reportOfBoth(before, soFar)),
    isToStop: () => log.isStopAsked,
  })
  account.report = reportOfBoth(before, done)
}

/** The sum of an import over all its files, for whoever follows it and for the newsroom's own account. */
class Account {
  report: ImportReport = EMPTY_REPORT
  #bytesRead = 0
  readonly #log: ImportLog
  readonly #listeners: OrderListeners

  constructor(log: ImportLog, { problems }: Pick<Inputs, 'problems'>, listeners: OrderListeners) {
    this.#log = log
    this.#listeners = listeners
    const reported = problems.map(problemOfItem)
    this.report = reportOfProblems(reported)
    for (const problem of reported) this.addProblem(problem)
  }

  readSoFar(bytes: number): void {
    this.#bytesRead = bytes
    this.#log.readSoFar(bytes)
  }

  addProblem(problem: ImportReport['problems'][number]): void {
    this.#log.addProblem(problem)
    this.#listeners.onProblem?.(problem)
  }

  async note(report: ImportReport): Promise<void> {
    this.report = report
    await this.#listeners.onProgress?.(report, this.#bytesRead)
    await this.#log.note(report)
  }
}

async function begin(newsroom: Newsroom, inputs: Inputs, order: ImportOrder & { readonly id: ImportId }) {
  const kinds = [...new Set(inputs.readable.map(({ kind }) => kind))].join(', ')
  const { problems: _problems, summary, ...counts } = EMPTY_REPORT
  await perform(newsroom, 'import-stories', async (tx, now) => {
    await insertImport(tx, {
      id: order.id,
      source: order.source ?? kinds,
      name: order.name,
      kind: kinds,
      publish: order.publish,
      beganAt: now,
      seenAt: now,
      endedAt: null,
      by: newsroom.actor.name,
      process: THIS_PROCESS,
      failure: null,
      bytes: inputs.bytes,
      bytesRead: 0,
      counts,
      summary,
    })
    return { result: null, subject: order.id, detail: { files: inputs.readable.length, publish: order.publish } }
  })
}

/** Why it ended early, for whoever looks at it afterwards. */
const reasonOf = (error: unknown): string =>
  error instanceof OnrecordError
    ? [error.message, error.remedy].filter(Boolean).join(' ')
    : 'Something went wrong here, and was noted. What had come in until then is there; the same file again goes on.'
