import type { Network } from '../internet.ts'

/** Where a provider's API answers; left out for where it does. */
export interface PurgeApi {
  /** Without a slash at the end. */
  readonly base?: string
  readonly network?: Network
}

/** A token goes over TLS, or to a test of ours on this machine. */
export function isSafeForTokens(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || hostname === '127.0.0.1'
}
