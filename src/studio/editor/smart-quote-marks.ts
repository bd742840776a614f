/** How a language sets quotations. Spaces that belong to a sign are part of it. */
interface QuoteMarks {
  readonly double: readonly [open: string, close: string]
  readonly single: readonly [open: string, close: string]
  /** Does the language set a space before ; : ! and ?, that no line breaks at? */
  readonly isSpaced: boolean
}

/** Before a colon and inside guillemets. */
const NO_BREAK = '\u00A0'
/** Before a semicolon, an exclamation and a question mark. */
const NARROW = '\u202F'

const ENGLISH: QuoteMarks = { double: ['“', '”'], single: ['‘', '’'], isSpaced: false }
const FRENCH: QuoteMarks = { double: [`«${NO_BREAK}`, `${NO_BREAK}»`], single: ['’', '’'], isSpaced: true }

const BY_LANGUAGE: Readonly<Record<string, QuoteMarks | null>> = {
  fr: FRENCH,
  de: { double: ['„', '“'], single: ['‚', '‘'], isSpaced: false },
  // Arabic is typed with the signs its writers choose.
  ar: null,
  fa: null,
  ur: null,
  he: null,
}

/** What was typed, and what it becomes: so many characters before it are taken back. */
export interface SmartText {
  readonly takenBack: number
  readonly text: string
}

/**
 * What a typed sign becomes, after the words that stand before it; null where it stays as it is.
 *
 * @param before the words before it in its block
 */
export function smartText(typed: string, before: string, language: string): SmartText | null {
  if (isAddress(before)) return null
  const dots = dashOrDots(typed, before)
  if (dots) return dots
  const main = language.toLowerCase().split('-')[0] ?? ''
  const marks = main in BY_LANGUAGE ? BY_LANGUAGE[main] : ENGLISH
  if (!marks) return null
  return (
    quoteFor(typed, before, marks) ??
    correctedYear(typed, before, marks) ??
    (marks.isSpaced ? spaced(typed, before) : null)
  )
}

/** In the middle of an address every sign counts. */
const isAddress = (before: string): boolean => /(?:\w:\/\/|www\.|@)\S*$|(?:https?|mailto):\S*$/i.test(before)

function dashOrDots(typed: string, before: string): SmartText | null {
  if (typed === '.' && before.endsWith('..') && !before.endsWith('...')) return { takenBack: 2, text: '…' }
  // Dashes alone at the start of a block are on their way to being a rule.
  if (typed !== '-' || /^[-–—]*$/.test(before)) return null
  if (before.endsWith('–')) return { takenBack: 1, text: '—' }
  return before.endsWith('-') ? { takenBack: 1, text: '–' } : null
}

/** Where a quotation opens: at the start, after a space, a bracket, a dash or another opening sign. */
const OPENS = /(?:^|[\s([{<\-–—/“‘„‚«\u00A0\u202F])$/

function quoteFor(typed: string, before: string, { double, single }: QuoteMarks): SmartText | null {
  if (typed !== '"' && typed !== "'") return null
  // After the space that closes a French quotation's last word, the sign is the closing one.
  const isOpen = OPENS.test(before) && !isWithin(before, double)
  const [open, close] = typed === '"' ? double : single
  const isApostrophe = typed === "'" && /[\p{L}\p{N}]$/u.test(before)
  if (isApostrophe) return { takenBack: 0, text: isOpened(before, single) ? close : '’' }
  const trailing = /[ \u00A0\u202F]$/.test(before) && !isOpen && close.length > 1 ? 1 : 0
  return { takenBack: trailing, text: isOpen ? open : close }
}

/** Does a German quotation in a quotation stand open? Its closing sign is no apostrophe. */
const isOpened = (before: string, [open, close]: QuoteMarks['single']): boolean =>
  open === '‚' && before.lastIndexOf(open) > before.lastIndexOf(close)

/** Was a guillemet opened and something written in it, with a space typed before the closing one? */
function isWithin(before: string, [open, close]: QuoteMarks['double']): boolean {
  if (open.length < 2) return false
  const opened = before.lastIndexOf('«')
  return opened > before.lastIndexOf(close.trim()) && /\S[ \u00A0\u202F]$/.test(before.slice(opened + 1))
}

/** ’90s, ’em: what looked like the start of a quotation was an omission. */
function correctedYear(typed: string, before: string, { single }: QuoteMarks): SmartText | null {
  const [open, close] = single
  if (open !== '‘') return null
  const found = /^s$/i.test(typed)
    ? /(?:^|[\s([–—-])‘(\d\d)$/.exec(before)
    : /^[\s.,;:!?]$/.test(typed)
      ? /(?:^|[\s([–—-])‘(tis|twas|em|til|cause|n)$/i.exec(before)
      : null
  const word = found?.[1]
  return word === undefined ? null : { takenBack: word.length + 1, text: `${close}${word}${typed}` }
}

/** The space before a French sign, where one was typed, or where the sign follows a word. */
function spaced(typed: string, before: string): SmartText | null {
  if (!/^[;:!?]$/.test(typed)) return null
  const space = typed === ':' ? NO_BREAK : NARROW
  if (/[^\s] $/.test(before)) return { takenBack: 1, text: `${space}${typed}` }
  // A colon after a word may belong to a time or an address still to come.
  return typed !== ':' && /[\p{L}\p{N}»)\]]$/u.test(before) ? { takenBack: 0, text: `${space}${typed}` } : null
}
