import { partsOfEdtf } from './edtf.ts'
import { dateInArabic } from './edtf-words-ar.ts'
import { dateInEnglish } from './edtf-words-en.ts'
import { dateInFrench } from './edtf-words-fr.ts'
import type { Edtf } from './when.ts'
import { wordingLanguage } from './wording-language.ts'

/**
 * A date in words, no more exact than it is: "27 July 2024", "25 to 27 July 2024", "on or before 27 July 2024", "25 or
 * 26 July 2024", "some day in July 2024", "perhaps 27 July 2024"; in French «du 25 au 27 juillet 2024», in
 * Arabic «من 25 إلى 27 يوليو 2024».
 */
export function edtfWords(edtf: Edtf, language: string): string {
  const parts = partsOfEdtf(edtf)
  if (/^ar\b/i.test(language)) return dateInArabic(parts)
  return wordingLanguage(language) === 'fr' ? dateInFrench(parts) : dateInEnglish(parts)
}
