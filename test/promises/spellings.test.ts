import { describe, expect, it } from 'vitest'
import { CANARY, leaksIn } from './canaries.ts'
import { spellingsIn } from './spellings.ts'

const each = (written: (letter: string) => string) => CANARY.replaceAll(/[a-z]/g, written)
const hex = (letter: string) => letter.charCodeAt(0).toString(16)

describe('a canary', () => {
  it.each([
    ['as it is', CANARY],
    ['in capitals', CANARY.toUpperCase()],
    ['by its numbers in HTML', each((letter) => `&#${letter.charCodeAt(0)};`)],
    ['by its hexadecimal numbers', each((letter) => `&#X${hex(letter)};`)],
    ['in an address', each((letter) => `%${hex(letter)}`)],
    ['in an address of an address', each((letter) => `%25${hex(letter)}`)],
    ['in JSON', each((letter) => `\\u00${hex(letter)}`)],
    ['in mail', each((letter) => `=${hex(letter).toUpperCase()}`)],
    ['over two lines of mail', `${CANARY.slice(0, 4)}=\r\n${CANARY.slice(4)} =C3=A9`],
    ['cut apart by elements', `<mark>${CANARY.slice(0, 3)}</mark><wbr>${CANARY.slice(3)}`],
    ['cut apart by a comment', `${CANARY.slice(0, 3)}<!-- <b> -->${CANARY.slice(3)}`],
    ['with soft hyphens', `${CANARY.slice(0, 3)}\u00ad${CANARY.slice(3)}`],
    ['with soft hyphens in bytes', Buffer.from(`${CANARY.slice(0, 3)}\u00ad${CANARY.slice(3)}`).toString('latin1')],
    ['with nothing between', Buffer.from(each((letter) => `${letter}\u200b`)).toString('latin1')],
    ['in UTF-16', Buffer.from(CANARY, 'utf16le').toString('latin1')],
    ['in UTF-16, turned round', Buffer.from(CANARY, 'utf16le').swap16().toString('latin1')],
    ['in hexadecimal', Buffer.from(CANARY).toString('hex')],
    ['in base64', Buffer.from(`${CANARY} and`).toString('base64')],
    ['in base64, a letter on', Buffer.from(`a${CANARY} and`).toString('base64')],
    ['in base64, two letters on', Buffer.from(`an${CANARY} and`).toString('base64')],
    ['in base64 for addresses', Buffer.from(`??>${CANARY}`).toString('base64url')],
  ])('is heard %s', (_, found) => {
    expect(spellingsIn(`before ${found} after`, CANARY)).not.toEqual([])
    expect(leaksIn(`before ${found} after`)).not.toEqual([])
  })

  it('is not heard where it is not', () => {
    expect(leaksIn('<p>A can, an ary, a zz and a q; c a n a r y z z q &#99; %63 Y2Fu</p>')).toEqual([])
  })
})
