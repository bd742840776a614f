import { QueryClient, queryOptions } from '@tanstack/react-query'
import { type AskedOf, type AnswerTo, api, ApiProblem, type Key } from './api.ts'

/** What was asked of the server and is still good. Refusals are final; a lost line is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'offlineFirst',
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 3,
    },
    mutations: { networkMode: 'offlineFirst' },
  },
})

/** A question to the API, for `useQuery`: the same question is asked once, whoever asks. */
export const asking = <K extends Extract<Key, `GET ${string}`>>(key: K, asked: AskedOf<K>) =>
  queryOptions<AnswerTo<K>>({ queryKey: [key, asked], queryFn: ({ signal }) => api(key, asked, signal) })

/** Lets every answer to these questions be asked again, after something has changed. */
export const refresh = (...keys: readonly Extract<Key, `GET ${string}`>[]): Promise<unknown> =>
  Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })))
