import type { Readable } from 'node:stream'

/** Where files lie that belong to pictures. The disk today; anything that keeps files by name can stand behind it. */
export interface MediaStore {
  /** Keeps a file under a name: whole or not at all, whatever moment the power goes. The same name again replaces it. */
  put(name: string, content: Uint8Array): Promise<void>
  /** A file, or the part of it from `start` to `end` (both included, in bytes); undefined when there is none. */
  read(name: string, part?: { readonly start: number; readonly end: number }): Promise<StoredFile | undefined>
  has(name: string): Promise<boolean>
  /** Removes a file; one that is not there is no fault. */
  remove(name: string): Promise<void>
}

export interface StoredFile {
  /** Of the whole file. */
  readonly bytes: number
  /** To be read to its end, or destroyed. */
  readonly content: Readable
}

/** Where the files of pictures lie: what readers get, what renditions are cut from, and what came in, sealed. */
export interface PictureShelves {
  readonly media: MediaStore
  readonly masters: MediaStore
  readonly originals: MediaStore
}
