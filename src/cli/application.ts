import type { Config } from '../config/config.ts'
import type { DatabaseAddress } from '../database/open-database.ts'
import type { Actor, Newsroom } from '../newsroom/newsroom.ts'
import type { PressStats } from '../press/press.ts'
import type { ExportRequest, ExportResult } from '../press/static-export/export-request.ts'

/** What the command line is handed: the house, joined in one place, opened only when a command needs it. */
export interface Application {
  /** @throws OnrecordError `bad-config` */
  config(): Config
  /** Where this release keeps its sample edition. */
  readonly sampleFolder: string
  /** Opens the newsroom for one piece of work and closes it afterwards. */
  withNewsroom<Result>(
    actor: Actor,
    work: (newsroom: Newsroom, addresses: OpenAddresses) => Promise<Result>,
  ): Promise<Result>
  /** Writes the public site as files, after the edition has followed the newsroom. */
  exportSite(actor: Actor, request: SiteExport): Promise<ExportResult>
  /** Serves readers until closed. */
  serve(actor: Actor, options: { withSample: boolean }): Promise<RunningSite>
}

/** What is to be exported, and where to. */
export type SiteExport = Pick<
  ExportRequest,
  'folder' | 'jobs' | 'full' | 'text' | 'offline' | 'signal' | 'onProgress'
> & {
  /** Without a slash at the end. */
  readonly siteUrl: string
}

export interface OpenAddresses {
  readonly newsroom: DatabaseAddress
  readonly edition: DatabaseAddress
}

export interface RunningSite {
  readonly port: number
  readonly siteUrl: string
  /** Was the sample edition loaded on this start? */
  readonly sampleLoaded: boolean
  readonly newsroom: Newsroom
  /** What the press holds and has done. */
  stats(): PressStats
  close(): Promise<void>
}
