import type { IncomingMessage } from 'node:http'

/** Why a form that was sent could not be read. */
export type UnreadForm = 'type' | 'large' | 'slow' | 'form'

export interface FormLimits {
  /** Of the body as it is sent. */
  readonly maxBytes: number
  /** From the first byte to the last. */
  readonly timeoutMs: number
}

/** What a browser sends beyond the limit is taken and let go up to here, so that it hears why. Then the line is cut. */
const HEARD_OUT_TIMES = 8

/**
 * Reads a form as browsers send it (`application/x-www-form-urlencoded`, UTF-8).
 *
 * Each name may stand once; what no person types (control characters but line breaks and tabs) is left out.
 *
 * @returns the fields by name, or why they could not be read
 */
export async function readForm(
  request: IncomingMessage,
  limits: FormLimits,
): Promise<ReadonlyMap<string, string> | UnreadForm> {
  if (!isForm(request)) return 'type'
  const stated = Number(request.headers['content-length'] ?? 0)
  if (stated > limits.maxBytes * HEARD_OUT_TIMES) return 'large'
  const body = await readBytes(request, limits)
  return typeof body === 'string' ? body : (fieldsIn(body) ?? 'form')
}

function isForm({ headers }: IncomingMessage): boolean {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='))
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset)
  return type.trim() === 'application/x-www-form-urlencoded' && isUtf8 && headers['content-encoding'] === undefined
}

function readBytes(request: IncomingMessage, limits: FormLimits): Promise<Buffer | 'large' | 'slow'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const finish = (result: Buffer | 'large' | 'slow') => {
      clearTimeout(deadline)
      request.off('data', take)
      resolve(result)
    }
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= limits.maxBytes) chunks.push(chunk)
      else chunks.length = 0
      if (bytes > limits.maxBytes * HEARD_OUT_TIMES) finish('large')
    }
    const deadline = setTimeout(() => finish('slow'), limits.timeoutMs)
    request.on('data', take)
    request.once('end', () => finish(bytes > limits.maxBytes ? 'large' : Buffer.concat(chunks)))
    // A line that breaks off is as good as one that is too slow: nobody is left to be told more.
    request.once('error', () => finish('slow'))
    request.once('close', () => finish('slow'))
  })
}

/** More names than any form of ours has. */
const MOST_FIELDS = 20

function fieldsIn(body: Buffer): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>()
  const pairs = body.toString('latin1').split('&')
  if (pairs.length > MOST_FIELDS) return undefined
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = decoded(at === -1 ? pair : pair.slice(0, at))
    const value = decoded(at === -1 ? '' : pair.slice(at + 1))
    if (name === undefined || value === undefined || fields.has(name)) return undefined
    fields.set(name, value)
  }
  return fields
}

/** Undoes the encoding; undefined for what is not ASCII on the line, or not UTF-8 behind it. */
function decoded(text: string): string | undefined {
  if (/[^\x20-\x7e]/.test(text)) return undefined
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
  } catch {
    return undefined
  }
}
