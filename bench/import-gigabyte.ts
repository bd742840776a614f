import { benchImport, importTable } from './import.ts'

/** What a story of 300 words takes up in an export, in bytes. */
const STORY_BYTES = 2_440

// A gigabyte of WordPress export, left as drafts and put before readers, beside a server that answers readers.
// node bench/import-gigabyte.ts [MEGABYTES]
if (import.meta.main) {
  const megabytes = Number(process.argv[2] ?? 1_000)
  const stories = Math.round((megabytes * 1e6) / STORY_BYTES)
  const figures = [await benchImport(stories, false), await benchImport(stories, true)]
  console.log(importTable(figures))
}
