import type { Figure } from '../../story/document.ts'
import type { Language } from '../../story/story.ts'
import { mapWords } from './map-words.ts'
import { message } from '../messages/message.ts'
import { semicolon } from '../messages/punctuation.ts'

/** What a figure shows, in words: the desk's own when there are any, else made from the picture. */
export function figureWords({ attrs: { picture, alt } }: Figure, language: Language): string {
  if (alt.trim()) return alt.trim()
  if (picture.kind === 'map') return mapWords(picture, [], language)
  if (picture.kind === 'missing' || picture.kind === 'photo') return ''
  const bars = picture.bars.map(({ label, words }) => `${label}: ${words}`).join(semicolon(language))
  return `${message(language, 'chart.title', { unit: picture.unit })}. ${bars}`
}
