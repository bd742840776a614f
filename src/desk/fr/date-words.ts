import type { DateWords, Wording } from '../dates/date-words.ts'
import { FR_DATE_FORMS } from './date-forms.ts'

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const MONTH_KEYS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')
const SHORT_MONTHS: readonly (readonly [string, number])[] = [
  ['janv', 1],
  ['jan', 1],
  ['fevr', 2],
  ['fev', 2],
  ['avr', 4],
  ['juil', 7],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
]
const WEEKDAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ')

/** Behind these «le» joins: «de le» and «à le» are no French. */
const JOINED = new Set(['de', 'du', 'a', 'au', 'des', "d'"])
const withPart = (day: string, part: string | null): string =>
  part === null
    ? day
    : part === 'apres-midi'
      ? `${day} après-midi`
      : part === 'midi'
        ? `${day} à midi`
        : `${day} au ${part}`

/** «Samedi 27 juillet au soir», with the «le» that stood before it. */
const weekday = ({ day, part, lead }: Wording): string => withPart(lead === 'le' ? `le ${day}` : day, part)

/** «Le 27 juillet au soir», «du 27 juillet» for «d'hier». */
function near({ day, part, lead, before }: Wording): string | null {
  if (lead === "d'") return withPart(`du ${day}`, part)
  return JOINED.has(before) ? null : withPart(`le ${day}`, part)
}

/** «Dans la nuit du 27 au 28 juillet»; «de la nuit» for «de cette nuit». */
function nightOf(first: string, second: string, { lead, before }: Wording): string {
  const night = `la nuit du ${first} au ${second}`
  if (lead === 'de') return `de ${night}`
  return before === 'de' || lead.startsWith('la nuit') ? night : `dans ${night}`
}

/** How French says when something happened. */
export const FR_DATE_WORDS: DateWords = {
  anchor:
    /\b(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche|\b(?:janv?|fevr?|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|\bhier\b|aujourd'hui|\bdemain\b|matin|\bsoir|apres-midi|\bnuit|journee|\bjour|\bmois\b|semaine|week-?end|\bannees?\b|\bans?\b|heures|veille|lendemain|\b\d{4}\b/g,
  forms: FR_DATE_FORMS,
  months: new Map([...MONTH_KEYS.map((name, index) => [name, index + 1] as const), ...SHORT_MONTHS]),
  weekdays: new Map(WEEKDAYS.map((name, index) => [name, index] as const)),
  numbers: new Map([
    ['une', 1] as const,
    ...'zero un deux trois quatre cinq six'.split(' ').map((word, index) => [word, index] as const),
  ]),
  onlyCapital: new Set(),
  nameBefore:
    /(?:^| )nee? $|(?:^| )(?:mouvement|brigades?|bataillon|rue|avenue|boulevard|place|pont|stade|hopital|lycee|quartier|camp|martyrs) (?:d[ue] )?$/,
  nameAfter: new Set([]),
  since: /(?:^| )depuis (?:(?:le|la|l'|son|leur) (?:[a-z'-]{1,16} ){1,6})?$/,
  until: /(?:^| )(?:jusqu' (?:a|au|en)|avant|apres|d' ici|a la date d[eu]|a partir d[eu]) $/,
  superlative: /(?:^| )(?:pire|plus(?! d[e'])|premiere?|seule?|lourd) /,
  notBefore: new Set(['chaque', 'tous']),
  notAfter: new Set(['saint', 'noir', 'gras', 'sanglant']),
  ahead:
    /^(?:sera|seront|aura|auront|ira|iront|doit|doivent|prévue?s?|prochaine?s?|devra|devront|pourra|pourront|[a-z]+(?:er|endr|ettr|uir)(?:a|ont))$/,
  past: /^(?:a|ont|avait|avaient|étaient|était|est|sont|eu|fait|annoncé|déclaré)$/,
  boundTo: new Set("de du des d' le la les l' un une ce cette cet ces son sa ses leur que qu'".split(' ')),
  afterToday: new Set(
    "a au aux dans en par lors sur sous pres vers avec contre le la les l' un une des de du d' que il elle ils elles on et".split(
      ' ',
    ),
  ),
  instead: {
    weekday,
    near,
    night: nightOf,
    weekend: (first, second, { lead }) => `${lead === '' ? '' : `${lead} `}le week-end des ${first} et ${second}`,
    week: (monday) => `dans la semaine du ${monday}`,
    month: (month) => `en ${month}`,
    year: (year) => `en ${year}`,
    range: (first, second, { lead }) =>
      lead === 'and'
        ? `les ${first} et ${second}`
        : lead === 'entre'
          ? `entre le ${first} et le ${second}`
          : `du ${first} au ${second}`,
  },
  monthName: (month) => MONTHS[month - 1] ?? '',
  weekdayName: (date) => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '',
  dayNumber: (day) => (day === 1 ? '1er' : String(day)),
}
