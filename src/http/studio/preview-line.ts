import { escapeHtml } from '../../story/safe-html.ts'
import type { Language } from '../../story/story.ts'

const inEnglish = (label: string): string => `Not published. For ${label} only.`

const WORDS: Readonly<Record<string, (label: string) => string>> = {
  fr: (label) => `Non publié. Réservé à : ${label}.`,
  ar: (label) => `غير منشور. مخصص لـ: ${label}.`,
}

/** The line above a text that somebody outside sees before it is public: whose eyes it is for. Finished markup. */
export function previewLine(language: Language, label: string): string {
  const words = WORDS[language.toLowerCase().split('-')[0] ?? ''] ?? inEnglish
  return `<p class="fix" role="note">${escapeHtml(words(label))}</p>`
}
