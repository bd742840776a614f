import type { FC } from 'hono/jsx'
import { displayName } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { LocatorMap } from '../figures/locator-map.tsx'
import { mapDrawing } from '../figures/map-drawing.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { placeSketch } from './event-sketch.ts'

/**
 * A place without a point of its own, in its country: an area without an edge around what the record knows in it, or the
 * country as a whole. Nothing for what lies in no country.
 */
export const PlaceArea: FC<{ context: PageContext; place: EntryOf<'place'>; set: RecordSet }> = ({
  context,
  place,
  set,
}) => {
  const { language } = context
  const sketch = placeSketch({ set, language }, place)
  if (!sketch) return <></>
  const { roughnessKm } = mapDrawing(sketch, language)
  const name = displayName(place.content.names, language)
  const isKnown = (sketch.discs ?? []).length > 0
  const words =
    place.content.kind === 'country'
      ? message(language, 'place.mapOfCountry', { name })
      : message(language, isKnown ? 'place.mapOfArea' : 'place.mapOfUnknown', { name })
  return (
    <figure>
      <LocatorMap picture={sketch} language={language} alt={words} />
      <figcaption>
        {words} {message(language, 'map.borders')}
        {roughnessKm !== null && ` ${message(language, 'map.rough', { km: roughnessKm })}`}
      </figcaption>
    </figure>
  )
}
