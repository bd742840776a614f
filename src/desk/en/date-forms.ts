import { form } from '../dates/date-form.ts'
import type { DateForm } from '../dates/date-words.ts'

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?: \\.)?)'
const WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
/** Short weekdays are read only where a date follows. */
const ANY_WEEKDAY = `(?:${WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?: \\.)?)`
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const YEAR = '(?:1[89]|20)\\d\\d'
const PART = 'morning|afternoon|evening|night'
const OF_MONTH = '(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)(?: |-)'
/** "Between" and "from" join any two; "and" only neighbours: "on 22 and 23 July". */
const TO = '(?:-|–|—|to|until|till|through|thru|(?<and>and)|(?<or>or))'
const LEAD = '(?:(?<between>between|from|on|in|during|over) )?'
/** Numbers of days that are named, and those that are not. */
const COUNT = '\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty'
const SOME = '(?:an? )?(?:few|couple of)|several|many|some'
/** "The night of" one day "and the early morning of" the next. */
const NIGHT_OF = '(?:the (?<evening>night|evening) of )?'
const MORNING_OF = '(?:(?:the )?(?:early )?(?:morning|hours|dawn) of |early )?'
const NIGHT = '(?<night>overnight |(?:on|during|in) the night )?'
const ON = '(?<on>(?:early |late )?on|early|late|last) '

const DAYS: readonly DateForm[] = [
  form(
    'day',
    `(?:${ON})?(?:(?<weekday>${ANY_WEEKDAY})(?: ,)? )?(?:the )?(?<day>${DAY})(?: of)? (?<month>${MONTH})(?:(?: ,| of)? (?<year>${YEAR})| (?<last>last))?`,
  ),
  form(
    'day',
    `(?:${ON})?(?:(?<weekday>${ANY_WEEKDAY})(?: ,)? )?(?<month>${MONTH}) (?:the )?(?<day>${DAY})(?:(?: ,)? (?<year>${YEAR}))?`,
  ),
  form('day', `(?:${ON})?(?<weekday>${WEEKDAY}) [([] (?<day>${DAY}) (?<month>${MONTH})(?: (?<year>${YEAR}))? [)\\]]`),
  form('day', `(?:${ON})?(?<weekday>${WEEKDAY}) [([] (?<month>${MONTH}) (?<day>${DAY})(?: , (?<year>${YEAR}))? [)\\]]`),
  form('day', `(?:${ON})?(?<day>\\d{1,2}) (?<month>${MONTH}) (?<yy>\\d\\d)`),
  form('day', `(?:${ON})?(?<month>${MONTH}) (?<day>\\d{1,2})(?: ,)? (?<yy>\\d\\d)`),
  form('day', `(?:${ON})?(?<year>${YEAR}) - (?<month>\\d\\d) - (?<day>\\d\\d)`),
  form('day', `(?:${ON})?(?<day>\\d{1,2}) / (?<month>\\d{1,2}) / (?<year>${YEAR})`),
  form(
    'days',
    `${NIGHT}(?:of )?${LEAD}${NIGHT_OF}(?:${ANY_WEEKDAY}(?: ,)? )?(?:the )?(?<day>${DAY})(?: (?<month>${MONTH})(?:(?: ,)? (?<year>${YEAR}))?)? ${TO} ${MORNING_OF}(?:${ANY_WEEKDAY}(?: ,)? )?(?:the )?(?<day2>${DAY})(?: of)? (?<month2>${MONTH})(?:(?: ,)? (?<year2>${YEAR}))?`,
  ),
  form(
    'days',
    `${NIGHT}(?:of )?${LEAD}${NIGHT_OF}(?:${ANY_WEEKDAY}(?: ,)? )?(?<month>${MONTH}) (?<day>${DAY})(?: , (?<year>${YEAR}))? ${TO} ${MORNING_OF}(?:(?:${ANY_WEEKDAY}(?: ,)? )?(?<month2>${MONTH}) )?(?<day2>${DAY})(?:(?: ,)? (?<year2>${YEAR}))?`,
  ),
]

const MONTHS: readonly DateForm[] = [
  form(
    'month',
    `(?:(?:in|during|throughout) )?(?:the month of |${OF_MONTH})?(?<month>${MONTH})(?:(?: of| ,)? (?<year>${YEAR})| (?<which>this|last) year)`,
  ),
  form('month', `(?:in|during|throughout|earlier in) (?:the month of |${OF_MONTH})?(?<month>${MONTH})`),
  form('month', `${OF_MONTH}(?<month>${MONTH})`),
  form('month', `(?:in )?(?<last>last) (?<month>${MONTH})`),
  form('none', `since (?:early |late |mid-)?${MONTH}(?! (?:the )?(?:${DAY}|${YEAR})(?: |$))`),
  form(
    'months',
    `${LEAD}(?:early |mid-|mid |late )?(?<month>${MONTH})(?: (?<year>${YEAR}))? ${TO} (?:early |mid-|mid |late )?(?<month2>${MONTH})(?:(?: of)? (?<year2>${YEAR})| (?<which>this|last) year)?`,
  ),
  form(
    'months',
    `(?:in |during )?(?<month>${MONTH})-(?<month2>${MONTH})(?: (?<year2>${YEAR})| (?<which>this|last) year)?`,
  ),
  form(
    'year',
    `(?:in|during|throughout|(?:in )?(?:early|mid|late)(?: |-)|(?:at |by )?the (?:beginning|start|end) of)(?: |(?<=-))(?<year>${YEAR})`,
  ),
  form('year', `(?:in )?(?:early|mid|late)(?: |-)(?<year>${YEAR})`),
  form('year', `(?<=since )(?<year>${YEAR})`),
  form('years', `(?<between>between|from|in) (?<year>${YEAR}) ${TO} (?<year2>${YEAR})`),
]

const WEEKDAYS: readonly DateForm[] = [
  form(
    'weekday',
    `(?:(?<on>(?:early |late )?on|early|late) )?(?:(?:this past|(?<last>last|past)|(?<next>next)|this) )?(?<weekday>${WEEKDAY})(?: (?<part>${PART}))?(?<last2> last(?: week)?)?`,
  ),
  form(
    'weekdays',
    `(?:(?<between>between|from|on) (?:late |early )?)?(?:late (?:on )?)?(?<weekday>${WEEKDAY})(?: (?<part>${PART}))? (?:(?<to>-|–|—|to|until|through|thru|into)|(?<and>and)) (?:the )?(?:early |early hours of |early morning of |dawn (?:on|of) )?(?<weekday2>${WEEKDAY})(?: (?<part2>${PART}))?`,
  ),
  form(
    'weekdays',
    `(?<night>overnight|(?:on|during|in) the night) (?:from |of |between )?(?<weekday>${WEEKDAY})(?: night)? (?:to|into|and) (?<weekday2>${WEEKDAY})`,
  ),
  form('weekdays', `(?<night>overnight) (?:in)?to (?<weekday2>${WEEKDAY})`),
  form('weekdays', `(?<night>overnight) (?:on |from )?(?<weekday>${WEEKDAY})`),
]

const NEAR: readonly DateForm[] = [
  form('near', '(?:(?<on>early|late|earlier|later) )?today', 0),
  form('near', '(?:(?<on>early|late|earlier|later) )?this (?<part>morning|afternoon|evening)', 0),
  form('near', '(?:late )?tonight', 0),
  form('near', `(?:(?<on>early|late) )?yesterday(?: (?<part>${PART}))?`, -1),
  form('near', '(?:the )?day before yesterday', -2),
  form('near', `tomorrow(?: (?<part>${PART}))?`, 1),
  form('night', '(?:late |early )?(?:overnight|last night)', 0),
  form('weekend', '(?:(?<on>over|during|at|on) )?this (?:past )?week-?end', 0),
  form('weekend', '(?<on>over|during|at|on) the (?:past )?week-?end(?! of)', 0),
  form('weekend', '(?:(?<on>over|during|at|on) )?(?:the )?(?<last>last) week-?end(?! (?:of|in))', 0),
  form('week', '(?:(?:earlier|later|during|in) )?this week', 0),
  form('week', '(?:(?:late|early|earlier|during|in) )?last week', -1),
  form('calendar-month', '(?:(?:earlier|later|during) )?this month', 0),
  form('calendar-month', '(?:(?:late|early|earlier|during|in) )?last month', -1),
  form('calendar-year', '(?:(?:earlier|later|during) )?this year', 0),
  form('calendar-year', '(?:(?:late|early|earlier|during|in) )?last year', -1),
  form('ago', `(?<count>${COUNT}) days? ago`),
  form('unsure', `(?:(?:${COUNT}|${SOME}) )?(?:day|hour|week|month|year|decade)s? ago`),
  form('window', '(?:in|over|during|within) the (?:last|past|previous) (?<count>24|48|72) hours'),
  form('none', '(?:so far|thus far|since the (?:start|beginning) of) (?:this|the|last) (?:week|month|year)'),
  form(
    'unsure',
    `the week (?:of|from|starting|beginning|ending|to) (?:${ANY_WEEKDAY}(?: ,)? )?(?:${MONTH} ${DAY}|${DAY} ${MONTH})`,
  ),
  form('same', '(?:on )?(?:the|that) (?:very )?same (?:day|night|morning|afternoon|evening)'),
  form('same', '(?:on )?that (?:day|night)'),
  form('unsure', `(?:on )?the (?:next|following|previous|preceding) ${WEEKDAY}(?: (?:${PART}))?`),
  form('other-day', '(?:on )?the (?:next|following) (?:day|morning)', 1),
  form('other-day', '(?:on )?the (?:previous|preceding) day', -1),
  form('other-day', '(?<bound>(?:on )?the day before)', -1),
  form('other-day', '(?<bound>(?:on )?the day after)', 1),
  form('unsure', '(?:on )?the (?:next|following|previous|preceding) (?:night|evening)'),
  form(
    'other-day',
    '(?<!for )(?<count>a|one|two|three|four|five|six) days? (?:later|afterwards|(?<back>earlier|previously))',
  ),
  form('other-day', '(?<!for )(?<bound>(?<count>a|one|two|three|four|five|six) days? (?:after|(?<back>before)))'),
  form('unsure', '(?:several|many|some|a few) days (?:later|earlier|before|after|afterwards)'),
  form('unsure', '(?:(?:a|one|two|three|several) )?(?:week|month|year)s? (?:later|earlier|before|previously)'),
  form('unsure', '(?:the )?(?:previous|preceding|following) (?:week|month|year|weekend)'),
  form('none', 'the (?:last|past|previous|next|coming) (?:\\S{1,12} )?(?:hours?|days?|weeks?|months?|years?)'),
  form('none', `(?:every|each) ${WEEKDAY}|every (?:day|week|month|year|night)`),
]

/** How English writes a date; see `DateForm` for the groups. */
export const EN_DATE_FORMS: readonly DateForm[] = [...DAYS, ...MONTHS, ...WEEKDAYS, ...NEAR]
