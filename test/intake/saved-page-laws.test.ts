import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSavedPageFile } from '../../src/intake/saved-page/saved-page.ts'
import { aFile, readAll } from './given-file.ts'

/** What pages are made of, whole and broken. */
const PIECES =
  `<p>¦</p>¦<div>¦</div>¦<article>¦<h1>¦</h1>¦<img src=a.jpg>¦<picture>¦<noscript>¦</noscript>¦<svg>¦<title>¦<textarea>
¦<plaintext>¦<template>¦<frameset>¦<!-- x¦-->¦\u0000¦<table><tr><td>¦<script type="application/ld+json">¦</script>
¦{"@type":"NewsArticle","headline":"x"¦,"author":[{"name":1},null]¦}¦<meta property="og:title" content="x y">¦<time datetime="x">
¦<html lang=zz>¦<base href="::">¦<link rel=canonical href="http://[">¦some words, here and there, and more words follow.
¦<a href="javascript:x">¦<wow-image data-image-info="{">¦<iframe src=x>¦<span itemprop=author itemscope>`.split('¦')

describe('a page of whatever pieces', () => {
  it('says something, never breaks, and lets no address through that is no link', async () => {
    const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string())
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const found = await readAll(readSavedPageFile, aFile(pieces.join(''), 'page.html'))
        expect(found.length).toBeGreaterThan(0)
        expect(JSON.stringify(found)).not.toContain('javascript:')
      }),
      { numRuns: 60 },
    )
  })
})
