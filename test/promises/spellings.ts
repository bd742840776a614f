import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/**
 * A text as anybody would read it: with its characters' numbers read out (HTML, JSON, addresses, quoted-printable), and
 * with what only cuts words apart (elements, comments, soft hyphens, joiners) taken out. Each reading on its own.
 */
function* readings(found: string): Generator<string> {
  if (found.includes('<')) yield found.replaceAll(/<!--[\s\S]*?-->|<[^<>]*>/g, '')
  if (/&(?:#|shy)/.test(found)) {
    yield found
      .replaceAll(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => sign(Number.parseInt(hex, 16)))
      .replaceAll(/&#(\d{1,7});?/g, (_, digits: string) => sign(Number(digits)))
      .replaceAll(/&(?:shy|zwj|zwnj);/g, '')
  }
  if (found.includes('\\')) {
    yield found.replaceAll(/\\(?:u00|x)([0-9a-f]{2})/gi, (_, hex: string) => sign(Number.parseInt(hex, 16)))
  }
  if (found.includes('%')) {
    const once = unquoted(found, '%')
    yield once
    yield unquoted(once, '%')
  }
  if (/=[0-9A-F]{2}/.test(found)) yield unquoted(found.replaceAll(/=\r?\n/g, ''), '=')
  // Soft hyphens and joiners, as they are in UTF-8 and in Latin-1; and UTF-16 either way round.
  if (/[\0\u00ad]|\xe2\x80[\x8b-\x8d]|[\u200b-\u200d]/.test(found)) {
    yield found.replaceAll(/\xc2?\u00ad|\xe2\x80[\x8b-\x8d]|[\u200b-\u200d]|\0/g, '')
  }
}

const sign = (code: number): string => (code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : '')

const unquoted = (text: string, quote: '%' | '='): string =>
  text.replaceAll(new RegExp(`${quote}([0-9a-f]{2})`, 'gi'), (_, hex: string) => sign(Number.parseInt(hex, 16)))

/** What a word looks like in base64, wherever it begins in it, and in hexadecimal. */
function codesOf(word: string): string[] {
  const inBase64 = [0, 1, 2].flatMap((before) =>
    (['base64', 'base64url'] as const).map((code) => {
      const whole = Buffer.from(`${' '.repeat(before)}${word}`)
        .toString(code)
        .replaceAll('=', '')
      // The first and the last letters are made of the neighbours’ bits too.
      return whole.slice(before === 0 ? 0 : 2 * before, Math.floor(((before + word.length) * 8) / 6))
    }),
  )
  return [...new Set([...inBase64, Buffer.from(word).toString('hex'), Buffer.from(word).toString('hex').toUpperCase()])]
}

/** Whether and in which spellings a word stands in what was found; empty where it stands in none. */
export function spellingsIn(found: string, word: string): string[] {
  const plain = new RegExp(word, 'i')
  const read = [...readings(found)].some((reading) => plain.test(reading)) ? ['read out'] : []
  const capital = word[0]?.toUpperCase() + word.slice(1)
  const coded = [word, capital, word.toUpperCase()].flatMap(codesOf).filter((code) => found.includes(code))
  return [...(plain.test(found) ? ['as it is'] : []), ...read, ...coded]
}

/** The bytes of a file, and what they unpack into where they are packed. */
export function unpackedToo(bytes: Buffer, name: string): string {
  const unpack = name.endsWith('.br')
    ? brotliDecompressSync
    : bytes[0] === 0x1f && bytes[1] === 0x8b
      ? gunzipSync
      : bytes[0] === 0x78 && name.endsWith('.zz')
        ? inflateSync
        : null
  return bytes.toString('latin1') + (unpack === null ? '' : unpack(bytes).toString('latin1'))
}
