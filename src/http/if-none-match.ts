const TAG = /(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/g

/**
 * Does an `If-None-Match` line name this page (RFC 9110, 13.1.2)? Compared weakly: `W/` makes no difference.
 *
 * @param etag a weak tag, `W/"…"`
 */
export function namesTag(line: string, etag: string): boolean {
  if (line === etag || line.trim() === '*') return true
  const opaque = etag.slice(3, -1)
  for (const [, tag] of line.matchAll(TAG)) if (tag === opaque) return true
  return false
}
