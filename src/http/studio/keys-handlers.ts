import { makeKey, revokeKey } from '../../newsroom/make-key.ts'
import { accountNames } from '../../store/accounts.ts'
import { type ApiKey, allApiKeys } from '../../store/api-keys.ts'
import type { KEYS_ENDPOINTS } from '../contract/keys.ts'
import type { Handlers } from './answer-endpoint.ts'

const keyJson = ({ accountId, scopes, ...key }: ApiKey, names: ReadonlyMap<string, string>) => ({
  ...key,
  scopes: [...scopes],
  account: names.get(accountId) ?? accountId,
})

/** API keys. */
export const keysHandlers: Handlers<typeof KEYS_ENDPOINTS> = {
  'GET /keys': async (_, { newsroom }) => {
    const keys = await allApiKeys(newsroom.db)
    const names = await accountNames(
      newsroom.db,
      keys.map(({ accountId }) => accountId),
    )
    return { keys: keys.map((key) => keyJson(key, names)) }
  },
  'POST /keys': async ({ body }, { newsroom }) => {
    const { key, token } = await makeKey(newsroom, body)
    return { key: keyJson(key, await accountNames(newsroom.db, [key.accountId])), token }
  },
  'POST /keys/{keyId}/revoke': async ({ params }, { newsroom }) => {
    await revokeKey(newsroom, params.keyId)
    return {}
  },
}
