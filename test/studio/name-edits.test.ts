import { describe, expect, it } from 'vitest'
import { parseNameMapping } from '../../src/intake/name-mapping.ts'
import {
  asMapping,
  editsFrom,
  mappingFile,
  NO_EDITS,
  type Preview,
  withEdit,
} from '../../src/studio/moving/name-edits.ts'

const names: Preview['names'] = {
  sections: [
    { name: 'Mali News', stories: 12 },
    { name: 'Uncategorised', stories: 3 },
  ],
  tags: [{ name: 'war', stories: 4 }],
  authors: [{ name: 'admin', stories: 15 }],
  languages: [{ name: 'en', stories: 15 }],
}

describe('names beside the old ones', () => {
  it('are a mapping of what was touched alone, and an empty one leaves the name out', () => {
    const edits = withEdit(withEdit(NO_EDITS, 'sections', 'Mali News', 'Mali'), 'authors', 'admin', '  ')
    expect(asMapping(edits)).toMatchObject({ sections: { 'Mali News': 'Mali' }, authors: { admin: null }, tags: {} })
    expect(parseNameMapping(asMapping(edits)).kind).toBe('mapping')
  })

  it('are no edit when they are the old name again', () => {
    const edits = withEdit(NO_EDITS, 'tags', 'war', 'War')
    expect(withEdit(edits, 'tags', 'war', 'war')).toEqual(NO_EDITS)
  })

  it('come back from the file they were saved in, untouched names with them', () => {
    const edits = withEdit(withEdit(NO_EDITS, 'sections', 'Uncategorised', ''), 'tags', 'war', 'War')
    const file = JSON.stringify(mappingFile(edits, names))
    expect(JSON.parse(file)).toMatchObject({ sections: { 'Mali News': 'Mali News', Uncategorised: null } })
    expect(editsFrom(file, names)).toEqual(edits)
  })

  it('are not taken from what is no file of names', () => {
    expect(editsFrom('no JSON', names)).toBeUndefined()
    expect(editsFrom('{"sections": 3}', names)).toBeUndefined()
  })
})
