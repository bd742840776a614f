import type { DatabaseAddress } from '../../database/open-database.ts'
import type { EditionDb } from '../../edition/edition-db.ts'
import type { PageSettings } from '../load/open-page-source.ts'
import type { FindMedia } from './export-media.ts'

/** What is to be exported, where to, and how. */
export interface ExportRequest {
  readonly folder: string
  readonly edition: EditionDb
  readonly address: DatabaseAddress
  readonly settings: PageSettings
  /** Names the release and its build. */
  readonly release: string
  /** The file on this machine behind a path under `/media/`. */
  readonly findMedia: FindMedia
  /** How many threads may work. */
  readonly jobs: number
  /** Makes every file anew, whatever has changed. */
  readonly full: boolean
  readonly text: boolean
  readonly offline: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ExportProgress) => void
}

/** How far one stage has come. */
export interface ExportProgress {
  readonly stage: ExportStage
  readonly done: number
  readonly of: number
}

/** Pages, feeds and files for machines first; then other forms of them: as text, as one file, for other newsrooms. */
export type ExportStage = 'site' | 'forms'

/** What an export has done. */
export interface ExportResult {
  /** False when it was stopped: what was written stands, and the next run goes on from there. */
  readonly isComplete: boolean
  readonly siteUrl: string
  /** The change of the edition that the export stands for. */
  readonly number: number
  readonly site: StageResult
  readonly forms: StageResult
  readonly removed: number
  readonly pictures: PictureResult
}

/** What one stage has done. */
export interface StageResult {
  /** How many addresses there are. */
  readonly addresses: number
  /** How many were rendered in this run, and how many of these have become other than they were. */
  readonly rendered: number
  readonly written: number
  readonly milliseconds: number
}

/** What became of the pictures that pages show. */
export interface PictureResult {
  /** How many were taken over in this run. */
  readonly taken: number
  /** How many pages show that are not on this machine, and the first of them. */
  readonly missing: number
  readonly firstMissing: string | null
  /** Share cards that nobody has asked the site for yet: they are drawn when somebody does. */
  readonly cardsNotDrawn: number
}
