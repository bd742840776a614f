import type { StoryDocument } from '../story/document.ts'
import { wordsIn } from './html/inline-writer.ts'

/** The words of the first paragraphs and headings, in one line: enough to tell the language by. */
export const firstText = ({ content }: StoryDocument): string =>
  content
    .flatMap((block) => (block.type === 'paragraph' || block.type === 'heading' ? [wordsIn(block.content)] : []))
    .slice(0, 3)
    .join(' ')

/** The first dozen words of a text; they stand in for a headline that is missing. Empty when there are none. */
export function firstWords(text: string): string {
  const words = text.split(' ')
  return words.length > 12 ? `${words.slice(0, 12).join(' ')}…` : words.join(' ')
}
