import { lookup } from 'node:dns/promises'
import { isPublicAddress } from './public-address.ts'

/** What the fetcher may reach, and how it finds it. There is one for the world; tests have one for a server of theirs. */
export interface Network {
  /** Every address of a name. Asked once for each server of a fetch: what it answers later does not count. */
  readonly resolve: (name: string) => Promise<readonly string[]>
  readonly mayReach: (address: string, port: number) => boolean
  /** Ports besides 80 and 443. */
  readonly extraPorts: ReadonlySet<number>
}

/** The public internet and nothing else. */
export const INTERNET: Network = {
  resolve: async (name) => (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address),
  mayReach: isPublicAddress,
  extraPorts: new Set(),
}
