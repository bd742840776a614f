import type { Name, Translated } from './names.ts'

/** Best first: what one calls it in a sentence. A former name serves only where there is no other. */
const KINDS: readonly Name['kind'][] = ['short', 'official', 'transliteration', 'local', 'former']

/**
 * The name that readers of a language get, of all that an entry has.
 *
 * A name in their language comes first, then one in no particular language (`und`, `mul`), then one in Latin script,
 * then any; within each a short name ("JNIM") before the official one, and a former name last of all. Empty where there
 * is no name: an unnamed source has its description instead.
 */
export function displayName(names: readonly Name[], language: string): string {
  const ranked = names
    .map((name) => ({ name, rank: rankOf(name, language) }))
    .sort((one, other) => one.rank - other.rank)
  return ranked.at(0)?.name.text ?? ''
}

function rankOf(name: Name, language: string): number {
  const kind = KINDS.indexOf(name.kind)
  const isFormer = name.kind === 'former' ? 100 : 0
  return isFormer + 10 * distance(name, language) + kind
}

function distance(name: Name, language: string): number {
  if (name.lang.toLowerCase() === language.toLowerCase()) return 0
  if (primary(name.lang) === primary(language)) return 1
  if (/^(?:und|mul)$/.test(name.lang)) return isLatin(name) ? 2 : 4
  return isLatin(name) ? 3 : 4
}

const isLatin = ({ text, script }: Name): boolean =>
  script === null ? /^[\p{Script=Latin}\P{L}]+$/u.test(text) : script === 'Latn'

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/**
 * A text in the reader's language; else in a neighbour of it (`fr` for `fr-CD`), else in English, else in whichever there
 * is. Empty where there is none.
 */
export function inLanguage(translated: Translated, language: string): string {
  const texts = Object.entries(translated).filter(([, text]) => text.trim() !== '')
  const inAny = (fits: (lang: string) => boolean) => texts.find(([lang]) => fits(lang))?.[1]
  return (
    inAny((lang) => lang.toLowerCase() === language.toLowerCase()) ??
    inAny((lang) => lang.toLowerCase() === primary(language)) ??
    inAny((lang) => primary(lang) === primary(language)) ??
    inAny((lang) => primary(lang) === 'en') ??
    texts[0]?.[1] ??
    ''
  )
}
