import type { ActorId, ClaimId, EventId, PlaceId, SourceId, VictimGroupId } from '../../ids.ts'
import type { Cell } from '../../record/claim.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Language } from '../../story/story.ts'
import { message } from '../messages/message.ts'
import { sourceName } from './source-name.tsx'

/** Where names are looked up, and for which readers. */
export interface Told {
  readonly set: RecordSet
  readonly language: Language
}

export function actorNameOf({ set, language }: Told, id: ActorId): string {
  const actor = set.actors.get(id)
  return actor ? displayName(actor.content.names, language) : message(language, 'change.entry')
}

export function placeNameOf({ set, language }: Told, id: PlaceId): string | null {
  const place = set.places.get(id)
  return place ? displayName(place.content.names, language) : null
}

/** A source's own name; without one the name of the actor for whom it speaks. */
export function sourceNameOf(told: Told, id: SourceId): string {
  const source = told.set.sources.get(id)
  if (!source) return message(told.language, 'ledger.someone')
  const { names, anonymity, actorId } = source.content
  return anonymity === 'named' && names.length === 0 && actorId !== null
    ? actorNameOf(told, actorId)
    : sourceName(source, told.language)
}

/** A claim's claimant as its name stands within a sentence: "le chiffre du ministre", «selon l’état-major». */
export function claimantOf(told: Told, claimId: ClaimId): string {
  const claim = told.set.claims.get(claimId)
  const name = claim ? sourceNameOf(told, claim.content.claimantId) : message(told.language, 'ledger.someone')
  return withinSentence(told.language, name)
}

/** A name or a description begins small within a sentence where it begins with an article or a number. */
export const withinSentence = (language: Language, name: string): string =>
  (/^fr\b/i.test(language) ? FRENCH_ARTICLE : ENGLISH_ARTICLE).test(name)
    ? name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
    : name

const FRENCH_ARTICLE = /^(?:L[’']|(?:Les?|La|Une?|Des|Deux|Trois|Quatre|Cinq|Plusieurs)\s)/
/** "The" is left alone: it may be part of a newspaper's title. */
const ENGLISH_ARTICLE = /^(?:An?|One|Two|Three|Four|Five|Several|Some|Many)\s/

/** The shortest name by which readers know a claimant: its own, or that of the actor for whom it speaks. */
export function shortClaimantOf(told: Told, claimId: ClaimId): string {
  const claim = told.set.claims.get(claimId)
  const own = claim ? sourceNameOf(told, claim.content.claimantId) : message(told.language, 'ledger.someone')
  const actorId = claim && told.set.sources.get(claim.content.claimantId)?.content.actorId
  const actor = actorId ? actorNameOf(told, actorId) : own
  return actor.length < own.length ? actor : own
}

/** Every claimant of some claims, each once, in the order of the claims. */
export const claimantsOf = (told: Told, claimIds: readonly ClaimId[]): string[] => [
  ...new Set(claimIds.map((id) => claimantOf(told, id))),
]

export function eventTitleOf({ set, language }: Told, id: EventId): string {
  const event = set.events.get(id)
  return event ? inLanguage(event.content.titles, language) : message(language, 'change.entry')
}

export function groupNameOf({ set, language }: Told, id: VictimGroupId): string {
  const group = set.groups.get(id)
  return group ? inLanguage(group.content.labels, language) : message(language, 'ledger.groupUnknown')
}

/** What a figure is about: "Wagner fighters killed", "Vehicles: armoured cars lost". */
export function cellTitle(told: Told, { groupId, measure, equipment }: Cell): string {
  const group = groupNameOf(told, groupId)
  return measure === 'equipment-lost' && equipment !== null
    ? message(told.language, 'ledger.equipmentOf', { group, kind: equipment })
    : message(told.language, `ledger.${measure}`, { group })
}

/**
 * Do those words speak of several people? Then the verb is a plural: "two security officials report".
 *
 * Asked of descriptions only, in English and French; a name is one, however many it stands for.
 */
export function isSeveral({ set }: Told, id: SourceId): boolean {
  const source = set.sources.get(id)
  if (!source) return false
  const { anonymity, description, kind, names } = source.content
  if (anonymity === 'described' && description) return SEVERAL.test(description.text) || endsInPlural(description.text)
  return names.some(({ text }) => SEVERAL.test(text) || (kind === 'channel' && /\s\p{Ll}+s$/u.test(text)))
}

const SEVERAL =
  /^(?:two|three|four|five|six|several|some|many|residents|officials|deux|trois|quatre|cinq|plusieurs|des)\b/i

/** Does the noun before "of", "in", "de" … end as plurals do? "A military source" does not, "residents of Kidal" does. */
function endsInPlural(description: string): boolean {
  const [head = ''] = description.split(/\s(?:of|in|from|at|with|who|near|de|des|du|à|en)\s|,/u)
  return !/^(?:an?|the|one|une?|le|la)\s/i.test(head) && /\p{Ll}{2}s$/u.test(head) && !/(?:ss|us|is)$/u.test(head)
}

/**
 * French drops the e of «de» before a vowel and joins it, like «à», with the article that follows: «le bilan d’Ansar
 * Dine», «le chiffre du ministre».
 */
export const elided = (language: Language, text: string): string =>
  /^fr\b/i.test(language)
    ? text
        .replace(/(?<=^|[\s(«])([Dd])e le (?=\S)/gu, '$1u ')
        .replace(/(?<=^|[\s(«])([Dd])e les (?=\S)/gu, '$1es ')
        .replace(/(?<=^|[\s(«])([Dd])e des (?=\S)/gu, '$1e ')
        .replace(/(?<=^|[\s(«])([Dd])e (?=[aeiouyhàâéèêëîïôöûüœ])/giu, '$1’')
    : text

/** A date after a French word: «révisé le 2 août 2024», «révisé en 2024», «révisé au plus tard le 2 août 2024». */
export const onDate = (language: Language, words: string): string =>
  !/^fr\b/i.test(language) || !/^\d/.test(words) ? words : /^\d{4}/.test(words) ? `en ${words}` : `le ${words}`
