import type { DeskContext } from '../../desk/desk-text.ts'
import { createReader } from '../../desk/read-text.ts'
import type { FromReader, ReaderInPage, ToReader } from './reader-messages.ts'

/** What a worker has around it, as far as ours uses it: the browser's own types are for pages. */
interface WorkerScope {
  addEventListener(kind: 'message', listen: (event: { readonly data: ToReader }) => void): void
  postMessage(said: FromReader): void
}

const scope = globalThis as unknown as WorkerScope

/** Reads beside the page, so that no letter waits for it. Paragraphs that did not change are not read again. */
function readBesideThePage(): void {
  let reader = createReader()
  let context: DeskContext | null = null
  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'context') {
      context = data.context
      return
    }
    if (!context) return
    try {
      scope.postMessage({ number: data.number, reading: reader.read(data.text, context) })
    } catch {
      // A fault of ours: the page says that nothing was read, and the next text is read with nothing remembered.
      reader = createReader()
      scope.postMessage({ number: data.number, reading: null })
    }
  })
}

// A page loads this file itself where it has no workers.
if (typeof document === 'undefined') readBesideThePage()
else (globalThis as ReaderInPage).onrecordReader = createReader
