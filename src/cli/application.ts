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
  /** Where this release keeps the steps of both schemas. */
  readonly migrationsFolder: string
  /** Where this release keeps the verifier that anybody can run, written in another language. */
  readonly verifierFile: string
  /** Opens the newsroom for one piece of work and closes it afterwards. */
  withNewsroom<Result>(
    actor: Actor,
    work: (newsroom: Newsroom, addresses: OpenAddresses) => Promise<Result>,
  ): Promise<Result>
  /**
   * The same for a newsroom in another data folder than the one that is set, as when it has just been restored there.
   * What the folder's own `onrecord.env` says is not read.
   */
  withNewsroomIn<Result>(
    place: Pick<Config, 'dataFolder' | 'postgresUrl'>,
    actor: Actor,
    work: (newsroom: Newsroom, addresses: OpenAddresses) => Promise<Result>,
  ): Promise<Result>
  /** Which release this is, and which build of it. */
  release(): Promise<string>
  /** Writes the public site as files, after the edition has followed the newsroom. */
  exportSite(actor: Actor, request: SiteExport): Promise<ExportResult>
  /** Serves readers and staff until closed. */
  serve(actor: Actor, options: { withSample: boolean }): Promise<RunningSite>
  /** Serves staff until closed, and does what happens by itself. @throws OnrecordError `bad-config` */
  serveStudio(actor: Actor): Promise<RunningStudio>
  /** Serves readers until closed, out of the edition alone. @throws OnrecordError `bad-config` */
  serveReader(): Promise<RunningReader>
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

/** A process that serves, until it is closed. */
interface Running {
  readonly port: number
  /** Where readers find the site. */
  readonly siteUrl: string
  /** The private port; null where none was set. */
  readonly operationsPort: number | null
  close(): Promise<void>
}

export interface RunningStudio extends Running {
  readonly newsroom: Newsroom
}

export interface RunningReader extends Running {
  /** What the press holds and has done; null as long as there is no edition to be read. */
  stats(): PressStats | null
}

export interface RunningSite extends RunningStudio {
  /** Was the sample edition loaded on this start? */
  readonly sampleLoaded: boolean
  /** What the press holds and has done. */
  stats(): PressStats
}
