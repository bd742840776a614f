import type { DeskContext, DeskText } from '../../desk/desk-text.ts'
import type { Reader } from '../../desk/read-text.ts'
import type { Reading } from '../../desk/reading.ts'

/** What the page tells the worker that reads. What is known beside the text is large and seldom new: it goes by itself. */
export type ToReader =
  | { readonly kind: 'context'; readonly context: DeskContext }
  | { readonly kind: 'text'; readonly number: number; readonly text: DeskText }

/** Where the worker's file leaves the reader in a page that has no workers and loads it itself. */
export interface ReaderInPage {
  onrecordReader?: () => Reader
}

/** What the worker says: what it found in the text of that number, or null where it broke down over it. */
export interface FromReader {
  readonly number: number
  readonly reading: Reading | null
}
