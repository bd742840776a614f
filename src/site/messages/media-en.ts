/** Words around pictures, in English. */
export const mediaEn = {
  'photo.covered': 'This picture is covered: {reason}.',
  'photo.show': 'Show the picture',
  'photo.hide': 'Cover it again',
} as const
