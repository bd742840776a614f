import type { PublicSite } from '../load/page-source.ts'
import type { RenderPage } from '../page.ts'
import type { ExportFiles } from './export-files.ts'
import type { ExportRequest } from './export-request.ts'
import type { ExportState } from './export-state.ts'

/** One run of an export. */
export interface Run {
  readonly state: ExportState
  readonly request: ExportRequest
  /** The change of the edition that it stands for. */
  readonly number: number
  readonly site: PublicSite
  /** For this thread. */
  readonly files: ExportFiles
  readonly render: RenderPage
}
