import { captureDocument, type CaptureRequest } from '../newsroom/record/capture-document.ts'
import { OnrecordError } from '../errors.ts'
import { parseId } from '../ids.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { readGiven } from './given-file.ts'
import { type Printing, strong, tell, tellJson } from './terminal.ts'

/** Keeps what a document says now, from a file or from its address. */
export async function capture(app: Application, text: string, from: string, printing: Printing): Promise<void> {
  const id = parseId('document', text) ?? parseId('evidence', text)
  if (!id) {
    throw new OnrecordError('bad-input', `“${text}” is no id of a document or of evidence.`, {
      remedy: '`./onrecord record list --type document` shows ids.',
    })
  }
  const given = await fromWhere(from)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const { result } = await captureDocument(newsroom, { id, from: given })
    const { capture: made, isNew } = result
    tell(
      printing,
      strong(isNew ? 'Captured.' : 'The same bytes as the last time: nothing new to keep.'),
      `SHA-256 ${made.sha256}, ${made.mediaType}, ${made.bytes} bytes, ${made.at}`,
      'Readers do not learn of it until it is made public.',
    )
    tellJson(printing, { id, isNew, capture: made })
  })
}

const fromWhere = async (from: string): Promise<CaptureRequest['from']> =>
  /^https?:/i.test(from)
    ? { kind: 'address', address: from }
    : { kind: 'file', bytes: await readGiven(from), statedType: null }
