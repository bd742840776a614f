import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decoded, decodeText } from '../../src/intake/encoding.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const oneByte = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const read = (bytes: Uint8Array): Extract<Decoded, { kind: 'text' }> => {
  const decoded = decodeText(bytes)
  if (decoded.kind !== 'text') throw new Error(decoded.what)
  return decoded
}

/** A text in an encoding that browsers only read: every sign is looked up by reading all there are. */
function inEncoding(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const known = new Map<string, number[]>()
  for (let first = 0; first < 256; first += 1) {
    const alone = decoder.decode(Uint8Array.of(first))
    if (alone.length === 1 && alone !== '\uFFFD' && !known.has(alone)) known.set(alone, [first])
    if (first < 0x81) continue
    for (let second = 0x40; second < 256; second += 1) {
      const sign = decoder.decode(Uint8Array.of(first, second))
      if (sign.length === 1 && sign !== '\uFFFD' && !known.has(sign)) known.set(sign, [first, second])
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((sign) => known.get(sign) ?? []))
}

describe('the encoding of a file', () => {
  it('is UTF-8 for whatever can be written so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !text.includes('\0') && text.isWellFormed())
        expect(decodeText(utf8(`a${text}`))).toMatchObject({ kind: 'text', text: `a${text}`, problem: null })
      }),
    )
  })

  it.each([
    ['big5', '他們說中國人民不會來，這是我們的地。'],
    ['euc-jp', 'これは日本の新聞のテストである。'],
    ['euc-kr', '한국의 신문은 이것을 보도하고 있다.'],
    ['koi8-r', 'Город пал в пятницу, и никто не пришёл.'],
    ['windows-1251', 'Город пал в пятницу, и никто не пришёл.'],
    ['windows-874', 'ข่าวนี้เป็นการทดสอบของหนังสือพิมพ์'],
    ['windows-1256', 'سقطت المدينة يوم الجمعة ولم يأت أحد'],
    ['windows-1252', 'La ville est tombée, l’armée s’en est allée à l’été.'],
  ])('%s is read where it is declared, and where nothing is said', (encoding, text) => {
    const bytes = inEncoding(encoding, text)
    const declared = read(joined(utf8(`<?xml version="1.0" encoding="${encoding}"?><a>`), bytes))
    expect(declared).toMatchObject({ problem: null, isGuess: false })
    expect(declared.text).toContain(text)
    const silent = read(joined(utf8('<a>'), bytes, utf8('</a>')))
    expect(silent).toMatchObject({ text: `<a>${text}</a>`, encoding, isGuess: true })
    expect(silent.problem).toContain(`it was read as ${encoding}`)
  })

  it('may differ from line to line: each is read as what it is', () => {
    const mixed = joined(utf8('<a>déjà\n'), oneByte('déjà été\n'), utf8('été</a>'))
    expect(read(mixed)).toMatchObject({ text: '<a>déjà\ndéjà été\nété</a>', isGuess: true })
  })

  it('with a few bytes that nobody can read keeps all the others', () => {
    const text = 'été '.repeat(50)
    const hurt = read(joined(utf8(text), Uint8Array.of(0xc3), utf8(' fin')))
    expect(hurt.text).toBe(`${text}\uFFFD fin`)
    expect(hurt.problem).toContain('one place could not be read, the first in line 1')
  })

  it('of which nothing true is said and nothing can be guessed is refused with what to do', () => {
    expect(decodeText(Uint8Array.of(0x61, 0x81, 0x8d, 0x81, 0x61))).toMatchObject({
      kind: 'unreadable',
      what: expect.stringContaining('Save it as UTF-8'),
    })
  })

  it('that is named and not known is UTF-8 where the bytes are', () => {
    const named = read(utf8('<?xml version="1.0" encoding="klingon"?><a>é</a>'))
    expect(named).toMatchObject({ encoding: 'utf-8', problem: expect.stringContaining('declares klingon') })
  })
})
