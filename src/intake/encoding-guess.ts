const LATIN = 'windows-1252'

/** An encoding that a file without a true declaration may be in. */
interface Candidate {
  readonly encoding: string
  /** The letters that texts in it hold most of. */
  readonly usual: string
  /** Its whole script, where that has thousands of signs: any of them tells a little. */
  readonly script?: RegExp
}

const HAN = /[\p{Script=Han}、-〃「-』！-～]/u
const KANA = 'のにはをたがでてとしれさいかなるんもっ、。ー'
const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфё'

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'euc-jp', usual: KANA, script: /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u },
  { encoding: 'shift_jis', usual: KANA, script: /[\p{Script=Han}\u30A1-\u30FA\p{Script=Hiragana}]/u },
  { encoding: 'big5', usual: '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會，。', script: HAN },
  { encoding: 'gb18030', usual: '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会，。', script: HAN },
  { encoding: 'euc-kr', usual: '이다는을를의에가고하지로한은도서기사자시인', script: /\p{Script=Hangul}/u },
  { encoding: 'koi8-r', usual: CYRILLIC },
  { encoding: 'windows-1251', usual: CYRILLIC },
  { encoding: 'windows-874', usual: 'านรอกเงมยวลตสทบคปขดหจพแไโซใ่้ัิีุูำ์ะ็' },
  { encoding: 'windows-1256', usual: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةأإآىئؤء،' },
  { encoding: 'windows-1253', usual: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ' },
  { encoding: LATIN, usual: 'éèêëàâäáãåæçíìîïñóòôöõøœßúùûüÿÉÈÀÁÂÄÅÆÇÍÓÖØÚÜŒ«»“”‘’–—…\u00A0€£°§©·¡¿ºª' },
]

/** Of the signs that are no ASCII, at least so many must be usual ones before a guess is worth anything. */
const LEAST_SHARE = 0.55

/** What a sign of the right script counts that is none of the usual. */
const OTHER_SIGN = 0.5

/** As much of a file as tells. */
const LOOK_BYTES = 100_000

/**
 * The encoding that a file's bytes look most like, when nothing true is said of it: the one in which most of its
 * signs are usual letters of a language. Undefined when none is convincing.
 */
export function likelyEncoding(bytes: Uint8Array): string | undefined {
  const look = bytes.subarray(0, LOOK_BYTES)
  const candidates = CANDIDATES.filter(({ encoding }) => encoding === LATIN || !isSprinkled(look))
  let best: { encoding: string; share: number } | undefined
  for (const candidate of candidates) {
    const share = usualShare(look, candidate)
    if (share >= LEAST_SHARE && (best === undefined || share > best.share))
      best = { encoding: candidate.encoding, share }
  }
  return best?.encoding
}

/** Letters with accents stand singly between others, as in French; those of other scripts stand in words. */
function isSprinkled(bytes: Uint8Array): boolean {
  let signs = 0
  let runs = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue
    signs += 1
    if ((bytes[at - 1] ?? 0) < 0x80) runs += 1
  }
  return signs < runs * 1.6
}

/** How many of the signs beyond ASCII are usual ones, 0 to 1; 0 for what cannot be in the encoding at all. */
function usualShare(bytes: Uint8Array, { encoding, usual, script }: Candidate): number {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  if (text.includes('\uFFFD')) return 0
  const signs = text.match(/[^\0-\x7F]/gu) ?? []
  if (signs.length === 0) return 0
  const known = new Set(usual)
  const worth = (sign: string): number => (known.has(sign) ? 1 : script?.test(sign) ? OTHER_SIGN : 0)
  return signs.reduce((sum, sign) => sum + worth(sign), 0) / signs.length
}
