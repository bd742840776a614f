/** A string of an nginx configuration in which nothing has a meaning of its own; a key is no pattern. */
export const quoted = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(/\$/g, '%24').replace(/^~/, '\\~')}"`
