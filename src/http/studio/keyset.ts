import { type IdKind, type makeId, parseId } from '../../ids.ts'
import { type Instant, parseInstant } from '../../time.ts'

/** Where the next page begins: the instant and the id of the last line of this one, as one word. */
export const cursorOf = (line: { readonly at: Instant; readonly id: string } | undefined): string | null =>
  line ? `${line.at}~${line.id}` : null

/** Reads such a word; null for none, and for one that is malformed, which begins anew. */
export function cursorFrom<Kind extends IdKind>(
  kind: Kind,
  text: string | undefined,
): { at: Instant; id: ReturnType<typeof makeId<Kind>> } | null {
  const [when = '', which = ''] = (text ?? '').split('~')
  const at = parseInstant(when)
  const id = parseId(kind, which)
  return at && id ? { at, id } : null
}
