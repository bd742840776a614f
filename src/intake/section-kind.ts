import type { SectionKind } from '../story/section.ts'
import type { IncomingSection } from './incoming.ts'
import { isPlaceName } from './place-names.ts'

const SERIES = [
  /^(?:the )?(?:war|conflict|crisis|fighting|genocide|battle|uprising|invasion|coup|insurgency) (?:in|on|of|for|with|against) /i,
  /^(?:la |le |les |l['’])?(?:guerre|conflit|crise|combats|génocide|bataille|invasion|insurrection|coup d['’]état) (?:en|au|aux|à|dans|de|du|des|d['’]|contre|sur) ?/i,
  /^(?:series|série|dossier|special report|dossier spécial|serie)\b\s*[:–-]/i,
]

const WAR_OF_A_PLACE = /^(.+?)(?:['’]s)? (?:war|conflict|crisis|genocide)$/i

/** A guess what a section's name stands for: a place, a series ("War in DRC") or else a subject. */
export function sectionKindOf(label: string): SectionKind {
  if (isPlaceName(label)) return 'place'
  if (SERIES.some((pattern) => pattern.test(label))) return 'series'
  const place = WAR_OF_A_PLACE.exec(label)?.[1]
  return place !== undefined && isPlaceName(place) ? 'series' : 'subject'
}

export const toSection = (label: string): IncomingSection => ({ label, kind: sectionKindOf(label) })
