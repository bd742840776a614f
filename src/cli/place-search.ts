import { openGazetteer } from '../newsroom/gazetteer.ts'
import { type PlaceHit, searchPlaces } from '../newsroom/record/search-places.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, type Printing, tell, tellJson } from './terminal.ts'

/** Names of one place that are shown; GeoNames knows some in fifty languages. */
const MOST_NAMES = 5

/** Finds places by a name in any spelling: the newsroom's own first, then those of GeoNames. */
export async function findPlaces(app: Application, text: string, printing: Printing): Promise<void> {
  const gazetteer = await openGazetteer()
  try {
    await app.withNewsroom(commandLineActor(), async (newsroom) => {
      const found = await searchPlaces(newsroom, { text }, gazetteer)
      for (const hit of found.hits) tell(printing, inLine(hit))
      if (found.hits.length === 0) tell(printing, 'Nothing by this name.')
      if (found.credit !== null) tell(printing, faint(found.credit))
      if (gazetteer === null)
        tell(printing, faint('GeoNames was not prepared here: only the newsroom’s own are searched.'))
      tellJson(printing, found)
    })
  } finally {
    await gazetteer?.close()
  }
}

function inLine(hit: PlaceHit): string {
  if (hit.source === 'own') {
    const { names, kind, country, slug } = hit.place
    const spelled = names.map(({ text }) => text)
    return [hit.id, kind, slug, namesInWords(spelled), country ?? ''].join('  ').trim()
  }
  const { geonamesId, names, country, point, population } = hit
  const people = population > 0 ? `${population} people` : ''
  return [`geonames ${geonamesId}`, namesInWords(names), country ?? '', `${point.lat}, ${point.lon}`, people]
    .filter((part) => part !== '')
    .join('  ')
}

const namesInWords = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMES).join(' / ') + (names.length > MOST_NAMES ? ' …' : '')
