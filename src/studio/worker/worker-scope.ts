/** What a service worker has around it, as far as ours uses it: the browser's own types are for pages. */
export interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', listen: (event: Lasting) => void): void
  addEventListener(kind: 'fetch', listen: (event: Fetching) => void): void
  addEventListener(kind: 'message', listen: (event: { readonly data: unknown }) => void): void
}

/** An event that lasts until something is done. */
interface Lasting {
  waitUntil(done: Promise<unknown>): void
}

interface Fetching {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** What a page says to a worker that waits. A type, so that the worker is one file: it can import none. */
export type ToWorker = 'take-over'
