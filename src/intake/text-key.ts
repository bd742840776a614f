/** A short key that is the same for the same text (FNV-1a, 32 bits twice); not for secrets. */
export function textKey(text: string): string {
  let low = 0x811c9dc5
  let high = 0x1000193
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36)
}
