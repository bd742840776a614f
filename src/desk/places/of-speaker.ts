import { leadInAt } from './lead-in.ts'
import { keyAt, lowerAt, type PlaceReader } from './place-reader.ts'

/** Bodies that are called by where they serve: «la Mission de l'ONU en Centrafrique». */
const BODIES = /^(?:un|u\.n|onu|eu|ue|nato|otan|au|ua|unhcr|unicef|minusma|monusco|minusca)$/
/** Said of what was done as well as of who said it: "was reported in Kano" tells where it happened. */
const ALSO_DONE = /^(?:reported|confirmed|announced|stated|rapporte|confirme|annonce|indique|declare)$/
const BE = /^(?:is|are|was|were|be|been|being|est|sont|ete|etait|etaient)$/
/** How far back the word may stand to which the place belongs: "told reporters on Monday in Geneva". */
const FARTHEST_BACK = 4

/**
 * Does a place belong to somebody's name, or to where something was said, and not to what happened? "The chairman of the
 * council in Guma", "told newsmen in Makurdi", "police in Kano said".
 *
 * @param leadIn the preposition's token
 * @param last the place's last token
 */
export function isPlaceOfSpeaker(reader: PlaceReader, leadIn: number, last: number): boolean {
  const { words } = reader
  const before = keyAt(reader, leadIn - 1)
  if (isWhereTheyWent(reader, leadIn)) return true
  if (words.titles.has(before) && isHit(reader, leadIn - 1)) return false
  if (words.titles.has(before) || BODIES.test(before) || isInTitle(reader, leadIn)) return true
  const behind = lowerAt(reader, last + 1) === ',' ? last + 2 : last + 1
  const speaksThere = words.speech.has(keyAt(reader, behind)) || words.speech.has(keyAt(reader, behind + 1))
  if (words.speakers.has(before) && speaksThere) return true
  return isWhereItWasSaid(reader, leadIn)
}

/** "Outside the education ministry in Mogadishu": a house that stands there, and not whoever speaks. */
function isHit(reader: PlaceReader, title: number): boolean {
  if (!HOUSES.test(keyAt(reader, title))) return false
  for (let at = title - 1; at >= Math.max(0, title - FARTHEST_BACK); at--) {
    const lead = leadInAt(reader, at)
    if (lead) return lead.kind !== 'plain'
    if (reader.tokens[at]?.kind !== 'word') return false
  }
  return false
}

const HOUSES =
  /^(?:ministry|embassy|university|parliament|court|bank|office|bureau|command|ministere|ambassade|universite|parlement|tribunal|hopital)$/

/** "Taken to hospital in Jos", «évacués à N'Djamena»: where they went when it had happened. */
function isWhereTheyWent(reader: PlaceReader, leadIn: number): boolean {
  for (let at = leadIn - 1; at >= Math.max(0, leadIn - FARTHEST_WENT); at--) {
    const key = keyAt(reader, at)
    if (reader.words.elsewhere.has(key)) return true
    if (reader.tokens[at]?.kind !== 'word' || reader.words.events.has(key)) return false
  }
  return false
}

/** "Were being treated at two of the city's hospitals in". */
const FARTHEST_WENT = 5

/** «Au ministère de la Défense à Paris», "the University of Maiduguri in Borno". */
function isInTitle(reader: PlaceReader, leadIn: number): boolean {
  const { words, tokens } = reader
  let isOf = false
  for (let at = leadIn - 1; at >= Math.max(0, leadIn - FARTHEST_BACK - 1); at--) {
    if (words.titles.has(keyAt(reader, at))) return isOf
    const isPartOfName = tokens[at]?.isCapital || words.articles.has(lowerAt(reader, at))
    if (words.of.has(lowerAt(reader, at))) isOf = true
    else if (!isPartOfName || reader.sentence.isShouted) return false
  }
  return false
}

function isWhereItWasSaid(reader: PlaceReader, leadIn: number): boolean {
  const { words } = reader
  for (let at = leadIn - 1; at >= Math.max(0, leadIn - FARTHEST_BACK); at--) {
    const key = keyAt(reader, at)
    if (words.hearers.has(key)) return true
    if (words.speech.has(key)) return !(ALSO_DONE.test(key) && BE.test(keyAt(reader, at - 1)))
    if (!isWhen(reader, at)) return false
  }
  return false
}

/** "On Monday", «lundi», "here", "later": what may stand between a word of saying and where it was said. */
const isWhen = (reader: PlaceReader, at: number): boolean =>
  reader.tokens[at]?.kind === 'number' ||
  /^(?:on|le|late|later|early|today|yesterday|a|the|to|au|aux|l'|in|lors|d'|de|une|during|telephone|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/.test(
    keyAt(reader, at),
  )
