/** Languages written from right to left, and scripts that overrule the language (`ku-Arab`, `az-Arab`). */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const RIGHT_TO_LEFT_SCRIPTS = new Set(['adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'syrc', 'thaa'])

/** Which way a language is written; a script in the tag wins over the language. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const [name = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((part) => /^[a-z]{4}$/.test(part))
  const isRightToLeft = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT.has(name)
  return isRightToLeft ? 'rtl' : 'ltr'
}

/** Has the text the form of a language tag (BCP 47), so that it may stand in a `lang` attribute? */
export const isLanguageTag = (text: string): boolean => /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(text)
