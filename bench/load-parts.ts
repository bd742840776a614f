import type { LoadedServer } from './load-house.ts'

/** What a part of the load may use. */
export interface UnderLoad {
  readonly server: LoadedServer
  /** Stories that nobody reads otherwise. */
  readonly stories: readonly string[]
  /** How long slow clients are waited for until the server cuts them off, in seconds; 0 is a short look. */
  readonly patience: number
}

/** One kind of load. */
export interface LoadPart {
  readonly name: string
  readonly what: string
  /** @returns what came of it, in words */
  run(under: UnderLoad): Promise<string>
}
