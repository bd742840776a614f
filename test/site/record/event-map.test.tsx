import { describe, expect, it } from 'vitest'
import type { EntryOf } from '../../../src/record/entry.ts'
import type { Where } from '../../../src/record/where.ts'
import { distanceKm } from '../../../src/site/figures/map-frame.ts'
import { markup } from '../../../src/site/markup.ts'
import { EventMap } from '../../../src/site/record/event-map.tsx'
import { eventSketch } from '../../../src/site/record/event-sketch.ts'
import { whereWords } from '../../../src/site/record/where-words.ts'
import { anEvent, aPlace, idOf } from '../../record/builders.ts'
import { aContext } from '../paper.ts'
import { byClass, byTag, parse, wordsOf } from '../parse.ts'
import { tinzaouaten } from './tinzaouaten.ts'

const TOWN = { lat: 19.95, lon: 2.97 }

const where = (more: Partial<Where>): Where => ({
  placeId: idOf('place', 'Tinzaouaten'),
  relation: 'at',
  precision: 2,
  basis: null,
  ...more,
})

const placed = (more: Partial<Where>): EntryOf<'event'> =>
  anEvent('elsewhere', { content: { type: 'ambush', where: where(more) } })

const told = (event: EntryOf<'event'>, language = 'en') => ({ set: tinzaouaten(PLAIN, event), language })
const PLAIN = aPlace('the plain', { content: { kind: 'adm1', country: 'ML' } })
const sketch = (more: Partial<Where>) => eventSketch(told(placed(more)), [placed(more)])
const words = (more: Partial<Where>, language = 'en') => whereWords(told(placed(more), language), where(more))

const drawn = (more: Partial<Where>, language = 'en') => {
  const event = placed(more)
  const { set } = told(event)
  return parse(markup(<EventMap context={aContext({ language })} set={set} eventIds={[event.id]} />))
}

describe('where an event happened', () => {
  it('is a dot where the town is known', () => {
    expect(sketch({})?.marks).toEqual([{ label: 'Tinzaouaten', ...TOWN, radiusKm: null }])
  })

  it('is a circle of 25 km around the town where it was near it', () => {
    expect(sketch({ relation: 'near', precision: 3 })?.marks[1]).toEqual({
      label: 'Ambush, within ~25 km',
      ...TOWN,
      radiusKm: 25,
    })
  })

  it('is a circle in the direction and at the distance that were stated', () => {
    const [, circle] = sketch({ relation: 'near', direction: 'S', distanceKm: 40, precision: 3 })?.marks ?? []
    expect(circle && distanceKm(TOWN, circle)).toBeCloseTo(40, 0)
    expect(circle?.lat).toBeLessThan(TOWN.lat)
    expect(circle?.lon).toBeCloseTo(TOWN.lon)
    expect(circle?.radiusKm).toBe(10)
  })

  it('is a stretch between two places', () => {
    const between = sketch({ relation: 'between', place2Id: idOf('place', 'Kidal'), precision: 4 })
    expect(between?.lines).toEqual([{ label: 'Ambush', from: TOWN, to: { lat: 18.44, lon: 1.41 } }])
    expect(between?.marks.map(({ label }) => label)).toEqual(['Tinzaouaten', 'Kidal'])
  })

  it('is an area without an edge for a region, and never its centre as a point', () => {
    const region = sketch({ placeId: idOf('place', 'Kidal region'), relation: 'within', precision: 6 })
    expect(region?.marks).toEqual([])
    expect(region?.discs).toHaveLength(1)
    expect(byClass(drawn({ placeId: idOf('place', 'Kidal region'), precision: 6 }), 'soft')).toHaveLength(1)
  })

  it('is the whole country where no more is known, also of a region of which we know no town', () => {
    expect(sketch({ precision: 7 })?.shaded).toEqual([{ label: 'Ambush', country: 'ML' }])
    const plain = { placeId: idOf('place', 'the plain'), precision: 6 } as const
    expect(sketch(plain)?.shaded).toEqual([{ label: 'Ambush', country: 'ML' }])
    expect(byClass(drawn(plain), 'whole')).toHaveLength(1)
  })

  it('has no point where the point could lead somebody to a person', () => {
    expect(sketch({ isSensitive: true })?.marks).toEqual([])
  })

  it('stands in words under the map, and alone where nothing can be drawn', () => {
    const root = drawn({ precision: 8, relation: 'off' })
    expect(byTag(root, 'svg')).toEqual([])
    expect(wordsOf(byTag(root, 'figcaption')[0])).toBe(
      'Off Tinzaouaten, Kidal region, Mali (at sea or in the air: no point is known).',
    )
  })

  it('is said to those who do not see the map', () => {
    const label = byClass(drawn({ relation: 'near', direction: 'S', precision: 3 }), 'map')[0]?.attribs['aria-label']
    expect(label).toContain('somewhere within about 25 km of the centre of a dashed circle')
    expect(label).toContain('elsewhere: south of Tinzaouaten, Kidal region, Mali (known to about 25 km).')
  })

  it.each([
    [{ relation: 'near' }, 'near Tinzaouaten, Kidal region, Mali', 'près de Tinzaouaten, Kidal region, Mali'],
    [
      { relation: 'near', direction: 'NE', distanceKm: 12 },
      '12 km north-east of Tinzaouaten, Kidal region, Mali',
      '12 km au nord-est de Tinzaouaten, Kidal region, Mali',
    ],
    [
      { relation: 'between', place2Id: idOf('place', 'Kidal') },
      'between Tinzaouaten and Kidal, Kidal region, Mali',
      'entre Tinzaouaten et Kidal, Kidal region, Mali',
    ],
  ] as const)('reads %o', (more, english, french) => {
    expect(words(more)).toBe(english)
    expect(words(more, 'fr').replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(french)
  })
})
