import type { ToWorker, WorkerScope } from './worker-scope.ts'

/** Put in by the build: the studio's files, and a name that changes with any of them. */
declare const STUDIO_FILES: readonly string[]
declare const STUDIO_VERSION: string

const TAKE_OVER: ToWorker = 'take-over'

const scope = globalThis as unknown as WorkerScope

const CACHE = `onrecord-studio-${STUDIO_VERSION}`
/** The one page behind every address of the studio. */
const SHELL = '/studio'
/** A line that is slower than this counts as none, as far as the shell goes: the files of it are here. */
const PATIENCE_MS = 4_000

/**
 * Keeps the studio's own files, so that it opens without a line. Nothing of a story, and no answer of the API, is ever
 * kept here: what is written lies sealed in the journal.
 *
 * A new version is brought in whole and then waits: pages in use keep the files they were made with until somebody loads
 * them anew.
 */
scope.addEventListener('install', (event) => event.waitUntil(bringIn()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
scope.addEventListener('message', ({ data }) => void (data === TAKE_OVER && scope.skipWaiting()))
scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request)
  if (answer) event.respondWith(answer)
})

async function bringIn(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.add(new Request(SHELL, { cache: 'reload' }))
  await Promise.all(
    STUDIO_FILES.map(async (file) => {
      // Names have a hash in them: what an older version has is the same, and costs no line.
      const known = await caches.match(file)
      return known ? cache.put(file, known) : cache.add(file)
    }),
  )
}

async function takeOver(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('onrecord-studio-') && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
  await scope.clients.claim()
}

/** What of a request is answered here; undefined leaves it to the network. */
function answerTo(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin) return undefined
  if (!/^\/studio(?:\/|$)/.test(pathname) || pathname.startsWith('/studio/api/')) return undefined
  if (request.mode === 'navigate') return shell(request)
  return STUDIO_FILES.includes(pathname) ? kept(request) : undefined
}

/** The page as the server has it now; without a line, the one that was kept. */
async function shell(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status < 500) return answer
  } catch {
    // No line, or a very slow one.
  }
  const cache = await caches.open(CACHE)
  return (await cache.match(SHELL)) ?? fetch(request)
}

async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  return (await cache.match(request.url)) ?? fetch(request)
}
