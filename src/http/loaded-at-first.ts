import type { RequestListener } from 'node:http'

/**
 * A listener that is loaded when somebody first asks for what it answers: what most processes are never asked for need
 * not be read before readers are answered, nor be held in memory.
 *
 * @param load run once; again at the next request, if it failed
 * @param onFault told why it could not be loaded; whoever asked is asked to come back
 */
export function loadedAtFirst(
  load: () => Promise<RequestListener>,
  onFault: (error: unknown) => void,
): RequestListener {
  let loaded: RequestListener | undefined
  let loading: Promise<RequestListener> | undefined
  return (request, response) => {
    if (loaded) return loaded(request, response)
    loading ??= load()
    loading.then(
      (listener) => {
        loaded = listener
        listener(request, response)
      },
      (error: unknown) => {
        loading = undefined
        onFault(error)
        response.writeHead(503, { 'Retry-After': '5', 'Cache-Control': 'no-store', 'Content-Length': '0' }).end()
      },
    )
  }
}
