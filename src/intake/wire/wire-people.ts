import { bylinesIn, isNameLike, namesAfterBy } from '../person-name.ts'
import { oneLine } from '../plain-text.ts'
import type { WireItem } from './wire-item.ts'

/** Who wrote an item, and what stood in the byline that names nobody. */
export interface WireBylines {
  readonly bylines: readonly string[]
  readonly notes: readonly string[]
}

/**
 * The persons who wrote an item; where it names none, the agency stands for them, as in print.
 *
 * "By SARAH WARD, PA Scotland" names one person and a desk; "gr/bp" is a sign of the desk and no name.
 */
export function bylinesOf({ bylines: lines, agencies }: WireItem): WireBylines {
  const named = lines
    .map(oneLine)
    .filter((line) => line !== '')
    .flatMap(partsOf)
  const people = named.filter((part) => isPerson(part, agencies))
  const signs = named.filter((part) => isSign(part) && !isAgency(part, agencies))
  const others = named.filter((part) => !people.includes(part) && !signs.includes(part) && !isAgency(part, agencies))
  const own = people.length > 0 ? people : others.length > 0 ? others : agencies.slice(0, 1)
  const beside = people.length > 0 ? others : []
  return {
    bylines: [...new Set(own)],
    notes: [
      ...signs.map((sign) => `It is signed “${sign}”, which is no name.`),
      ...(beside.length > 0 ? [`Beside the names stood “${[...new Set(beside)].join(', ')}”.`] : []),
    ],
  }
}

/** "By A. Traoré and B. Keïta, Some Agency" in its parts; a slash divides a person from an agency. */
const partsOf = (line: string): string[] =>
  (namesAfterBy(line) ?? line.replace(/^by\s+(?=\p{L})/iu, ''))
    .split(/\s+\/\s+|(?<=\p{L}{3})\/(?=\p{Lu}{2,})|\s+[|–—-]\s+|\s*,\s+(?=(?:in|en|à)\s+\p{Lu})/u)
    .flatMap((part) => (/, /.test(part) ? part.split(/,\s+/) : [part]).flatMap((one) => bylinesIn(one)))
    .map(oneLine)
    .filter((part) => part !== '')

/** Initials in small letters, with slashes or points between them. */
const isSign = (part: string): boolean =>
  /^\p{Ll}{1,4}(?:[/.-]\p{Ll}{1,4})*$/u.test(part) || /^[\p{Lu}-]{1,3}$/u.test(part)

const isPerson = (part: string, agencies: readonly string[]): boolean =>
  part.includes(' ') && isNameLike(part) && !isAgency(part, agencies) && !DESK.test(part)

/** "AP Business Writer", "PA Scotland", "Sports Network": a desk or a title. */
const DESK =
  /^(?:AP|PA|AFP|UPI|EFE|ANSA|AAP|NTB|TT|STT|ANP|APA|SDA|ATS|PTI|BBC|CNN|dpa)\s|\b(?:writer|editor|correspondent|reporter|staff|agency|agence|agencia|agenzia|network|news|press|desk|service|bureau|redaktion|press association)\b/iu

const isAgency = (part: string, agencies: readonly string[]): boolean =>
  agencies.some((agency) => agency.toLowerCase() === part.toLowerCase())
