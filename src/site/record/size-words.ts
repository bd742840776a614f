import type { Language } from '../../story/story.ts'
import { wordingLocale } from '../messages/message.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size in two or three figures: "850 kB", "12 Mo". */
export function sizeWords(bytes: number, language: Language): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const format = new Intl.NumberFormat(wordingLocale(language), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    maximumSignificantDigits: 3,
  })
  return format.format(bytes / 1000 ** step)
}
