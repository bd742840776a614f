import type { FigureContent } from '../../edition/record-cell-rows.ts'
import type { ListedEvent } from '../../edition/record-lists.ts'
import { setOfIds } from '../../edition/record-sets.ts'
import { countStories } from '../../edition/record-stories.ts'
import type { CellRow } from '../../edition/record-tables.ts'
import type { Measure } from '../../record/claim.ts'
import { inLanguage } from '../../record/display-name.ts'
import { edtfBounds } from '../../record/edtf.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { EventLine, FigureLine } from '../../site/record/event-line.ts'
import { whereWords } from '../../site/record/where-words.ts'
import type { Language } from '../../story/story.ts'
import type { PageSource } from './page-source.ts'

/** Listed events in the words of a page, with their places named and their stories counted. */
export async function eventLines(
  { edition }: PageSource,
  events: readonly ListedEvent[],
  language: Language,
): Promise<EventLine[]> {
  if (events.length === 0) return []
  const ids = events.map(({ event }) => event.id)
  const places = events.flatMap(({ event: { content } }) =>
    [content.where.placeId, content.where.place2Id ?? []].flat(),
  )
  const set = await setOfIds(edition, places)
  const stories = await countStories(edition, ids, language)
  return events.map((listed) => toLine(listed, { set, language, stories: stories.get(listed.event.id) ?? 0 }))
}

interface Around {
  readonly set: RecordSet
  readonly language: Language
  readonly stories: number
}

function toLine({ event, cells, updatedAt }: ListedEvent, { set, language, stories }: Around): EventLine {
  const { slug, titles, type, when, where } = event.content
  const isTranslated = language in titles
  const [otherLanguage] = Object.keys(titles)
  return {
    id: event.id,
    slug,
    title: inLanguage(titles, language),
    ...(isTranslated || otherLanguage === undefined ? {} : { titleLanguage: otherLanguage }),
    type,
    when: edtfWords(when.edtf, language),
    startsOn: edtfBounds(when.edtf).earliest,
    where: whereWords({ set, language }, where),
    figures: cells.map((cell) => toFigure(cell, language)),
    stories,
    updatedAt,
  }
}

function toFigure(cell: CellRow, language: Language): FigureLine {
  const { labels, approxLow, approxHigh, beyond, unquantified, claimants } = JSON.parse(cell.content) as FigureContent
  return {
    groupLabel: inLanguage(labels, language),
    measure: cell.measure as Measure,
    equipment: cell.equipment,
    low: cell.low,
    high: cell.high,
    open: cell.is_open === 1,
    approxLow,
    approxHigh,
    beyond,
    unquantified,
    conflict: cell.conflict === 1,
    disputed: cell.disputed === 1,
    originsMin: cell.origins_min,
    originsMax: cell.origins_max,
    claimants,
  }
}
