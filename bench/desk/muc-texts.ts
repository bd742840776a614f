import { type LocalDate, parseLocalDate } from '../../src/time.ts'

/** A message of the MUC-4 collection. */
export interface MucText {
  /** `DEV-MUC3-0001` */
  readonly id: string
  readonly text: string
  /** From the dateline: "SAN SALVADOR, 3 JAN 90 --". Null for "NO DATE". */
  readonly sentOn: LocalDate | null
}

/** The messages of one file, each below its name: "DEV-MUC3-0001 (NOSC)". */
export function mucTexts(file: string): MucText[] {
  const heads = [...file.replace(/\r\n?/g, '\n').matchAll(/^((?:DEV|TST\d?)-MUC[34]-\d{4})\b[^\n]*\n/gm)]
  const whole = file.replace(/\r\n?/g, '\n')
  return heads.map((head, at) => {
    const text = whole.slice(head.index + head[0].length, heads[at + 1]?.index ?? whole.length).trim()
    return { id: head[1] ?? '', text, sentOn: datelineOf(text) }
  })
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

function datelineOf(text: string): LocalDate | null {
  const [, day = '', month = '', year] =
    /,\s+(\d{1,2})\s+([A-Z]{3})[A-Z]*\.?\s*(\d{2})?\b/.exec(text.slice(0, 200)) ?? []
  const number = MONTHS.indexOf(month) + 1
  // All of them are from 1988 to 1991; where the year is left out, nobody knows which.
  if (number === 0 || year === undefined) return null
  return parseLocalDate(`19${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`) ?? null
}
