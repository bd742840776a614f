/** The first entry of a backup, which says what it is. */
export const MANIFEST = 'manifest.json'

/** The last entry: a line for each before it, with size and SHA-256. */
export const CONTENTS = 'contents.jsonl'

/** The newsroom, always as a SQLite file. */
export const NEWSROOM = 'newsroom.db'

/** Single files of the data folder that cannot be made again. */
export const SINGLE_FILES = ['secrets.json', 'mirror-key.pem', 'onrecord.env'] as const

/** Folders of the data folder that cannot be made again. */
export const FOLDERS = ['media', 'masters', 'originals', 'releases', 'reads'] as const

/** What a picture's file is called, in `media/` and beside it. */
const PICTURE_FILE = /^(?:media|masters|originals)\/[a-z0-9_]{1,64}\.[a-z0-9]{1,8}$/

/** A file in a folder of a release, or of a day of reads; none that is hidden or still being written. */
const DATED_FILE = /^(?:releases|reads)(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,120}){1,3}$/

const SINGLE: ReadonlySet<string> = new Set([NEWSROOM, ...SINGLE_FILES])

/**
 * Is this the name of a file of a newsroom, as it stands in a backup? Nothing else is put into one, and nothing else is
 * taken out of one: no way out of the folder, no hidden file, no name that some system understands otherwise.
 */
export const isNameOfOurs = (name: string): boolean =>
  SINGLE.has(name) || PICTURE_FILE.test(name) || (DATED_FILE.test(name) && !name.includes('..'))
