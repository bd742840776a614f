import type { DeskLanguage } from '../language.ts'

/** Behind these a full stop ends no sentence: a name or a number follows. */
const BEFORE_NAMES: Readonly<Record<DeskLanguage, ReadonlySet<string>>> = {
  en: new Set(
    'mr mrs ms dr prof gen lt col maj capt cpt sgt cpl brig cmdr adm insp supt hon rev st sen rep gov pres amb jr no nos vs fig al maj.-gen brig.-gen lt.-gen lt.-col lt.-cmdr ven msgr fr sr mt ft op art sec dept'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'm mm mme mlle mmes me mgr dr pr prof gal gén col cdt cne lt adj sgt cpl av bd st ste art p pp cf éd vol no nº env'.split(
      ' ',
    ),
  ),
}

/** These end a sentence where a new one plainly begins behind them. */
const SHORT_FORMS =
  /(?:^|[\s(])(?:(?:\p{Lu}\.){2,}|etc\.|inc\.|ltd\.|corp\.|co\.|[ap]\.m\.|jan\.|feb\.|mar\.|apr\.|aug\.|sept?\.|oct\.|nov\.|dec\.|janv\.|févr\.|juill\.|déc\.)$/iu

const BEGINNINGS: Readonly<Record<DeskLanguage, RegExp>> = {
  en: /^\s+["“']?(?:the|a|an|in|on|at|it|he|she|they|we|i|but|and|this|that|these|those|there|as|after|before|when|while|some|many|if|according|his|her|its|their)\b/iu,
  fr: /^\s+[«"“]?\s?(?:le|la|les|un|une|des|en|il|elle|ils|elles|on|nous|je|mais|et|ce|cette|ces|dans|selon|à|au|aux|lors|après|avant|quand|si|son|sa|ses|leur|leurs|[ld]['’])(?!\p{L})/iu,
}

/** Is the full stop at the end of `before` part of a shortened word or an initial, with the sentence going on `after` it? */
export function endsInAbbreviation(before: string, after: string, language: DeskLanguage): boolean {
  const word = /(?<![\p{L}\p{N}])([\p{L}.-]+?)\.$/u.exec(before)?.[1] ?? ''
  if (word === '' || after.trim() === '') return false
  if (BEFORE_NAMES[language].has(word.toLowerCase())) return true
  // An initial: "James T. Kirk", but not "vitamin B. The".
  if (/^\p{Lu}$/u.test(word)) return !BEGINNINGS[language].test(after)
  return SHORT_FORMS.test(before) && !BEGINNINGS[language].test(after)
}
