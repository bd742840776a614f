import { instantOf, type Instant, parseInstant, parseLocalDate } from '../time.ts'
import type { IncomingDate } from './incoming.ts'
import { readDay } from './written-day.ts'

const ZONES: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
  cet: '+0100',
  cest: '+0200',
  wat: '+0100',
  cat: '+0200',
  eat: '+0300',
  bst: '+0100',
  sast: '+0200',
  wet: 'Z',
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * Reads a date of an export or a feed: RFC 822 and its many misspellings, ISO 8601, RFC 3339, or a day in words.
 * Null for "0000-00-00 00:00:00" and for what is no date.
 */
export function readDate(written: string): IncomingDate | null {
  const text = written.trim().replace(/\s+/g, ' ')
  if (text === '' || /^-?0{4}-00/.test(text) || /-0001\b/.test(text)) return null
  return isoDate(text) ?? mailDate(text) ?? wordDate(text)
}

const minute = (at: Instant | undefined): IncomingDate | null => (at === undefined ? null : { precision: 'minute', at })

/** "2024-07-29T15:10:00Z", "2024-07-29 15:10:00 +0200", "2024-07-29", "20240729". Without a zone it is UTC. */
function isoDate(text: string): IncomingDate | null {
  const day = parseLocalDate(text) ?? parseLocalDate(text.replace(/^(\d{4})\/?(\d{2})\/?(\d{2})$/, '$1-$2-$3'))
  if (day) return { precision: 'day', on: day }
  const found =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i.exec(
      text,
    )
  if (!found) return null
  const [, date = '', hours, minutes, seconds = '00', zone] = found
  return minute(parseInstant(`${date}T${hours}:${minutes}:${seconds}${zoneOf(zone)}`))
}

/** "Mon, 29 Jul 2024 15:10:00 GMT", "29 Jul 24 15:10 EST", "Thu Jan 1 00:00:00 2004". */
function mailDate(text: string): IncomingDate | null {
  const bare = text.replace(/^\p{L}+\.?,?\s+(?=\d|\p{L}+\s+\d)/u, '')
  const usual = /^(\d{1,2})[ -](\p{L}{3,})\.?[ -](\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*))?$/u.exec(bare)
  if (usual) return calendarDate(usual[3], usual[2], usual[1], usual[4], usual[5], usual[6], usual[7])
  const unix = /^(\p{L}{3})\p{L}*\s+(\d{1,2}),?\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:\p{L}+\s+)?(\d{4})$/u.exec(bare)
  return unix ? calendarDate(unix[6], unix[1], unix[2], unix[3], unix[4], unix[5], 'GMT') : null
}

function calendarDate(...parts: readonly (string | undefined)[]): IncomingDate | null {
  const [year = '', name = '', day = '', hours, minutes = '00', seconds = '00', zone] = parts
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year
  const on = parseLocalDate(`${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (month === 0 || !on) return null
  if (hours === undefined) return { precision: 'day', on }
  const clock = `${hours.padStart(2, '0')}:${minutes}:${seconds === '60' ? '59' : seconds}`
  return minute(parseInstant(`${on}T${clock}${zoneOf(zone)}`))
}

function zoneOf(zone: string | undefined): string {
  const name = (zone ?? '')
    .trim()
    .replace(/\s*\(.*\)$/, '')
    .toLowerCase()
  if (name === '') return 'Z'
  if (/^(?:gmt|utc)?[+-]\d{2}:?\d{2}$/.test(name)) return name.replace(/^(?:gmt|utc)/, '')
  return /^[+-]\d{2}$/.test(name) ? `${name}:00` : (ZONES[name] ?? 'Z')
}

function wordDate(text: string): IncomingDate | null {
  const day = readDay(text)
  if (day?.kind === 'day') return { precision: 'day', on: day.on }
  const loose = /\d{4}/.test(text) && /\d:\d\d/.test(text) ? new Date(text) : undefined
  return loose === undefined || Number.isNaN(loose.getTime()) ? null : minute(instantOf(loose))
}
