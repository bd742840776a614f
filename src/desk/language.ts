/** Languages that the desk reads. */
export const DESK_LANGUAGES = ['en', 'fr'] as const
export type DeskLanguage = (typeof DESK_LANGUAGES)[number]

/** The language pack for a text's language (BCP 47): `fr-CD` is read as French; undefined for what the desk cannot read. */
export const deskLanguage = (language: string): DeskLanguage | undefined => {
  const spoken = language.toLowerCase().split('-')[0]
  return DESK_LANGUAGES.find((one) => one === spoken)
}
