import type { DeskContext } from '../../desk/desk-text.ts'
import { createReader } from '../../desk/read-text.ts'
import type { FromReader, ReaderInPage, ToReader } from './reader-messages.ts'

const answer = (said: FromReader): void => postMessage(said)

/** Reads beside the page, so that no letter waits for it. Paragraphs that did not change are not read again. */
function readBesideThePage(): void {
  let reader = createReader()
  let context: DeskContext | null = null
  addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
    if (data.kind === 'context') {
      context = data.context
      return
    }
    if (!context) return
    try {
      answer({ number: data.number, reading: reader.read(data.text, context) })
    } catch {
      // A fault of ours: the page says that nothing was read, and the next text is read with nothing remembered.
      reader = createReader()
      answer({ number: data.number, reading: null })
    }
  })
}

// A page loads this file itself where it has no workers.
if (typeof document === 'undefined') readBesideThePage()
else (globalThis as ReaderInPage).onrecordReader = createReader
