import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_MAPPING, mapNames, type NameMapping, parseNameMapping } from '../../src/intake/name-mapping.ts'
import { NamesSeen } from '../../src/intake/names-seen.ts'
import { anIncoming } from '../builders.ts'

function mapping(value: object): NameMapping {
  const parsed = parseNameMapping({ format: 1, ...value })
  if (parsed.kind === 'faults') throw new Error(parsed.faults.join('\n'))
  return parsed.mapping
}

const STORY = anIncoming({
  sectionPath: [
    { label: 'Afrique', kind: 'place' },
    { label: 'À la une', kind: 'subject' },
  ],
  keywords: ['Mali', 'breaking', 'Opinion'],
  bylines: ['admin', 'Ayize Claire'],
  language: 'en-GB',
})

describe('a mapping of names', () => {
  it('gives sections, tags, authors and languages their new names, whatever their case and accents', () => {
    const mapped = mapNames(
      STORY,
      mapping({
        sections: { AFRIQUE: 'Africa', 'a la  Une': null },
        tags: { breaking: null, opinion: { section: 'Comment' }, mali: 'Mali (country)' },
        authors: { Admin: 'Newsroom' },
        languages: { 'en-gb': 'en' },
      }),
    )
    expect(mapped).toMatchObject({
      sectionPath: [
        { label: 'Africa', kind: 'place' },
        { label: 'Comment', kind: 'subject' },
      ],
      keywords: ['Mali (country)'],
      bylines: ['Newsroom', 'Ayize Claire'],
      language: 'en',
    })
  })

  it('leaves no byline where the author is mapped to nothing, and one where two become one', () => {
    expect(mapNames(STORY, mapping({ authors: { admin: null, 'Ayize Claire': null } })).bylines).toEqual([])
    expect(mapNames(STORY, mapping({ authors: { admin: 'Ayize Claire' } })).bylines).toEqual(['Ayize Claire'])
  })

  it('that says nothing changes nothing', () => {
    expect(mapNames(STORY, EMPTY_MAPPING)).toBe(STORY)
    expect(mapNames(STORY, mapping({}))).toBe(STORY)
  })

  it('changes nothing of a story when it is the one that was proposed', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), fc.array(fc.string()), (labels, tags, names) => {
        const story = anIncoming({
          sectionPath: labels.map((label) => ({ label, kind: 'subject' as const })),
          keywords: tags,
          bylines: names,
          language: 'fr',
        })
        const seen = new NamesSeen()
        seen.see(story)
        const mapped = mapNames(story, mapping(JSON.parse(JSON.stringify(seen.asMapping()))))
        const twice = mapNames(mapped, mapping(JSON.parse(JSON.stringify(seen.asMapping()))))
        expect(twice).toEqual(mapped)
        expect(mapped.keywords.every((tag) => tags.includes(tag))).toBe(true)
      }),
    )
  })

  it.each([
    [[], 'A mapping is a JSON object, in braces.'],
    ['sections', 'A mapping is a JSON object, in braces.'],
    [{}, 'format: must be 1.'],
    [{ format: 1, section: {} }, 'section: is unknown. Known are sections, tags, authors, languages.'],
    [{ format: 1, sections: [] }, 'sections: must be names with what they become, in braces.'],
    [{ format: 1, sections: { Mali: 7 } }, 'sections.Mali: must be a name, or null to leave it out.'],
    [{ format: 1, authors: { admin: '  ' } }, 'authors.admin: must be a name, or null for no byline.'],
    [
      { format: 1, tags: { a: { sections: 'x' } } },
      'tags.a: must be a name, { "section": "name" }, or null to leave it out.',
    ],
    [
      { format: 1, sections: { Mali: 'Mali', MALI: 'Sahel' } },
      'sections.MALI: stands there twice, but for accents and case, and becomes two things.',
    ],
  ])('that is faulty says where: %j', (value, fault) => {
    expect(parseNameMapping(value)).toEqual({ kind: 'faults', faults: [fault] })
  })
})

describe('the names of an import', () => {
  it('are listed with those of most stories first, each as it was first written', () => {
    const seen = new NamesSeen()
    for (const tag of ['Army', 'Kidal', 'ARMY', 'army']) seen.see(anIncoming({ keywords: [tag, tag] }))
    expect(seen.counted('tags')).toEqual([
      { name: 'Army', stories: 3 },
      { name: 'Kidal', stories: 1 },
    ])
    expect(seen.asMapping()).toMatchObject({ format: 1, tags: { Army: 'Army' }, counts: { tags: { Army: 3 } } })
  })

  it('stop at ten thousand of a kind, and say so', () => {
    const seen = new NamesSeen()
    const keywords = Array.from({ length: 10_001 }, (_, at) => `tag ${at}`)
    seen.see(anIncoming({ keywords }))
    expect(seen.counted('tags')).toHaveLength(10_000)
    expect(seen.notes()).toEqual([
      'Only the first 10000 tags are listed; a name that is not here can be mapped all the same.',
    ])
  })
})
