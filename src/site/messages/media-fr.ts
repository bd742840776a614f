import type { mediaEn } from './media-en.ts'

/** Words around pictures, in French. */
export const mediaFr = {
  'photo.covered': 'Cette image est masquée : {reason}.',
  'photo.show': 'Voir l’image',
  'photo.hide': 'Masquer de nouveau',
} as const satisfies Readonly<Record<keyof typeof mediaEn, string>>
