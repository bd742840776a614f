import { OnrecordError } from '../../errors.ts'
import { inPortions, type PurgedCache } from './purge.ts'
import { isSafeForTokens, type PurgeApi } from './purge-api.ts'
import { tellCache } from './tell-cache.ts'

const API = 'https://api.cloudflare.com/client/v4'

/** What every plan takes in one request, as of November 2026. @see https://developers.cloudflare.com/cache/how-to/purge-cache/ */
const TAGS_AT_ONCE = 30
/** Requests are counted there by the minute: beyond so many of them, dropping everything is the surer way. */
const MOST_REQUESTS = 10

/** A Cloudflare zone, told by its API which cache tags to drop. It knows one way of dropping: for good. */
export function cloudflareCache(
  { zone, token }: { readonly zone: string; readonly token: string },
  { base = API, network }: PurgeApi = {},
): PurgedCache {
  const address = `${base}/zones/${encodeURIComponent(zone)}/purge_cache`
  if (!isSafeForTokens(address))
    throw new OnrecordError('bad-config', 'A token for Cloudflare is sent over https alone.')
  const tell = async (body: object): Promise<void> => {
    const { text } = await tellCache(address, {
      content: { type: 'application/json', body: JSON.stringify(body) },
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      whenRefused: 'ONRECORD_CLOUDFLARE_TOKEN must have the permission Cache Purge for ONRECORD_CLOUDFLARE_ZONE.',
      ...(network ? { network } : {}),
    })
    if (!saysDone(text)) throw notDone()
  }
  return {
    name: `cloudflare ${zone}`,
    purge: async (what) => {
      const portions = what.kind === 'tags' ? inPortions(inOneOrder(what), TAGS_AT_ONCE) : []
      if (what.kind === 'everything' || portions.length > MOST_REQUESTS) await tell({ purge_everything: true })
      else for (const tags of portions) await tell({ tags })
    },
  }
}

const inOneOrder = (what: { readonly changed: readonly string[]; readonly withdrawn: readonly string[] }): string[] => [
  ...new Set([...what.withdrawn, ...what.changed]),
]

/** Its API answers some failures with a status of success. */
function saysDone(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'success' in answer && answer.success === true
  } catch {
    return false
  }
}

const notDone = () =>
  new OnrecordError('fetch-failed', 'Cloudflare answered that it has not dropped it.', {
    remedy: 'It is tried again by itself; see whether the plan of the zone may purge by tag.',
  })
