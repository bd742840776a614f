declare const brand: unique symbol

/** Markup that our own code made: every word from outside in it has been escaped. */
export type SafeHtml = string & { readonly [brand]: 'safe-html' }

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand between tags or inside a quoted attribute. */
export const escapeHtml = (text: string): SafeHtml =>
  text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter) as SafeHtml

/**
 * Vouches for markup that a serializer of ours has just built from escaped parts.
 *
 * Never to be called with words that came from outside.
 */
export const builtHtml = (markup: string): SafeHtml => markup as SafeHtml
