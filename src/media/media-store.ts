import type { Readable } from 'node:stream'

/** No path, no hidden file: a name that could lead out of its folder is a fault of ours. */
const NAME = /^[a-z0-9_]{1,64}\.[a-z0-9]{1,8}$/

/** Can a file that belongs to a picture have this name? */
export const isMediaName = (name: string): boolean => NAME.test(name)

/** Where files lie that belong to pictures: on the disk, or in a bucket of an S3 service. */
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
