/** Languages in which statements often come, besides those of the paper. */
const OFTEN = ['en', 'fr', 'ar', 'ru', 'uk', 'es', 'pt', 'ha', 'sw', 'fa', 'he', 'tr', 'und']

/** The paper's languages first, then others, each by its name in the studio's language. */
export function languageChoices(languages: readonly string[], language: string) {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return [...new Set([...languages, ...OFTEN])].map((value) => ({ value, label: names.of(value) ?? value }))
}
