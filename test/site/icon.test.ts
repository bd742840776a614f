import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { paperIcon } from '../../src/site/house/icon.ts'
import { storyPage } from '../../src/site/story/story-page.tsx'
import { PAPER, aContext, aStory } from './paper.ts'
import { byTag, parse } from './parse.ts'

/** The letter on a paper's icon; fails when the drawing is not well-formed. */
function letterOn(name: string, defaultLanguage = 'en'): string {
  let letter = ''
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => {
    letter += text
  })
  parser.write(paperIcon({ ...PAPER, name, defaultLanguage }).body).close()
  return letter
}

describe('the paper’s icon', () => {
  it.each([
    ['The Sahel Record', 'en', 'T'],
    ['  « le Témoin »', 'fr', 'L'],
    ['Écho du Niger', 'fr', 'É'],
    ['istanbul', 'tr', 'İ'],
    ['السجل', 'ar', 'ا'],
    ['24 heures', 'fr', '2'],
    ['<script>&"', 'en', 'S'],
    ['— ★ —', 'en', ''],
    ['\u0000\ud800', 'en', ''],
  ])('bears the first letter of %j', (name, language, letter) => expect(letterOn(name, language)).toBe(letter))

  it('weighs less than a kilobyte and needs no stylesheet', () => {
    const { body, style, contentType } = paperIcon(PAPER)
    expect(body.length).toBeLessThan(1000)
    expect([style, contentType]).toEqual([null, 'image/svg+xml; charset=utf-8'])
    expect(body).not.toMatch(/style|script|href=/)
  })

  it('is named in the head, so that no browser asks elsewhere', () => {
    const props = { context: aContext(), story: aStory(), sections: [], authors: [], translations: [], related: [] }
    const icons = byTag(parse(storyPage(props).body), 'link').filter(({ attribs }) => attribs['rel'] === 'icon')
    expect(icons.map(({ attribs }) => attribs['href'])).toEqual(['/icon.svg'])
  })
})
