import { describe, expect, it } from 'vitest'
import type { PictureId } from '../../src/ids.ts'
import { figureHtml, leadFigureHtml } from '../../src/site/figures/figure-html.tsx'
import { markup } from '../../src/site/markup.ts'
import { leadFigureStyle, photosOf, photoStyle } from '../../src/site/figures/page-photos.ts'
import { PersonaPortrait, portraitStyle } from '../../src/site/figures/persona-portrait.tsx'
import type { PagePhotos } from '../../src/site/figures/photo.tsx'
import { cropPosition, pictureRules } from '../../src/site/styles/photo.ts'
import type { Figure } from '../../src/story/document.ts'
import { parseFocus } from '../../src/story/picture-focus.ts'
import { refusalToPublish } from '../../src/story/publishing.ts'
import { aBody, aContent, aParagraph, aStory, at } from '../builders.ts'
import { aPhotoFigure, aPublicPicture } from '../media/builders.ts'
import { byTag, parse, wordsOf } from './parse.ts'

const picture = aPublicPicture()
const photos = (leadId: PictureId | null = null): PagePhotos => ({ pictures: new Map([[picture.id, picture]]), leadId })
const widths = (set: string | undefined) => set?.split(',').map((one) => one.split(' ')[1])
const find = (root: Parameters<typeof byTag>[0], name: string) => byTag(root, name)[0]
const drawn = (figure: Figure, shown = photos()) => parse(figureHtml(figure, 'en', undefined, shown))

describe('a photograph in a story', () => {
  it('reserves its space, and lets the browser choose a file', () => {
    const root = drawn(aPhotoFigure(picture))
    const img = find(root, 'img')
    expect(img?.attribs).toMatchObject({ width: '3000', height: '2000', alt: 'A dry valley.', loading: 'lazy' })
    expect(img?.attribs['src']).toMatch(/^\/media\/[0-9a-f]{24}\.jpg$/)
    expect(widths(img?.attribs['srcset'])).toEqual(['320w', '640w', '1280w'])
    const source = find(root, 'source')
    expect([source?.attribs['type'], widths(source?.attribs['srcset'])]).toEqual([
      'image/avif',
      ['320w', '640w', '1280w'],
    ])
    expect(source?.attribs['sizes']).toBe(img?.attribs['sizes'])
  })

  it('is fetched first when it leads, and only then', () => {
    const lead = find(drawn(aPhotoFigure(picture), photos(picture.id)), 'img')
    expect([lead?.attribs['fetchpriority'], lead?.attribs['loading']]).toEqual(['high', undefined])
    const body = aBody(aPhotoFigure(picture), aParagraph('Words.'))
    expect(photosOf(body, photos().pictures).leadId).toBe(picture.id)
    expect(photosOf(aBody(aParagraph('Words.'), aPhotoFigure(picture)), photos().pictures).leadId).toBeNull()
    expect(photosOf(aBody(aPhotoFigure(picture, { cover: 'shows the dead' })), photos().pictures).leadId).toBeNull()
  })

  it('has its caption, its credit and its licence under it', () => {
    const root = drawn(aPhotoFigure(picture, { caption: 'The valley.', credit: 'A. Name', licence: 'CC BY 4.0' }))
    expect(wordsOf(find(root, 'figcaption'))).toBe('The valley. Credit: A. Name. Licence: CC BY 4.0.')
    expect(find(drawn(aPhotoFigure(picture)), 'figcaption')).toBeUndefined()
  })

  it('says nothing to those who cannot see it when it only decorates', () => {
    const root = drawn(aPhotoFigure(picture, { decorative: true, alt: '' }))
    expect(find(root, 'img')?.attribs['alt']).toBe('')
  })

  it('is left out when readers may not have it', () => {
    expect(figureHtml(aPhotoFigure({ id: 'pic_gone' as PictureId }), 'en', undefined, photos())).toBe('')
    expect(figureHtml(aPhotoFigure(picture), 'en')).toBe('')
  })

  it('carries no style and no script of its own', () => {
    const html = figureHtml(aPhotoFigure(picture, { cover: 'shows the dead' }), 'en', undefined, photos())
    expect(html).not.toMatch(/ style=| on\w+=|<script/)
  })
})

describe('a graphic photograph', () => {
  const covered = aPhotoFigure(picture, { cover: 'shows the dead', caption: 'After the strike.' })

  it('is closed, says why, and opens without a script', () => {
    const root = drawn(covered)
    const details = find(root, 'details')
    expect(details?.attribs['open']).toBeUndefined()
    const summary = details && find(details, 'summary')
    expect(wordsOf(summary)).toContain('This picture is covered: shows the dead.')
    expect(wordsOf(summary)).toContain('Show the picture')
    // A browser fetches a lazy picture only when it is opened.
    expect(details && find(details, 'img')?.attribs['loading']).toBe('lazy')
    expect(wordsOf(find(root, 'figcaption'))).toBe('After the strike.')
  })

  it('says so in French, with the spaces of French', () => {
    const html = figureHtml(covered, 'fr', undefined, photos())
    expect(html).toContain('Cette image est masquée\u00a0: shows the dead.')
  })

  it('is on no front', () => {
    const card = { leadFigure: covered, leadPicture: picture }
    expect([leadFigureHtml(card, 'en'), leadFigureStyle(card)]).toEqual(['', ''])
  })
})

describe('a photograph on a front', () => {
  it('is cropped around what matters in it', () => {
    const wide = aPublicPicture({ width: 4000, height: 1000, focus: { x: 0.9, y: 0.5 } })
    const card = { leadFigure: aPhotoFigure(wide), leadPicture: wide }
    const img = find(parse(leadFigureHtml(card, 'en')), 'img')
    expect(img?.attribs['class']).toBe('c8a7b5c at100')
    expect(img?.attribs['fetchpriority']).toBe('high')
    expect(leadFigureStyle(card)).toContain('.at100{object-position:100% 100%}')
  })

  it('keeps the focal point as near to the middle as the edges allow', () => {
    const at = (x: number, y: number) => cropPosition({ ...picture, width: 3000, height: 1000, focus: { x, y } }, 3 / 2)
    expect([at(0, 0.5), at(0.25, 0.5), at(0.5, 0.1), at(0.6, 0.5), at(1, 0.5)]).toEqual([0, 0, 50, 70, 100])
    const tall = (y: number) => cropPosition({ ...picture, width: 1000, height: 2000, focus: { x: 0.5, y } }, 3 / 2)
    expect([tall(0.1), tall(0.5), tall(0.9)]).toEqual([0, 50, 100])
    expect(cropPosition({ ...picture, width: 3000, height: 2000 }, 3 / 2)).toBe(50)
  })
})

describe('the rules for pictures', () => {
  it('are shared by pictures alike', () => {
    const shown = [picture, picture].map((one) => ({ picture: one, frame: 3 / 2 }))
    expect(pictureRules(shown)).toBe('.c8a7b5c{background:#8a7b5c}.at50{object-position:50% 50%}')
  })

  it('take nothing but a colour for a colour', () => {
    expect(pictureRules([{ picture: { ...picture, colour: 'red}body{display:none' }, frame: null }])).toBe(
      '.c808080{background:#808080}',
    )
  })

  it('are not on a page without photographs', () => {
    expect(photoStyle(aBody(aParagraph('Words.')), photos())).toBe('')
    expect(portraitStyle([])).toBe('')
  })
})

it('a portrait is a small square of its smallest file', () => {
  const img = find(parse(markup(<PersonaPortrait picture={picture} />)), 'img')
  expect(img?.attribs).toMatchObject({ width: '96', height: '96', alt: '', class: 'portrait c8a7b5c at50' })
  expect(img?.attribs['src']).toBe(`/media/${picture.renditions[0]?.name}`)
  expect(byTag(parse(markup(<PersonaPortrait picture={{ ...picture, renditions: [] }} />)), 'img')).toEqual([])
})

const refusal = (attrs: Partial<Figure['attrs']>) =>
  refusalToPublish(
    aStory({ content: aContent({ body: aBody(aParagraph('Words.'), aPhotoFigure(picture, attrs)) }) }),
    at('2024-08-01T09:00:00Z'),
  )

describe('what an editor may do', () => {
  it('not publish a photograph that a blind reader would miss', () => {
    expect(refusal({ alt: ' ' })).toMatchObject({ kind: 'figure-without-alt' })
    expect(refusal({ alt: '', decorative: true })).toBeNull()
    expect(refusal({ alt: 'A dry valley.' })).toBeNull()
  })

  it.each([
    ['0.5,0.3', { x: 0.5, y: 0.3 }],
    ['0,1', { x: 0, y: 1 }],
    ['.25, 0.12345', { x: 0.25, y: 0.123 }],
    ['1.2,0', undefined],
    ['0.5', undefined],
    ['-0.1,0', undefined],
    ['a,b', undefined],
    ['0.5,0.5,0.5', undefined],
  ])('give a focal point as %s', (text, focus) => {
    expect(parseFocus(text)).toEqual(focus)
  })
})
