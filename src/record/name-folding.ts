/** Letters that no accent makes of another: NFKD leaves them alone. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ŋ: 'ng',
  ɓ: 'b',
  ɗ: 'd',
  ɛ: 'e',
  ɔ: 'o',
  ɲ: 'ny',
  ƙ: 'k',
  ƴ: 'y',
  // One letter in several shapes: Arabic as written in the Maghreb, in Egypt, by Persian and Urdu keyboards.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
}

/**
 * A name as it is looked for: case, accents, vowel points, apostrophes, hyphens and spaces away, and each Arabic letter
 * in one shape. "Ti-n-Zaouâtene" is `tinzaouatene`; «إن خليل» is «انخليل».
 */
export const foldName = (text: string): string => lettersOf(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Small letters without marks, each Arabic letter in one shape; spaces, hyphens and apostrophes stay. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    // The tatweel only stretches a word on the line.
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)

/**
 * What is left of a name when one cannot know how it was written down: its consonants, in one alphabet for Latin and
 * Arabic script. Tinzaouaten, Tin Zaouatine, Ti-n-Zaouâtene and تين زواتين are all `tnztn`.
 *
 * The Arabic article goes ("El Fasher", "Al-Fashir", «الفاشر»: `fcr`), so do vowels and half-vowels (w, y) and a last
 * h. Sounds that travel under several letters become one: k, q and kh; g, gh, j and dj; b and p; f, v and ph; t and th;
 * ch and sh. A consonant that follows itself counts once, since Arabic does not write short vowels. Two names with one
 * skeleton may be one place: it is for offering, never for deciding. A name without consonants is its folded self.
 */
export function nameSkeleton(text: string): string {
  const words = wordsOf(text).map((word) => (ARABIC.test(word) ? arabicConsonants(word) : latinConsonants(word)))
  const skeleton = words
    .join('')
    .replace(/n(?=b)/g, 'm')
    .replace(/(.)\1+/gu, '$1')
  return skeleton === '' ? foldName(text) : skeleton
}

const ARABIC = /\p{Script=Arabic}/u

/** The words of a name without their articles. */
function wordsOf(text: string): readonly string[] {
  // A hamza on the first letter tells «ألمانيا» from an article; folding would take it off.
  const bare = text.normalize('NFKD').replace(/(?<!\p{L}\p{M}*)\u0627\u0644(?=\p{L}{2})/gu, ' ')
  const words = lettersOf(bare.replace(/ç/giu, 's')).split(/[^\p{L}\p{N}]+/u)
  return words.filter((word, index) => word !== '' && !isArticle(word, words[index + 1]))
}

/** "Al", "el", and "ash", "ar", "an" … before the consonant that they have taken on. */
function isArticle(word: string, next: string | undefined): boolean {
  if (next === undefined || next === '') return false
  if (/^[aeu]l$/.test(word)) return true
  const taken = /^[ae](sh|dh|th|[rnstdz])$/.exec(word)?.[1]
  return taken !== undefined && next.startsWith(taken)
}

/** In order: the longer spelling of a sound before its letters. */
const LATIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tch|sch|sh|ch/g, 'C'],
  [/ph|v/g, 'f'],
  [/kh|ck|q/g, 'k'],
  [/gh|dj|j/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/zh/g, 'z'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/p/g, 'b'],
  [/C/g, 'c'],
  [/h$/g, ''],
  [/[aeiouwy]/g, ''],
]

const latinConsonants = (word: string): string =>
  LATIN_SOUNDS.reduce((sounds, [spelling, sound]) => sounds.replace(spelling, sound), word)

const ARABIC_SOUNDS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'g',
  غ: 'g',
  گ: 'g',
  ڨ: 'g',
  ح: 'h',
  ه: 'h',
  خ: 'k',
  ك: 'k',
  ق: 'k',
  د: 'd',
  ذ: 'd',
  ض: 'd',
  ر: 'r',
  ز: 'z',
  ظ: 'z',
  ژ: 'z',
  س: 's',
  ص: 's',
  ش: 'c',
  چ: 'c',
  ف: 'f',
  ڤ: 'f',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ا: '',
  و: '',
  ي: '',
  ع: '',
  ء: '',
}

/** A last «ه» is the feminine ending, which nobody hears; «تش» is one sound. */
const arabicConsonants = (word: string): string =>
  word
    .replace(/ه$/u, '')
    .replace(/تش/gu, 'ش')
    .replace(/\p{L}/gu, (letter) => ARABIC_SOUNDS[letter] ?? letter)
