import { form } from '../dates/date-form.ts'
import type { DateForm } from '../dates/date-words.ts'

const MONTH =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|(?:janv?|fevr?|avr|juil|sept|oct|nov|dec)(?: \\.)?)'
const WEEKDAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)'
const DAY = '\\d{1,2}(?:er)?'
const YEAR = '(?:1[89]|20)\\d\\d'
const PART = 'matin|soir|midi|apres-midi'
const LAST = 'dernier|passe|ecoule'
const OF_MONTH = "(?:debut|mi|fin|a la fin (?:de |d' |du mois de )|au debut (?:de |d' |du mois de ))(?: |-|(?<= ))"
const THIS_YEAR = "(?:de )?(?<which>cette) annee|de l' annee (?<lastYear>derniere)|l' an(?:nee)? (?<last2>derniere?)"
const COUNT = '\\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente'
const NIGHT = '(?<night>(?:dans |durant |pendant |au cours de )?la nuit )?'

const DAYS: readonly DateForm[] = [
  form(
    'day',
    `(?:(?:le|ce) )?(?:(?<weekday>${WEEKDAY})(?: ,)? (?:le )?)?(?<day>${DAY}) (?<month>${MONTH})(?: (?:de l' annee )?(?<year>${YEAR})| (?<last>${LAST})| de cette annee)?`,
  ),
  form(
    'day',
    `(?:(?:le|ce) )?(?<weekday>${WEEKDAY}) \\( (?:le )?(?<day>${DAY}) (?<month>${MONTH})(?: (?<year>${YEAR}))? \\)`,
  ),
  form('day', `(?:(?:le|ce) )?(?<day>\\d{1,2}) (?<month>${MONTH}) (?<yy>\\d\\d)`),
  form('day', '(?:le )?(?<year>(?:1[89]|20)\\d\\d) - (?<month>\\d\\d) - (?<day>\\d\\d)'),
  form('day', '(?:le )?(?<day>\\d{1,2}) / (?<month>\\d{1,2}) / (?<year>(?:1[89]|20)\\d\\d)'),
  form(
    'days',
    `${NIGHT}(?:(?<between>du|entre|de|les) )?(?:le )?(?:${WEEKDAY} )?(?<day>${DAY})(?: (?<month>${MONTH})(?: (?<year>${YEAR}))?)? (?:-|–|—|au|a|(?<and>et)|(?<or>ou)) (?:le )?(?:${WEEKDAY} )?(?<day2>${DAY}) (?<month2>${MONTH})(?: (?<year2>${YEAR})| (?<last>${LAST}))?`,
  ),
]

const MONTHS: readonly DateForm[] = [
  form(
    'month',
    `(?:en |au mois de |au mois d' |courant )?(?:${OF_MONTH})?(?<month>${MONTH})(?: (?<year>${YEAR})| (?:${THIS_YEAR})| (?<last>${LAST}))`,
  ),
  form('month', `(?:en |au mois de |au mois d' |au cours du mois de |courant )(?:${OF_MONTH})?(?<month>${MONTH})`),
  form('month', `${OF_MONTH}(?<month>${MONTH})`),
  form('none', `depuis (?:le (?:mois|debut) (?:de |d' |du mois de ))?(?:debut |fin |mi-)?${MONTH}(?! ${YEAR})`),
  form(
    'months',
    `(?:(?<between>entre|de|d'|en|du mois de) )?(?:debut |fin |mi-)?(?<month>${MONTH})(?: (?<year>${YEAR}))? (?:a|au mois de|au mois d'|-|–|—|(?<and>et)) (?:debut |fin |mi-)?(?<month2>${MONTH})(?: (?<year2>${YEAR})| (?:${THIS_YEAR})| (?<last>${LAST})s?)?`,
  ),
  form(
    'year',
    "(?:en|courant|debut|fin|mi-|(?:en |a la )?fin(?: de)?|au debut de|durant|pendant|au cours de)(?: l' annee)?(?: |(?<=-))(?<year>(?:1[89]|20)\\d\\d)",
  ),
  form('year', `(?<=depuis )(?<year>${YEAR})`),
  form('years', `(?<between>entre|de|en) (?<year>${YEAR}) (?:a|-|–|(?<and>et)) (?:en )?(?<year2>${YEAR})`),
]

const WEEKDAYS: readonly DateForm[] = [
  form(
    'weekday',
    `(?:(?<on>le|ce) )?(?<weekday>${WEEKDAY})(?: (?<last>${LAST}))?(?: (?<next>prochain))?(?: (?:au |dans l' )?(?<part>${PART}))?(?: (?<last2>${LAST}))?`,
  ),
  form(
    'weekdays',
    `(?:(?<between>entre|du|de) )?(?<weekday>${WEEKDAY})(?: (?<part>${PART}))? (?:-|–|—|au|a|(?<and>et)) (?<weekday2>${WEEKDAY})(?: (?<part2>${PART}))?`,
  ),
  form(
    'weekdays',
    `(?<night>(?:(?:dans|durant|pendant|au cours de) )?(?:la|cette) nuit d[eu]) (?<weekday>${WEEKDAY})(?: soir)? (?:a|au|-|et) (?:ce )?(?<weekday2>${WEEKDAY})`,
  ),
]

const NEAR: readonly DateForm[] = [
  form('near', "(?<on>d' )?aujourd'hui", 0),
  form('near', 'ce (?<part>matin|soir|midi)|cet(?:te)? (?<part2>apres-midi)', 0),
  form('near', `(?<on>d' )?hier(?: ${WEEKDAY})?(?: (?:au |dans l' )?(?<part>${PART}))?`, -1),
  form('near', `(?<on>d' )?avant(?:-| )hier(?: (?<part>${PART}))?`, -2),
  form('near', `demain(?: (?<part>${PART}))?`, 1),
  form('night', '(?<on>de )?cette nuit|(?:(?:dans|durant|pendant|au cours de) )?la nuit (?:derniere|passee)', 0),
  form('weekend', '(?:(?<on>durant|pendant|lors du) )?ce week-?end', 0),
  form('weekend', '(?:(?<on>durant|pendant) )?le week-?end (?<last>dernier|passe|ecoule)', 0),
  form('week', '(?:(?:au cours de|durant|pendant) )?cette semaine', 0),
  form('week', '(?:(?:au cours de|durant|pendant) )?la semaine (?:derniere|passee|ecoulee)', -1),
  form('calendar-month', 'ce mois(?:-ci)?', 0),
  form('calendar-month', '(?:(?:au cours du|durant|pendant) )?(?:le )?mois (?:dernier|passe|ecoule)', -1),
  form('calendar-year', 'cette annee', 0),
  form('calendar-year', "l' an(?:nee)? (?:dernier|passe)e?", -1),
  form('ago', `il y a (?<count>${COUNT}) jours?`),
  form(
    'unsure',
    `il y a (?:environ |plus de |pres de |moins de )?(?:${COUNT}|quelques|plusieurs) (?:heure|jour|semaine|mois|annee|an)s?`,
  ),
  form(
    'window',
    '(?:au cours des|dans les|durant les|ces|en) (?:(?<count>24|48|72) )?dernieres (?:(?<count2>24|48|72) )?heures',
  ),
  form(
    'none',
    "(?:les|ces|des|l'|la|le) (?:\\S{1,12} )?(?:dernier|derniere|derniers|dernieres|prochains?|prochaines?) (?:\\S{1,12} )?(?:heures|jours|semaines|mois|annees|ans)",
  ),
  form('none', "depuis (?:le debut de )?(?:l' annee|cette annee|le mois)"),
  form('unsure', `(?:(?:dans|durant|pendant) )?la semaine du (?:${WEEKDAY} )?${DAY} ${MONTH}`),
  form('same', '(?:dans |durant )?(?:le|la|ce|cette) meme (?:jour|nuit|soir|journee|matinee|soiree)'),
  form('same', '(?:ce jour-la|cette nuit-la|ce soir-la|ce matin-la|ce meme jour)'),
  form('other-day', '(?<bound>le lendemain)(?: (?:matin|soir))?', 1),
  form('other-day', '(?<bound>la veille)(?: (?:au soir|au matin))?', -1),
  form('other-day', '(?<bound>le surlendemain)', 2),
  form('other-day', "(?<bound>l' avant-veille)", -2),
  form('other-day', '(?<count>[2-6]|un|deux|trois|quatre|cinq|six) jours? (?:plus tard|(?<back>plus tot|auparavant))'),
  form('other-day', '(?<bound>(?<count>[2-6]|un|deux|trois|quatre|cinq|six) jours? (?:apres|(?<back>avant)))'),
  form('unsure', '(?:\\d{1,2}|quelques|plusieurs) jours? (?:plus tard|plus tot|apres|avant|auparavant)'),
  form(
    'unsure',
    '(?:\\d{1,2}|une?|deux|trois|quelques|plusieurs) (?:semaine|mois|an)s? (?:plus tard|plus tot|apres|avant|auparavant)',
  ),
  form('unsure', "la semaine (?:precedente|suivante|d' avant|d' apres)|le mois (?:precedent|suivant|d' avant)"),
  form('unsure', "l' annee (?:precedente|suivante|d' avant)|le week-?end (?:precedent|suivant)"),
  form('none', `(?:chaque|tous les) (?:${WEEKDAY}s?|jours?|mois|ans|semaine)`),
]

/** How French writes a date; see `DateForm` for the groups. */
export const FR_DATE_FORMS: readonly DateForm[] = [...DAYS, ...MONTHS, ...WEEKDAYS, ...NEAR]
