import { partsOfEdtf } from './edtf.ts'
import { dateInEnglish } from './edtf-words-en.ts'
import { dateInFrench } from './edtf-words-fr.ts'
import type { Edtf } from './when.ts'
import { wordingLanguage } from './wording-language.ts'

/**
 * A date in words, no more exact than it is: "27 July 2024", "25 to 27 July 2024", "on or before 27 July 2024", "25 or
 * 26 July 2024", "some day in July 2024", "perhaps 27 July 2024"; in French «du 25 au 27 juillet 2024».
 */
export const edtfWords = (edtf: Edtf, language: string): string =>
  wordingLanguage(language) === 'fr' ? dateInFrench(partsOfEdtf(edtf)) : dateInEnglish(partsOfEdtf(edtf))
