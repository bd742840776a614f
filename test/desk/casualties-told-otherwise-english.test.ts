import { describe, expect, it } from 'vitest'
import { casualtyLines } from './casualty-lines.ts'

describe('English casualties told in other ways', () => {
  it.each([
    ['About 4,000 people have fled to Chad.', ['displaced approx 4000 people']],
    ['Some 900 families fled their homes in Pemba.', ['displaced approx 900 families']],
    ['More than 2,000 residents fled the town on Friday.', ['displaced moreThan 2000 residents']],
    ['Three hundred villagers were forced to leave.', ['displaced 300 villagers']],
    ['The fighting uprooted 5,000 people.', ['displaced 5000 people']],
    ['Five thousand people were uprooted by the fighting.', ['displaced 5000 people']],
    ['Two gunmen fled to the forest.', []],
    ['Twelve prisoners fled the town.', []],
    ['Six of the dead were soldiers.', ['killed 6 soldiers (part)']],
    ['Twenty of the injured were treated in Garissa.', ['wounded 20 - (part)']],
    ['Nine of those killed were children.', ['killed 9 children (part)']],
    ['One of the dead was a nurse.', ['killed 1 - (part)']],
    ['One of the injured lost a leg.', []],
    ['Among the victims were six Canadians.', ['killed 6 Canadians (part)']],
    ['Four nurses were among the wounded.', ['wounded 4 nurses (part)']],
    ['Soldiers killed 44 people in Gao and 12 in nearby Ansongo.', ['killed 44 people', 'killed 12 -']],
    ['Twelve people were killed in Gao and nine in Kidal.', ['killed 12 people', 'killed 9 -']],
    ['Twelve people were killed in Gao and nine in Kidal were wounded.', ['killed 12 people', 'wounded 9 -']],
    ['Thirty people, among them 12 children, were killed.', ['killed 30 people', 'killed 12 children (part)']],
    [
      'Thirty people, among them two women and three children, were killed.',
      ['killed 30 people', 'killed 2 women (part)', 'killed 3 children (part)'],
    ],
    ['Gunmen whisked away 40 pupils.', ['abducted 40 pupils']],
    [
      'Bandits carted away 12 women and took away more than a hundred.',
      ['abducted 12 women', 'abducted moreThan 100 -'],
    ],
    ['The gunmen took 12 bags away.', []],
    ['Policemen took away three men.', []],
    ['The police took away 12 protesters.', []],
    ['The raiders burnt eighty students to death.', ['killed 80 students']],
    ['They herded 30 villagers away.', ['abducted 30 villagers']],
    ['The opposition put the dead at more than 125.', ['killed moreThan 125 -']],
    ['It gave the number of injured as 110.', ['wounded 110 -']],
    ['The army put its losses at eight.', ['killed-or-wounded 8 -']],
    ['The company put its losses at 30,000.', []],
    ['Monitors had counted 12 dead and dozens of wounded.', ['killed 12 -', 'wounded dozens -']],
    ['The morgue received 30 bodies.', ['killed 30 -']],
    ['The mayor said on Sunday 14 civilians died.', ['killed 14 civilians']],
    ['The coalition acknowledged that a strike may have killed up to 24 civilians.', ['killed atMost 24 civilians']],
    ['The strike may have killed up to 24 civilians.', ['killed atMost 24 civilians (feared)']],
    ['The bomb could have killed up to 100 people, police said.', ['killed atMost 100 people (feared)']],
    ['The army said it had killed 20 “terrorists”.', ['killed 20 terrorists']],
    ['Two “attackers” were killed.', ['killed 2 attackers']],
    ['He said the army had “neutralised” 12 rebels.', ['killed 12 rebels']],
    ['Several "rebels" were captured.', ['captured several rebels']],
    ['Ten people were wounded, including four in critical condition.', ['wounded 10 people', 'wounded 4 - (part)']],
  ])('are read from «%s»', (text, expected) => {
    expect(casualtyLines(text, 'en')).toEqual(expected)
  })
})
