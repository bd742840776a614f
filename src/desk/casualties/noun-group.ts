import { isBody } from './acceptable.ts'
import { type CasualtyText, formAt } from './casualty-text.ts'
import { shoutedNameEnd } from './shouted-names.ts'

/** A noun with what tells of it, behind figure and article. */
export interface NounGroup {
  readonly head: number
  readonly last: number
  readonly who: number
  readonly isMany: boolean
  readonly is: 'people' | 'thing' | 'unknown' | 'name'
  readonly told: number | null
}

/** The noun that begins at a token with its adjectives; undefined where something else stands there. */
export function nounGroupAt(text: CasualtyText, at: number): NounGroup | undefined {
  const from = skipFurther(text, at)
  return namedAt(text, from) ?? (text.people.nounFirst ? frenchAt(text, from) : englishAt(text, from))
}

/** "35 more civilians" are civilians. */
const skipFurther = ({ keys, people }: CasualtyText, at: number): number =>
  people.further.has(keys[at] ?? '') ? at + 1 : at

const PARTICLES = /^(?:al|de|bin|ben|ibn|van|von|el|da|dos|del|la|abu|ould|ag|di)$/

/** Two or more words with capitals: a name, "Chief Amina Bello". One capital before a noun in small letters is none. */
function namedAt(text: CasualtyText, at: number): NounGroup | undefined {
  const { tokens, sentence, people, keys } = text
  if (sentence.isShouted || tokens[at]?.isCapital !== true || people.stops.has(keys[at] ?? '')) return undefined
  let last = at
  let capitals = 1
  for (let next = at + 1; next < Math.min(tokens.length, at + 8); next += 1) {
    if (isPointOfAcronym(text, next)) continue
    const isParticle = PARTICLES.test(keys[next] ?? '') && tokens[next + 1]?.isCapital === true
    if (tokens[next]?.isCapital !== true && !isParticle) break
    if (tokens[next]?.isCapital) capitals += 1
    last = next
  }
  const [end = '', behind = ''] = [keys[last], keys[last + 1]]
  // "U.S. service members" are members, "U.S. troops" troops.
  const isOfCountry = isPointOfAcronym(text, last + 1)
  if (isOfCountry && tokens[last + 2]?.kind === 'word' && !people.stops.has(keys[last + 2] ?? '')) return undefined
  if (people.many.has(end) || isPeople(text, last + 1)) return undefined
  const isBegun = at === 0 && capitals < 2
  if (isBegun || (isNounLike(text, last + 1) && !people.nounFirst) || behind === "'s") return undefined
  return { head: last, last, who: at, isMany: false, is: 'name', told: null }
}

const isNounLike = ({ tokens, keys, people }: CasualtyText, at: number): boolean =>
  tokens[at]?.kind === 'word' && (people.adjectives.has(keys[at] ?? '') || people.things.has(keys[at] ?? ''))

const isPeople = ({ people, keys }: CasualtyText, at: number): boolean =>
  people.many.has(keys[at] ?? '') || people.one.has(keys[at] ?? '')

/** The last point of "U.S." stands as a mark of its own. */
const isPointOfAcronym = ({ tokens }: CasualtyText, at: number): boolean => {
  const [before, point] = [tokens[at - 1], tokens[at]]
  if (point?.text !== '.' || before?.end !== point.start) return false
  return /^\p{L}(?:\.\p{L})+$/u.test(before.text) && at < tokens.length - 1
}

/** Nobody has more adjectives. */
const LONGEST = 7

/** English puts the noun last: the first plural of people ends the group; else the last word that may be a noun. */
function englishAt(text: CasualtyText, at: number): NounGroup | undefined {
  const { people, keys, tokens } = text
  let head: number | null = null
  let told: number | null = null
  for (let next = at; next < Math.min(tokens.length, at + LONGEST); next += 1) {
    const key = keys[next] ?? ''
    if (isPointOfAcronym(text, next)) continue
    if (people.others.has(key) && key.endsWith('s')) return groupOf(text, { at, head: next, told })
    if (GENITIVE.test(key) && head !== null) {
      head = null
      continue
    }
    if (isTold(text, next) && head === null) {
      told = next
      continue
    }
    if (!mayStand(text, next)) break
    const isEnd =
      people.many.has(key) &&
      !(isPeople(text, next + 1) && !text.words.held.has(keys[next + 1] ?? '')) &&
      !GENITIVE.test(keys[next + 1] ?? '')
    if (isEnd) return groupOf(text, { at, head: next, told })
    if (head !== null && isPeople(text, head) && isAfterPerson(text, next)) break
    head = next
  }
  if (head === null || (head === told && head === at)) return undefined
  const group = groupOf(text, { at, head, told })
  if (group.is !== 'people' || group.isMany) return group
  const last = shoutedNameEnd(text, head)
  // "THE NATIONAL LIBERATION FRONT" is no national.
  return { ...group, last, is: text.keys.slice(head + 1, last + 1).some(isBody) ? 'thing' : 'people' }
}

/** "The minister's guards" are guards. */
const GENITIVE = /^'s?$/

/** Behind "soldier" comes his name, or a verb; but "police station" is no police. */
const isAfterPerson = (text: CasualtyText, at: number): boolean => {
  const { tokens, keys, people, sentence } = text
  const key = keys[at] ?? ''
  if (people.verbal.test(key) && !isPeople(text, at)) return true
  // "Russian Wagner mercenaries", "Salvadoran peasant": more people behind, so what stands before tells of them.
  if ([0, 1, 2].some((step) => isPeople(text, at + step) && (step === 0 || mayStand(text, at + step - 1)))) return false
  if (!sentence.isShouted) return tokens[at]?.isCapital === true
  return !people.things.has(key) && !ORIGIN.test(keys[at - 1] ?? '')
}

/** Words for where somebody is from stand before things as often: "Ecuadoran consulate". */
const ORIGIN = /(?:an|ese|ish|i)$/

/** "Wounded soldiers": what happened to them stands before them. */
const isTold = (text: CasualtyText, at: number): boolean => {
  const form = formAt(text, at)
  if (form?.form !== 'done' && !text.people.adjectives.has(text.keys[at] ?? '')) return false
  return (
    form !== undefined &&
    form.form === 'done' &&
    [1, 2].some(
      (step) => isPeople(text, at + step) && (step === 1 || text.people.adjectives.has(text.keys[at + 1] ?? '')),
    )
  )
}

function mayStand(text: CasualtyText, at: number): boolean {
  const { tokens, keys, people, words, figures } = text
  const key = keys[at] ?? ''
  if (tokens[at]?.kind !== 'word' || figures.has(at)) return false
  if (isPeople(text, at)) return true
  if (formAt(text, at)) return false
  if (people.adjectives.has(key)) return true
  if (people.stops.has(key) || words.counts.has(key) || words.be.has(key)) return false
  return !people.verbal.test(key) || (tokens[at]?.isCapital ?? false) || isPeople(text, at + 1)
}

/** French puts the noun first, behind a few small adjectives, and what tells of it behind. */
function frenchAt(text: CasualtyText, at: number): NounGroup | undefined {
  const { people, keys, tokens, sentence } = text
  let head = at
  while (people.adjectives.has(keys[head] ?? '') && mayFollow(text, head + 1)) head += 1
  if (!mayStand(text, head) && !people.others.has(keys[head] ?? '')) return undefined
  let last = head
  for (let next = head + 1; next < Math.min(tokens.length, head + 4); next += 1) {
    const isTelling = people.adjective.test(keys[next] ?? '') && mayStand(text, next) && !formAt(text, next)
    const isNamed = !sentence.isShouted && tokens[next]?.isCapital === true && isPeople(text, head)
    if (!isTelling && !isNamed) break
    last = next
  }
  return { ...groupOf(text, { at, head, told: null }), last }
}

const mayFollow = (text: CasualtyText, at: number): boolean =>
  mayStand(text, at) || text.people.adjectives.has(text.keys[at] ?? '')

function groupOf(text: CasualtyText, { at, head, told }: { at: number; head: number; told: number | null }): NounGroup {
  const { people, keys } = text
  const key = keys[head] ?? ''
  const isMany = people.many.has(key) || people.others.has(key) || (/[sx]$/.test(key) && !people.one.has(key))
  const isKnown = isPeople(text, head) || people.others.has(key)
  const isThing = people.things.has(key) && !isPeople(text, head)
  return {
    head,
    last: head,
    who: told === at ? at + 1 : at,
    isMany,
    is: isKnown ? 'people' : isThing ? 'thing' : 'unknown',
    told,
  }
}
