import { countWords } from './page-text/page-lines.ts'

const BY =
  /^(?:by|par|written by|écrit par|posted by|publié par|text by|texte (?:de|par)|reported by|author|auteur|autrice|writer|rédacteur|rédactrice|von|por)\s*[:：]?\s+(?=\p{L})/iu

/** The names after "By", "Par", "Author:"; undefined when the line does not begin so. */
export function namesAfterBy(text: string): string | undefined {
  const prefix = BY.exec(text)?.[0]
  const names = prefix === undefined ? '' : text.slice(prefix.length).replace(/\s*\|$/, '')
  const isShort = names !== '' && countWords(names) <= 14 && !/[.!?]$/.test(names.replace(/\b\p{Lu}\.$/u, ''))
  return isShort && /^\p{L}/u.test(names) ? names : undefined
}

const NOT_IN_A_NAME =
  /^(?:the|of|in|on|at|to|for|is|are|was|a|an|by|with|from|how|why|what|who|when|my|your|our|dans|sur|pour|est|un|une|par|avec|comment|pourquoi|qui|que|en|au|aux|war|guerre|news|policy)$/i

const PARTICLE =
  /^(?:de|du|des|da|dos|di|d['’].+|van|von|der|den|ter|bin|ibn|ben|bint|al|el|ul|wa|le|la|and|et|&|dit|dite)$/i

/** Could this line be a person's or a desk's name: one to five words, no sentence? */
export function isNameLike(text: string): boolean {
  if (text.length > 60 || /[\d!?:;|/\\"“”«»()@#%=+*]/.test(text)) return false
  const words = text.split(/\s+/)
  const small = words.filter((word) => !/^\p{Lu}/u.test(word) && !PARTICLE.test(word))
  const isWhole = words.length <= 8 && words.every((word) => /^[\p{L}\p{M}'’.,&-]+$/u.test(word))
  const isShort =
    words.filter((word) => !/^(?:and|et|&)$/i.test(word)).length <= (/ (?:and|et|&) |,/i.test(text) ? 7 : 5)
  return (
    isWhole &&
    isShort &&
    small.length <= (words.length <= 2 ? 1 : 0) &&
    /^\p{Lu}/u.test(text) &&
    !words.some((word) => NOT_IN_A_NAME.test(word)) &&
    !text.replace(/\b\p{L}{1,2}\.$/u, '').endsWith('.')
  )
}

/** "A. Traoré and B. Keïta" are two bylines, each as written; names in brackets stay with the first. */
export function bylinesIn(names: string): string[] {
  if (/[()]/.test(names)) return [names.trim()]
  const parts = names.split(/\s*,\s*(?:and |et )?|\s+(?:and|et|&)\s+/i).map((part) => part.trim())
  return parts.every((part) => part !== '' && isNameLike(part) && part.includes(' ')) ? parts : [names.trim()]
}
