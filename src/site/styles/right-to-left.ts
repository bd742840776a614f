import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { compact } from './compact.ts'

/** Languages in Arabic letters; each needs more room between lines, and none has italics, capitals or spaced letters. */
const IN_ARABIC_LETTERS = new Set(['ar', 'ckb', 'fa', 'ks', 'ps', 'sd', 'ug', 'ur'])

/**
 * Names keep together, so that a Latin one takes no number or stop after it to its own side. Remarks of the desk, which
 * it may not have in the page's language, run as they begin.
 */
const ISOLATED = compact(`
main :is(a,b,strong,i,em,small,span,time,summary,h1,h2,h3,.meta>*){unicode-bidi:isolate}
main :is(.facts small,.aside,.sheet td){unicode-bidi:plaintext;text-align:right}
`)

/** Naskh for the text, the system's own face for the rest; Latin words in it come from the same faces. */
const arabicLetters = (language: string): string =>
  compact(`
:root{--serif:"Noto Naskh Arabic","Geeza Pro","Sakkal Majalla","Traditional Arabic",Charter,Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans Arabic",Tahoma,sans-serif}
:lang(${language}){letter-spacing:0!important;font-style:normal!important;text-transform:none!important}
em:lang(${language}){font-weight:700}
q{quotes:"«" "»"}
body,.stand,.pull blockquote{line-height:1.75!important}
main :is(h1,h2,h3){line-height:1.4!important}
.mast ul{align-items:baseline}
`)

/** What a page adds to its sheets when it is written from right to left; other pages pay nothing for it. */
export function rightToLeftStyle(language: Language): string {
  if (textDirection(language) === 'ltr') return ''
  const primary = language.toLowerCase().split('-')[0] ?? ''
  return IN_ARABIC_LETTERS.has(primary) ? ISOLATED + arabicLetters(primary) : ISOLATED
}
