import { describe, expect, it } from 'vitest'
import { sectionKindOf } from '../../src/intake/section-kind.ts'

describe('the name of a section', () => {
  it.each([
    'Mali',
    'Africa',
    'Afrique',
    'DR.Congo',
    'DRC',
    'RDC',
    'Côte d’Ivoire',
    'Great Lakes Region',
    'Moyen-Orient',
    'Eastern DRC',
    'Nord-Kivu',
  ])('%s is a place', (label) => {
    expect(sectionKindOf(label)).toBe('place')
  })

  it.each(['War in DRC', 'Guerre en RDC', 'Guerre au Soudan', 'Sudan War', 'Conflict in the Sahel'])(
    '%s is a series',
    (label) => {
      expect(sectionKindOf(label)).toBe('series')
    },
  )

  it.each([
    'War & Conflicts',
    'Guerre et conflits',
    'Analysis & Opinion',
    'Foreign Relations',
    'United Nations',
    'Politique',
  ])('%s is a subject', (label) => {
    expect(sectionKindOf(label)).toBe('subject')
  })
})
