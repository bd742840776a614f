/** Control characters, spaces and backslashes: browsers repair them away, and with them what we have checked. */
const REPAIRED_BY_BROWSERS = /[\p{Cc}\s\\]/u

/**
 * The target of a link when readers may be sent there, else null: `http`, `https`, `mailto`, or a path of this site.
 *
 * Documents are checked when they come in; this is the second lock, at the door out.
 */
export function publicHref(href: string): string | null {
  const target = href.trim()
  if (target === '' || REPAIRED_BY_BROWSERS.test(target)) return null
  if (/^mailto:[^?]+@/i.test(target)) return target
  if (isExternal(target)) return URL.canParse(target) ? target : null
  return isSiteRelative(target) ? target : null
}

/** Does the link lead to another site? */
export const isExternal = (href: string): boolean => /^https?:\/\//i.test(href)

/** A path on this site, with one leading slash: two would name another host. */
const isSiteRelative = (href: string): boolean => href.startsWith('/') && !href.startsWith('//')
