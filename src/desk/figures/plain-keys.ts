import type { Sentence } from '../text/token.ts'

const WHOLE: Readonly<Record<string, string>> = {
  "d'": 'de',
  "l'": 'le',
  "qu'": 'que',
  "n'": 'ne',
  "s'": 'se',
  "c'": 'ce',
  "j'": 'je',
  "m'": 'me',
  "t'": 'te',
  "jusqu'": 'jusque',
  "lorsqu'": 'lorsque',
  "puisqu'": 'puisque',
  "presqu'": 'presque',
  "quoiqu'": 'quoique',
}

/** The words of a sentence for comparing: keys, with what French elides written out («d'» as «de»). */
export const plainKeys = (sentence: Sentence): readonly string[] => sentence.tokens.map(({ key }) => WHOLE[key] ?? key)
