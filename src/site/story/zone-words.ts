import type { Publication } from '../../story/story.ts'
import { clockWords, type DateStyle, dayWords, offsetWords, publicationWords } from '../dates.ts'
import { message } from '../messages/message.ts'

/**
 * When a story was first published, with the zone by its city: "29 July 2024, 14:05 Bamako time (GMT)". A zone that is
 * named after no city has only its offset; a publication of which only the day is known has neither.
 */
export function publicationInZone(publication: Publication, style: DateStyle): string {
  const { at, precision } = publication
  const city = cityOf(style.zone)
  if (precision === 'day' || city === null) return publicationWords(publication, style)
  return message(style.language, 'story.zoneTime', {
    date: dayWords(at, style),
    clock: clockWords(at, style),
    city,
    offset: offsetWords(at, style.zone),
  })
}

/** The city in an IANA zone name: "Africa/Bamako", "America/Argentina/Buenos_Aires". */
function cityOf(zone: string): string | null {
  const parts = zone.split('/')
  return parts.length < 2 || parts[0] === 'Etc' ? null : (parts.at(-1) ?? '').replaceAll('_', ' ')
}
