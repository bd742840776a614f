import { describe, expect, it } from 'vitest'
import type { TranslationOf } from '../../src/site/story/translation-banner.tsx'
import { note, page } from './given-story-page.ts'
import { aContext, aStory, instant, PAPER } from './paper.ts'
import { byClass, byTag, paths, wordsOf } from './parse.ts'

const original = {
  kind: 'live',
  path: '/2024/07/29/tinzaouaten',
  language: 'en',
  headline: 'The original',
  notes: [note('correction', '2024-08-02')],
  changedAt: null,
} as const
const translated = (more: Partial<TranslationOf> = {}, context = aContext({ language: 'fr' })) =>
  page({
    context,
    story: aStory({ language: 'fr', path: '/fr/2024/07/29/tinzaouaten', notes: [] }),
    translations: [
      { language: 'en', path: original.path, headline: original.headline },
      { language: 'ar', path: '/ar/2024/07/29/x', headline: 'خبر' },
    ],
    translation: {
      original,
      notes: [],
      asOf: { at: instant('2024-07-29T17:00:00.000Z'), precision: 'minute' },
      ...more,
    },
  })
const banners = (root: ReturnType<typeof page>) => byClass(root, 'fix').map((found) => wordsOf(found))

describe('a translation', () => {
  it('says what it was made from, as of when, and names other translations apart', () => {
    const also = byClass(translated(), 'also').map((line) => wordsOf(line).replaceAll('\u00a0', ' '))
    expect(also).toEqual([
      'Traduit d’après l’original en anglais, état du 29 juillet 2024 : The original',
      'Aussi en العربية: خبر',
    ])
  })

  it('shows what was corrected in the original since, in its own words, and the way to it', () => {
    const root = translated()
    expect(banners(root)).toEqual([
      'L’original a été corrigé depuis, le 2 août 2024Note of 2024-08-02.L’original (anglais)',
    ])
    const [banner] = byClass(root, 'fix')
    expect(banner && byTag(banner, 'p')[0]?.attribs).toMatchObject({ lang: 'en', dir: 'ltr' })
    expect(banner && paths(banner)).toEqual([original.path])
  })

  it('shows nothing that it knew, or has followed since', () => {
    expect(banners(translated({ asOf: { at: instant('2024-08-02T10:00:00.000Z'), precision: 'minute' } }))).toEqual([])
    expect(banners(translated({ notes: [note('correction', '2024-08-02')] }))).toEqual([])
    expect(banners(translated({ asOf: { at: instant('2024-08-02T12:00:00.000Z'), precision: 'day' } }))).toEqual([])
    // An update of its own says nothing of the original's fault.
    expect(banners(translated({ notes: [note('update', '2024-08-03')] }))).toHaveLength(1)
  })

  it('is set from right to left around an original that is not', () => {
    const newspaper = { ...PAPER, languages: ['en', 'ar'] }
    const root = translated({}, aContext({ language: 'ar', newspaper }))
    expect(byTag(root, 'html')[0]?.attribs).toMatchObject({ lang: 'ar', dir: 'rtl' })
    expect(byClass(root, 'also').flatMap((line) => byTag(line, 'a')[0]?.attribs['dir'])).toEqual(['ltr', 'rtl'])
  })
})
