import { findingWords } from '../../desk/findings/finding-words.ts'
import type { DeskFinding } from '../../desk/reading.ts'
import type { StudioLanguage } from '../messages/messages.tsx'

/** What is said of a finding, in the studio's language: a title, why it was underlined, and what to do about it. */
export function findingText({ kind, facts }: DeskFinding, language: StudioLanguage) {
  const { title, why, fix } = findingWords(language).kinds[kind]
  return { title, why: why(facts), advice: fix(facts) }
}
