import type { ToWorker } from './worker-scope.ts'

const TAKE_OVER: ToWorker = 'take-over'

let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

/** Does a newer version of the studio wait to be loaded? */
export const isNewVersionReady = (): boolean => waiting !== null

export function onNewVersion(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Loads the page anew with the version that waits. What is unsent is in the journal. */
export function loadNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage(TAKE_OVER)
}

/** Lets the studio open without a line from now on. Browsers that cannot, or may not here, go on without it. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const registration = await navigator.serviceWorker.register('/studio/sw.js', { scope: '/studio' }).catch(() => null)
  if (!registration) return
  if (registration.waiting) note(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => {
      // The very first one replaces nothing.
      if (coming.state === 'installed' && navigator.serviceWorker.controller) note(coming)
    })
  })
}

function note(worker: ServiceWorker): void {
  waiting = worker
  for (const listener of listeners) listener()
}
