import type { DeskContext } from '../../src/desk/desk-text.ts'
import { readText } from '../../src/desk/read-text.ts'
import { paragraphsOf } from '../../src/desk/text/paragraphs.ts'
import { quantile, table } from '../measures.ts'
import { patternVictims } from './plain-pattern.ts'

const ROUNDS = 15

const CONTEXT: DeskContext = {
  language: 'en',
  publishedAt: null,
  zone: 'UTC',
  known: [],
  figures: [],
  style: [],
  without: [],
}

const read = (text: string) => {
  const paragraphs = paragraphsOf(text).map(({ start, end }) => {
    return { text: text.slice(start, end), kind: 'text', speaker: null, cited: [] } as const
  })
  return readText({ paragraphs, pictures: [] }, CONTEXT)
}

function medianMs(work: () => unknown, rounds = ROUNDS): number {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return quantile(times, 0.5)
}

const SENTENCES = [
  'At least 20 people were killed and dozens wounded on Saturday in the north of the country, the army said.',
  'The regional governor told reporters that 14 soldiers and 3 civilians had died in the fighting near the border.',
  'A spokesman for the group denied that its members had attacked the village.',
  'The road between the two towns has been closed since March, and prices in the market have doubled.',
  'According to the United Nations, more than 1,200 families fled to neighbouring districts last week.',
]

/** A story of so many words, as an agency might write one. */
function aStory(words: number): string {
  const sentences: string[] = []
  for (let count = 0, at = 0; count < words; at += 1) {
    const sentence = SENTENCES[at % SENTENCES.length] ?? ''
    sentences.push(sentence.replace('20', String(20 + at)), at % 4 === 3 ? '\n\n' : ' ')
    count += sentence.split(' ').length
  }
  return sentences.join('')
}

/** Texts that nobody writes, each in two sizes: twice the size should take about twice the time. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'no full stop': (size) => 'the army said that 12 people were killed and '.repeat(size / 45),
  'nothing but numbers': (size) => '12 345 '.repeat(size / 7),
  'mixed scripts': (size) => '12 убиты قتلى 死者 killed '.repeat(size / 25),
  'zero-width signs': (size) => 'k\u200Bi\u200Dl\u2060led 12\uFEFF '.repeat(size / 16),
  'open quotation marks': (size) => '“he said «12 were killed '.repeat(size / 26),
  'one word': (size) => 'a'.repeat(size),
  'full stops': (size) => '. '.repeat(size / 2),
  'line ends': (size) => 'killed\n'.repeat(size / 7),
}

/** How fast the desk reads. Times are of this run on this machine: only ratios compare. */
export function speedTable(hostileSize = 500_000): string {
  const rows = [1_000, 4_000].map((words) => {
    const text = aStory(words)
    const desk = medianMs(() => read(text))
    const plain = medianMs(() => patternVictims(text))
    return [`${words} words`, desk.toFixed(1), (words / desk).toFixed(0), `${(desk / plain).toFixed(0)} ×`]
  })
  const hostile = Object.entries(HOSTILE).map(([name, make]) => {
    const [half, whole] = [make(hostileSize / 2), make(hostileSize)].map((text) => medianMs(() => read(text), 3))
    return [name, (half ?? 0).toFixed(0), (whole ?? 0).toFixed(0), `${((whole ?? 0) / (half ?? 1)).toFixed(1)} ×`]
  })
  return [
    table(['a story', 'median ms', 'words a ms', 'of a plain pattern'], rows),
    table([`${hostileSize / 1_000_000} MB of`, 'half ms', 'whole ms', 'twice the size'], hostile),
  ].join('\n\n')
}
