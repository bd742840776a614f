import type { BodyWords } from '../../story/body-html.ts'
import type { Language } from '../../story/story.ts'
import { message } from '../messages/message.ts'

/** The words of the interface that a story's body needs. */
export const bodyWords = (language: Language): BodyWords => ({
  notes: message(language, 'body.notes'),
  note: (number) => message(language, 'body.note', { number }),
  backToText: (number) => message(language, 'body.back', { number }),
  table: (number) => message(language, 'body.table', { number }),
})
