import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

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
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      loading ??= load()
      loaded = await loading
    } catch (error) {
      loading = undefined
      onFault(error)
      response.writeHead(503, { 'Retry-After': '5', 'Cache-Control': 'no-store', 'Content-Length': '0' }).end()
      return
    }
    loaded(request, response)
  }
  return (request, response) => {
    if (loaded) loaded(request, response)
    else void answer(request, response)
  }
}
