import { readRecordFile } from '../newsroom/record/read-record-file.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { readGivenJson } from './given-file.ts'
import { faint, type Printing, tell, tellJson } from './terminal.ts'

/** Reads a record file, all of it or nothing, and says what came of it. */
export async function importRecord(
  app: Application,
  name: string,
  options: Printing & { readonly publish: boolean },
): Promise<void> {
  const json = await readGivenJson(name)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const { result, isLive } = await readRecordFile(newsroom, json, { publish: options.publish })
    const { added, changed, unchanged, published, left, ids } = result
    tell(
      options,
      `${added} added, ${changed} changed, ${unchanged} unchanged; ${published} of them before readers since.`,
      ...left.map(({ key, why }) => `Left as it is, ${key}: ${why}`),
    )
    if (!isLive) tell(options, faint('Readers will have it in a moment: the edition is busy.'))
    tellJson(options, { added, changed, unchanged, published, left, ids: Object.fromEntries(ids), isLive })
  })
}
