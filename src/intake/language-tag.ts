/**
 * The language of a tag as sources write it ("en-GB", "en_us", "EN"), by its first part alone: "en". Null for what is
 * no tag (BCP 47).
 */
export function languageTag(written: string): string | null {
  const tag = written.trim()
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(tag)) return null
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? null
}
