import { OnrecordError } from '../errors.ts'
import { ERASE_REASONS, eraseEntry, type EraseReason } from '../newsroom/record/erase-entry.ts'
import { liveStoriesNaming } from '../store/erasing.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { confirmed } from './confirm.ts'
import { entryIdFrom } from './entry-id.ts'
import { faint, type Printing, tell, tellJson } from './terminal.ts'

export interface EraseOptions extends Printing {
  readonly reason: string
  readonly revisions?: string
  readonly yes: boolean
}

/** Takes a text out of the record for good, after asking, and names the stories that people have to look at. */
export async function erase(app: Application, text: string, options: EraseOptions): Promise<void> {
  const reason = reasonFrom(options.reason)
  const revs = options.revisions === undefined ? undefined : options.revisions.split(',').map(revisionFrom)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const id = await entryIdFrom(newsroom.db, text)
    const citing = await liveStoriesNaming(newsroom.db, id)
    if (!options.yes) tell(options, `${citing.length} live stories name it.`)
    await confirmed(`Erase ${revs === undefined ? id : `revisions ${revs.join(', ')} of ${id}`} for good?`, options)
    const { result, isLive } = await eraseEntry(newsroom, { id, reason, ...(revs === undefined ? {} : { revs }) })
    tell(options, `Erased: ${result.revs.length} revisions and ${result.files} captured files of ${id}.`)
    if (!isLive) tell(options, faint('Readers lose it in a moment: the edition is busy.'))
    if (result.stories.length > 0) tell(options, '', 'Their words were not touched; their desks have to look:')
    for (const { id: storyId, headline, path } of result.stories)
      tell(options, `${storyId}  ${path ?? ''}  ${headline}`)
    tell(options, '', 'Backups made before still hold it: docs/operate/sealing-and-erasing.md.')
    tellJson(options, { ...result, isLive })
  })
}

function reasonFrom(text: string): EraseReason {
  const reason = ERASE_REASONS.find((known) => known === text)
  if (reason) return reason
  throw new OnrecordError('bad-input', `“${text}” is no reason to erase a text.`, {
    remedy: `Readers see the reason, so it is one of a list: ${ERASE_REASONS.join(', ')}.`,
  })
}

function revisionFrom(text: string): number {
  const rev = Number(text)
  if (Number.isInteger(rev) && rev > 0) return rev
  throw new OnrecordError('bad-input', `“${text}” is no revision.`, {
    remedy: 'Write numbers with commas between, as in --revisions 1,2; `record history` shows them.',
  })
}
