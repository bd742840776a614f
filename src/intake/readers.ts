import type { InputKind } from './input-kinds.ts'
import type { Reader } from './intake-file.ts'

/**
 * The reader of each kind of file. Each is loaded when the first file of its kind is met: whoever imports a feed does
 * not wait for the parser of saved pages.
 */
export const READERS: Readonly<Record<InputKind, () => Promise<Reader>>> = {
  'page-text': async () => (await import('./page-text/page-text.ts')).readPageTextFile,
  wxr: async () => (await import('./wordpress/wxr.ts')).readWxrFile,
  feed: async () => (await import('./feed/feed.ts')).readFeedFile,
}
