import { OnrecordError } from '../../errors.ts'
import type { ImportId } from '../../ids.ts'
import type { NameMapping } from '../../intake/name-mapping.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Inputs } from './open-inputs.ts'

export interface ImportRequest {
  readonly id: ImportId
  /** What the file is called where it comes from. */
  readonly name: string
  /** Where the file lies. */
  readonly path: string
  readonly publish: boolean
  /** A name for where it comes from; null takes the kind of the file. */
  readonly source: string | null
  readonly mapping: NameMapping
  /** IANA name of the zone of times without one; null leaves them as days. */
  readonly zone: string | null
  /** Told when the file is not needed any more. */
  readonly onEnd: () => Promise<void>
}

/** Imports that were begun in the studio. How they go, and what came of them, stands in the newsroom's database. */
export interface RunningImports {
  /** Begins one, and answers when it is under way. @throws OnrecordError `bad-input`, `refused` while another runs */
  begin(newsroom: Newsroom, request: ImportRequest): Promise<void>
  /** Resolves when none is under way. */
  settled(): Promise<void>
}

/** One import at a time: two would hold each other up. */
export function runningImports(): RunningImports {
  let running: Promise<void> | null = null
  return {
    settled: async () => {
      await running
    },
    begin: async (newsroom, request) => {
      if (running) throw busy()
      const opening = Promise.withResolvers<void>()
      running = run(newsroom, request, opening).finally(() => {
        running = null
      })
      await opening.promise
    },
  }
}

/** @param opening settled when the file could be opened, or could not */
async function run(newsroom: Newsroom, request: ImportRequest, opening: PromiseWithResolvers<void>): Promise<void> {
  let inputs: Inputs
  try {
    inputs = await openUpload(request)
  } catch (error) {
    opening.reject(error)
    return
  }
  opening.resolve()
  const { id, name, publish, source, mapping, zone } = request
  try {
    const reading = { readOn: null, zone }
    const { runImportOf } = await import('./run-import-of.ts')
    await runImportOf(newsroom, inputs, { id, name, publish, source, mapping, reading })
  } catch (error) {
    // What is the file's fault is told with the import.
    if (!(error instanceof OnrecordError)) newsroom.onLagging(error)
  }
  await inputs
    .close()
    .then(request.onEnd)
    .catch((error: unknown) => newsroom.onLagging(error))
}

/** Opens a file that was sent: it lies under a name of ours, and is told of under its own. */
export async function openUpload({ path, name }: Pick<ImportRequest, 'path' | 'name'>): Promise<Inputs> {
  // The readers of every kind of archive are loaded by those who have one.
  const { openInputs } = await import('./open-inputs.ts')
  const inputs = await openInputs([path], null).catch((error: unknown) => {
    throw error instanceof OnrecordError ? underItsName(error, path, name) : error
  })
  return {
    ...inputs,
    readable: inputs.readable.map((one) => (one.file.name === path ? { ...one, file: { ...one.file, name } } : one)),
    problems: inputs.problems.map((problem) => ({
      ...problem,
      where: problem.where === path ? name : problem.where,
      what: problem.what.replaceAll(path, name),
    })),
  }
}

const underItsName = ({ code, message, remedy }: OnrecordError, path: string, name: string): OnrecordError =>
  remedy === undefined
    ? new OnrecordError(code, message.replaceAll(path, name))
    : new OnrecordError(code, message.replaceAll(path, name), { remedy: remedy.replaceAll(path, name) })

const busy = () =>
  new OnrecordError('refused', 'Another import is under way.', {
    remedy: 'Wait until it has ended, then begin this one.',
  })
