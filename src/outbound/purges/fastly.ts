import { OnrecordError } from '../../errors.ts'
import { inPortions, type PurgedCache } from './purge.ts'
import { isSafeForTokens, type PurgeApi } from './purge-api.ts'
import { tellCache } from './tell-cache.ts'

const API = 'https://api.fastly.com'

/** As of November 2026: `POST /service/ID/purge` takes so many keys. @see https://www.fastly.com/documentation/reference/api/purging/ */
const KEYS_AT_ONCE = 256

/** A Fastly service, told by its API which surrogate keys to drop: softly those that changed, for good those withdrawn. */
export function fastlyCache(
  { service, token }: { readonly service: string; readonly token: string },
  { base = API, network }: PurgeApi = {},
): PurgedCache {
  const address = `${base}/service/${encodeURIComponent(service)}`
  if (!isSafeForTokens(address)) throw new OnrecordError('bad-config', 'A token for Fastly is sent over https alone.')
  const tell = (path: string, keys: readonly string[] | null, more: Readonly<Record<string, string>> = {}) =>
    tellCache(`${address}/${path}`, {
      content: { type: 'application/json', body: JSON.stringify(keys === null ? {} : { surrogate_keys: keys }) },
      headers: { 'fastly-key': token, accept: 'application/json', ...more },
      whenRefused: 'ONRECORD_FASTLY_TOKEN must have the scopes purge_select and purge_all for ONRECORD_FASTLY_SERVICE.',
      ...(network ? { network } : {}),
    })
  return {
    name: `fastly ${service}`,
    purge: async (what) => {
      if (what.kind === 'everything') {
        await tell('purge_all', null)
        return
      }
      for (const keys of inPortions(what.withdrawn, KEYS_AT_ONCE)) await tell('purge', keys)
      for (const keys of inPortions(what.changed, KEYS_AT_ONCE)) await tell('purge', keys, SOFT)
    },
  }
}

const SOFT = { 'fastly-soft-purge': '1' }
