import type { PictureNotes } from './picture-notes.ts'
import { noteDate, noteText } from './note-text.ts'

/** Datasets of record 2, IPTC-IIM 4.2 section 6. */
const DATASET = { takenOn: 55, byline: 80, credit: 110, copyright: 116, caption: 120 } as const

/** What an agency wrote by IPTC's Information Interchange Model; what breaks off is left out. */
export function iptcNotes(bytes: Uint8Array): Partial<PictureNotes> {
  const fields = new Map<number, Uint8Array>()
  for (let at = bytes.indexOf(0x1c); at !== -1 && at + 5 <= bytes.length; ) {
    const [, record, dataset, high, low] = bytes.subarray(at, at + 5)
    const length = ((high ?? 0) << 8) | (low ?? 0)
    const isDataset = (record === 1 || record === 2) && length < 0x8000 && at + 5 + length <= bytes.length
    if (isDataset && record === 2 && dataset !== undefined && !fields.has(dataset)) {
      fields.set(dataset, bytes.subarray(at + 5, at + 5 + length))
    }
    at = bytes.indexOf(0x1c, isDataset ? at + 5 + length : at + 1)
  }
  const text = (dataset: number) => noteText(fields.get(dataset) ?? '')
  return {
    caption: text(DATASET.caption),
    credit: creditOf(text(DATASET.byline), text(DATASET.credit)),
    copyright: text(DATASET.copyright),
    takenOn: noteDate(text(DATASET.takenOn) ?? ''),
  }
}

/** "A. Name / Agency", as papers print it. */
export function creditOf(person: string | null, agency: string | null): string | null {
  const parts = [person, agency].filter((part) => part !== null)
  return parts.length === 0 ? null : [...new Set(parts)].join(' / ')
}
