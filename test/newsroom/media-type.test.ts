import { describe, expect, it } from 'vitest'
import { mediaTypeOf } from '../../src/newsroom/media-type.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('what a captured file is', () => {
  it.each([
    ['%PDF-1.7', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n…', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x20ftypisom', 'video/mp4'],
    ['PK\x03\x04', 'application/zip'],
    ['\x1aE\xdf\xa3', 'video/webm'],
    ['  <!DOCTYPE html>', 'text/html'],
    ['<?xml version="1.0"?>', 'application/xml'],
    ['At least 20 died.', 'text/plain'],
    ['MZ\x90\0\x03', 'application/octet-stream'],
  ])('is read off its first bytes: %j is %s', (text, type) => expect(mediaTypeOf(bytes(text), null)).toBe(type))

  it('is not what somebody calls it', () => {
    expect(mediaTypeOf(bytes('<html><script>'), 'image/png')).toBe('text/html')
    expect(mediaTypeOf(bytes('%PDF-1.7'), 'text/html')).toBe('application/pdf')
    expect(mediaTypeOf(bytes('MZ\0'), 'text/html')).toBe('application/octet-stream')
  })

  it('is believed of the sender only between kinds of text', () => {
    expect(mediaTypeOf(bytes('a,b\n1,2'), 'text/csv; charset=utf-8')).toBe('text/csv')
    expect(mediaTypeOf(bytes('{}'), 'Application/JSON')).toBe('application/json')
  })
})
