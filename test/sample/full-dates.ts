const MONTHS = {
  en: 'January|February|March|April|May|June|July|August|September|October|November|December',
  fr: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  ar: 'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
} as const

const WEEKDAYS = {
  en: 'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday',
  fr: 'dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi',
  ar: 'الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت',
} as const

/** Words that mean another day for every reader who comes later. */
const RELATIVE = {
  en: /\b(yesterday|today|tomorrow|tonight|ago|recently|(last|next|this) (night|week|month|year|spring|summer|autumn|winter))\b/iu,
  fr: /(?<!\p{L})(hier|avant-hier|aujourd[’']hui|demain|récemment|il y a \S+ (jours?|semaines?|mois|ans?)|(semaine|année|mois) (dernière?|prochaine?))(?!\p{L})/iu,
  ar: /(?<!\p{L})(أمس|اليوم(?! نفسه)|غداً|الليلة|مؤخراً|قبل \S+ (أيام|أسابيع|أشهر|سنوات)|(الأسبوع|الشهر|العام|السنة|الصيف|الشتاء) (الماضية?|المقبلة?|الجارية?))(?!\p{L})/u,
} as const

type DatedLanguage = keyof typeof MONTHS

export interface DateFault {
  readonly words: string
  readonly fault: 'relative' | 'weekday without its date' | 'date without its year' | 'wrong weekday'
}

const dateIn = (language: DatedLanguage, year = ' (?<year>\\d{4})') =>
  `(?<day>\\d{1,2})(?:er)? (?<month>${MONTHS[language]})${year}`

/** Every full date in a text, as ISO 8601. */
export const fullDates = (text: string, language: DatedLanguage): readonly string[] =>
  [...text.matchAll(new RegExp(dateIn(language), 'gu'))].map((match) => isoDate(match.groups ?? {}, language))

function isoDate({ day = '', month = '', year = '' }: Readonly<Record<string, string>>, language: DatedLanguage) {
  const number = MONTHS[language].split('|').indexOf(month) + 1
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** What in a text a reader of another year could not place, or what the calendar contradicts. */
export const dateFaults = (text: string, language: DatedLanguage): readonly DateFault[] => [
  ...faults(text, RELATIVE[language], 'relative'),
  ...faults(text, bareWeekday(language), 'weekday without its date'),
  ...faults(text, new RegExp(`${dateIn(language, '')}(?!\\p{L})(?! \\d{4})`, 'u'), 'date without its year'),
  ...wrongWeekdays(text, language),
]

const bareWeekday = (language: DatedLanguage): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${WEEKDAYS[language]})(?!\\p{L})(?! ${dateIn(language)})`, 'iu')

const faults = (text: string, pattern: RegExp, fault: DateFault['fault']): DateFault[] => {
  const words = pattern.exec(text)?.[0]
  return words === undefined ? [] : [{ words, fault }]
}

const wrongWeekdays = (text: string, language: DatedLanguage): DateFault[] =>
  [...text.matchAll(new RegExp(`(?<weekday>${WEEKDAYS[language]}) ${dateIn(language)}`, 'giu'))]
    .filter(({ groups = {} }) => {
      const stated = WEEKDAYS[language]
        .toLowerCase()
        .split('|')
        .indexOf((groups['weekday'] ?? '').toLowerCase())
      return new Date(`${isoDate(groups, language)}T00:00:00Z`).getUTCDay() !== stated
    })
    .map(([words]) => ({ words, fault: 'wrong weekday' }))
