import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import { problemJson } from './problem-json.ts'
import { OnrecordError } from '../../errors.ts'
import { namesTag } from '../if-none-match.ts'
import { type StudioFile, studioFile } from './studio-file.ts'
import type { StudioHouse } from './visit.ts'

/**
 * The studio runs its own files and nothing else; frames show previews from the same host, pictures may be ones that
 * were not sent yet.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The second is the one rule that react-aria adds by itself, about touch; the browser tests see when it changes.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const SAFE_HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  // No address of the studio is told to any site that a reporter goes on to.
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
  // The worker keeps the shell under every address of the studio, the one without a slash included.
  'service-worker-allowed': '/studio',
} as const

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

/** The studio's files: names with a hash in them for ever, the worker and the shell anew each time. */
export function studioPages(app: Hono, { shellFolder }: Pick<StudioHouse, 'shellFolder'>): void {
  app.get('/studio/assets/:name', (context) =>
    file(context, join(shellFolder, 'assets'), 'public, max-age=31536000, immutable'),
  )
  for (const name of ['sw.js', 'manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png']) {
    app.get(`/studio/${name}`, (context) => file(context, shellFolder, 'no-cache', name))
  }
  app.get('/studio', (context) => shell(context, shellFolder))
  app.get('/studio/*', (context) => shell(context, shellFolder))
  app.all('/studio/*', () => problemJson(new OnrecordError('not-found', 'The studio has nothing there.')))
}

/** Every screen is one file; the browser shows the one that the address names. */
async function shell(context: Context, folder: string): Promise<Response> {
  const found = await studioFile(join(folder, 'index.html'), context.req.header('accept-encoding'))
  if (!found) {
    return context.text('The studio has not been built. Start Onrecord with npm start, or run npm run build.', 503)
  }
  return answer(context, found, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
}

async function file(context: Context, folder: string, caching: string, given?: string): Promise<Response> {
  const name = given ?? context.req.param('name') ?? ''
  const type = TYPES[name.split('.').at(-1) ?? '']
  // A name, not a path: dots and slashes lead nowhere else.
  const isName = /^[\w-]+(?:\.[\w-]+)*$/.test(name)
  const found = type && isName ? await studioFile(join(folder, name), context.req.header('accept-encoding')) : undefined
  if (!found || !type) return problemJson(new OnrecordError('not-found', 'The studio has no such file.'))
  return answer(context, found, { 'content-type': type, 'cache-control': caching })
}

function answer(context: Context, { bytes, encoding, etag }: StudioFile, about: Record<string, string>): Response {
  const headers = { ...SAFE_HEADERS, ...about, etag, vary: 'Accept-Encoding' }
  if (namesTag(context.req.header('if-none-match') ?? '', etag)) return context.body(null, 304, headers)
  return context.body(bytes, 200, { ...headers, ...(encoding !== 'identity' && { 'content-encoding': encoding }) })
}
