/** Any of these patterns, from the beginning of a text to its end. */
export const oneOf = (...patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`)
