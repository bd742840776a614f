import type { Config } from '../config/config.ts'
import type { DatabaseAddress } from '../database/open-database.ts'
import type { Actor, Newsroom } from '../newsroom/newsroom.ts'
import type { PressStats } from '../press/press.ts'

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
  /** Serves readers until closed. */
  serve(actor: Actor, options: { withSample: boolean }): Promise<RunningSite>
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
