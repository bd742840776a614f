/** A word of the record: how it is called and what it means, in one plain sentence, in the languages of the interface. */
export interface CodebookEntry {
  readonly name: InLanguages
  readonly meaning: InLanguages
}

export interface InLanguages {
  readonly en: string
  readonly fr: string
}

/** In the order in which they are read: the name in English and French, then the meaning in both. */
export const defined = (en: string, fr: string, meaningEn: string, meaningFr: string): CodebookEntry => ({
  name: { en, fr },
  meaning: { en: meaningEn, fr: meaningFr },
})
