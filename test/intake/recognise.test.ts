import { describe, expect, it } from 'vitest'
import { recogniseFile } from '../../src/intake/recognise.ts'

const kindOf = (text: string): string => recogniseFile(new TextEncoder().encode(text)).kind

describe('a file of unknown kind', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<?xml version="1.0"?><!-- made by --><rss xmlns:wp="http://wordpress.org/export/1.2/">', 'wxr'],
    ['<?xml version="1.0"?><rss version="2.0">', 'feed'],
    ['\uFEFF<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['{"version":"https://jsonfeed.org/version/1"}', 'feed'],
    ['{"db": []}', 'json'],
    ['<!DOCTYPE html><html>', 'saved-page'],
    ['<p>Pasted</p>', 'saved-page'],
    ['<?xml version="1.0"?><note/>', 'xml'],
    ['top of page\n\nAfrica', 'page-text'],
    ['%PDF-1.7', 'binary'],
    ['words\u0000\u0001\u0002', 'binary'],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it('is named in words when it is a picture or an archive', () => {
    expect(recogniseFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))).toEqual({
      kind: 'picture',
      name: 'a PNG picture',
    })
    expect(recogniseFile(Uint8Array.from([0x1f, 0x8b, 8]))).toEqual({ kind: 'binary', name: 'a gzip archive' })
  })

  it('in an old or wide encoding is still a text', () => {
    expect(recogniseFile(Uint8Array.from([0xc9, 0x74, 0xe9, 0x20, 0xe0])).kind).toBe('page-text')
    expect(
      recogniseFile(new Uint8Array(Uint16Array.from('\uFEFF<rss>', (letter) => letter.charCodeAt(0)).buffer)).kind,
    ).toBe('feed')
  })
})
