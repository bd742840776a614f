import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rowsWith } from '../../store/carried-rows.ts'
import { CAPTURE_TABLE, type CarriedTable, PICTURE_TABLE, STORY_TABLE } from '../../store/carried-tables.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { DRAFT_ENDING } from './export-folder.ts'
import { renditionsOf } from './export-pictures.ts'
import { storyFolder } from './told-story.ts'

/** How many ids are looked up at a time. */
const PORTION = 500

/**
 * Takes away what an earlier export wrote and the newsroom does not have any more: a story that moved to another month,
 * an erased capture, what was half-written when a run was stopped. Only within the folders that are the export's own,
 * and only what bears a name of its own.
 *
 * @returns how many files and folders were taken away
 */
export async function sweepExport(db: NewsroomDb, root: string, zone: string): Promise<number> {
  let removed = dropDrafts(root) + dropDrafts(join(root, 'record'))
  removed += await sweepStories(db, root, zone)
  removed += await sweepPictures(db, root)
  removed += await sweepNamed(db, CAPTURE_TABLE, { root, folder: 'record/captures', idOf: (name) => name })
  return removed
}

const dropDrafts = (folder: string): number => {
  const drafts = namesIn(folder).filter((name) => name.endsWith(DRAFT_ENDING))
  for (const name of drafts) rmSync(join(folder, name), { force: true })
  return drafts.length
}

/** What lies in a folder; nothing where it is a link or not there. */
function namesIn(folder: string): string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder).toSorted() : []
}

async function sweepStories(db: NewsroomDb, root: string, zone: string): Promise<number> {
  let removed = 0
  for (const months of monthFolders(root)) {
    const names = namesIn(join(root, months))
    for (let first = 0; first < names.length; first += PORTION) {
      const some = names.slice(first, first + PORTION)
      const ids = some.flatMap((name) => /--(sty_[0-9a-z]+)$/.exec(name)?.[1] ?? [])
      const rows = await rowsWith(db, STORY_TABLE, 'id', ids)
      const known = new Set(rows.map((story) => storyFolder({ story }, zone)))
      for (const name of some) {
        const path = `${months}/${name}`
        if (known.has(path)) removed += dropDrafts(join(root, path))
        else if (/--sty_[0-9a-z]+$/.test(name)) removed += drop(root, path)
      }
    }
    dropIfEmpty(root, months)
  }
  return removed
}

function monthFolders(root: string): string[] {
  return namesIn(join(root, 'stories')).flatMap((year) => {
    if (year === 'drafts') return ['stories/drafts']
    return namesIn(join(root, 'stories', year)).map((month) => `stories/${year}/${month}`)
  })
}

const pictureIdIn = (name: string): string | undefined => /^(pic_[0-9a-z]+)(?:\.[a-z]+)?$/.exec(name)?.[1]

async function sweepPictures(db: NewsroomDb, root: string): Promise<number> {
  let removed = 0
  for (const folder of ['media', 'media/sealed', 'media/sizes']) {
    removed += await sweepNamed(db, PICTURE_TABLE, { root, folder, idOf: pictureIdIn })
  }
  for (const id of namesIn(join(root, 'media/sizes'))) {
    const [row] = await rowsWith(db, PICTURE_TABLE, 'id', [id])
    if (!row) continue
    const known = new Set(renditionsOf(row).map(({ name }) => name))
    for (const name of namesIn(join(root, 'media/sizes', id))) {
      if (!known.has(name)) removed += drop(root, `media/sizes/${id}/${name}`)
    }
  }
  return removed
}

interface NamedFolder {
  readonly root: string
  readonly folder: string
  /** The id in a name; undefined for what is none of ours. */
  readonly idOf: (name: string) => string | undefined
}

/** Takes away what bears the id of something that is not there any more. */
async function sweepNamed(db: NewsroomDb, table: CarriedTable, { root, folder, idOf }: NamedFolder): Promise<number> {
  const [column = ''] = table.key
  const names = namesIn(join(root, folder))
  let removed = 0
  for (let first = 0; first < names.length; first += PORTION) {
    const some = names.slice(first, first + PORTION)
    const rows = await rowsWith(
      db,
      table,
      column,
      some.flatMap((name) => idOf(name) ?? []),
    )
    const known = new Set(rows.map((row) => row[column]))
    for (const name of some) {
      const id = idOf(name)
      const isDraft = name.endsWith(DRAFT_ENDING)
      if (isDraft || (id !== undefined && !known.has(id))) removed += drop(root, `${folder}/${name}`)
    }
  }
  return removed
}

function drop(root: string, path: string): number {
  rmSync(join(root, path), { recursive: true, force: true })
  return 1
}

function dropIfEmpty(root: string, path: string): void {
  if (namesIn(join(root, path)).length === 0) rmdirSync(join(root, path))
}
