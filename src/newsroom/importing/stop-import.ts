import { OnrecordError } from '../../errors.ts'
import type { ImportId } from '../../ids.ts'
import { askToStop, importById } from '../../store/imports.ts'
import { perform } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'

/**
 * Asks an import to stop, wherever it runs: it ends after the stories it is writing. What came in stays.
 *
 * @throws OnrecordError `not-found`, or `refused` for one that has ended
 */
export async function stopImport(newsroom: Newsroom, importId: ImportId): Promise<void> {
  await perform(newsroom, 'import-stories', async (tx) => {
    if (!(await importById(tx, importId))) throw new OnrecordError('not-found', `There is no import ${importId}.`)
    if (!(await askToStop(tx, importId))) throw new OnrecordError('refused', 'This import has ended already.')
    return { result: undefined, subject: importId, detail: { stop: true } }
  })
}
