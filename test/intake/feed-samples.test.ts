import { describe, expect, it } from 'vitest'
import { readFeed } from '../../src/intake/feed/feed.ts'
import { judgeCase, type Judgement, tally } from './feed-expectations.ts'
import { judgeOutput } from './feed-outputs.ts'
import type { Value } from './python-expectation.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'

/**
 * How far we agree with other readers on their own cases, as far as a case concerns a story. A number may rise, never
 * fall. Where we differ on purpose:
 *
 * - of several dates of one kind the first counts (feedparser: the last), of several links of a feed the first (gofeed:
 *   the last), and all authors stand in the byline (gofeed: one);
 * - the language of a story is that of its text, not of its title;
 * - a frame or player becomes a link, where others leave it out;
 * - text that was ruined before it came here is not mended by guessing ("â€¦" for an ellipsis);
 * - what only the answer of a web server says (headers, its address) no file can tell;
 * - where a file names no encoding and is no UTF-8, its letters are read (rss-parser: shown as �);
 * - of a podcast the whole text is the story and the summary its standfirst (rss-parser: the summary).
 */
const AGREED = {
  feedparser: { agrees: 306, differs: 12 },
  gofeed: { agrees: 222, differs: 2 },
  'rss-parser': { agrees: 785, differs: 22 },
}

function expectAgreement(judged: readonly Judgement[], known: { agrees: number; differs: number }): void {
  const { agrees, differs } = tally(judged)
  expect(agrees).toBeGreaterThanOrEqual(known.agrees)
  expect(differs).toBeLessThanOrEqual(known.differs)
}

const outputs = (folder: string, pairs: readonly (readonly [string, string])[]): Judgement[] =>
  pairs.flatMap(([feed, output]) =>
    judgeOutput(sampleBytes(folder, feed), JSON.parse(sampleText(folder, output)) as Value),
  )

const samples = whereSamples('feeds')

describe.skipIf(samples.skip)(`the feeds of other readers' own tests${samples.note}`, () => {
  it('feedparser: title, link, dates, people, texts, addresses, languages and encodings', () => {
    const files = sampleFiles('feeds/feedparser', /\.xml$/)
    expect(files.length).toBeGreaterThan(500)
    const judged = files.flatMap((file) => judgeCase(sampleBytes('feeds/feedparser', file)))
    expectAgreement(judged, AGREED.feedparser)
  })

  it('gofeed: what it makes of each feed', () => {
    const all = sampleFiles('feeds/gofeed', /./)
    const pairs = all.flatMap((file) => {
      const output = [file.replace(/\.xml$/, '.json'), file.replace(/\.json$/, '_expected.json')].find(
        (name) => name !== file && all.includes(name),
      )
      return output === undefined ? [] : [[file, output] as const]
    })
    expect(pairs.length).toBeGreaterThan(120)
    expectAgreement(outputs('feeds/gofeed', pairs), AGREED.gofeed)
  })

  it('rss-parser: what it makes of real feeds', () => {
    const inputs = sampleFiles('feeds/rss-parser', /^input\//)
    expect(inputs.length).toBeGreaterThan(5)
    const pairs = inputs.map((file) => [file, file.replace('input', 'output').replace(/\.\w+$/, '.json')] as const)
    expectAgreement(outputs('feeds/rss-parser', pairs), AGREED['rss-parser'])
  })

  it('nothing of an attack reaches a story', () => {
    for (const file of sampleFiles('feeds/feedparser/wellformed/sanitize', /\.xml$/)) {
      const bodies = readFeed(sampleBytes('feeds/feedparser/wellformed/sanitize', file)).flatMap((item) =>
        item.kind === 'story' ? [item.body] : [],
      )
      expect(JSON.stringify(bodies)).not.toMatch(/"(?:javascript|data|vbscript):|onclick|style=/i)
    }
  })
})
