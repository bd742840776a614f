/** The page in a file that holds it together with its pictures and styles. */
export interface ArchivedPage {
  readonly bytes: Uint8Array
  /** Where it was saved from; null when the file does not tell. */
  readonly address: string | null
}

/** Does a file begin like a page that was saved as one file with all its parts (MHTML)? */
export const isWebArchive = (head: string): boolean =>
  /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,30}/.test(head) &&
  /^content-type:\s*multipart\/related/im.test(head.slice(0, 4_000))

/**
 * The page in an MHTML file (RFC 2557), as browsers save it: its first part that is HTML, decoded. Undefined when the
 * file is no MHTML.
 */
export function pageInArchive(bytes: Uint8Array): ArchivedPage | undefined {
  const head = latin1(bytes.subarray(0, 4_000))
  if (!isWebArchive(head)) return undefined
  const whole = latin1(bytes)
  const [top, rest] = splitHead(whole)
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(unfolded(top))?.[1]
  if (boundary === undefined) return undefined
  for (const part of partsOf(rest, `--${boundary}`)) {
    const [fields, body] = splitHead(part)
    const told = unfolded(fields)
    if (!/^content-type:\s*(?:text\/html|application\/xhtml)/im.test(told)) continue
    const address =
      /^content-location:\s*(\S+)/im.exec(told)?.[1] ?? /^snapshot-content-location:\s*(\S+)/im.exec(unfolded(top))?.[1]
    const coding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(told)?.[1]?.toLowerCase()
    return { bytes: decodedBody(body, coding), address: /^https?:/i.test(address ?? '') ? (address ?? null) : null }
  }
  return undefined
}

const latin1 = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  return pieces.join('')
}

const unfolded = (fields: string): string => fields.replace(/\r?\n[ \t]+/g, ' ')

function splitHead(part: string): [string, string] {
  const end = /\r?\n\r?\n/.exec(part)
  return end ? [part.slice(0, end.index), part.slice(end.index + end[0].length)] : [part, '']
}

function* partsOf(text: string, boundary: string): Generator<string> {
  let start = text.indexOf(boundary)
  while (start !== -1) {
    const end = text.indexOf(boundary, start + boundary.length)
    const part = text.slice(start + boundary.length, end === -1 ? text.length : end)
    if (part.startsWith('--')) return
    yield part.replace(/^\r?\n/, '')
    start = end
  }
}

function decodedBody(body: string, coding: string | undefined): Uint8Array {
  if (coding === 'base64') return fromBase64(body)
  const text =
    coding === 'quoted-printable'
      ? body
          .replace(/[ \t]*=\r?\n/g, '')
          .replace(/=([\dA-F]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : body
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function fromBase64(body: string): Uint8Array {
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
