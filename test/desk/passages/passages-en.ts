import type { Passage } from './passage.ts'

export const ENGLISH_PASSAGES: readonly Passage[] = [
  {
    name: 'Solhan, June 2021',
    language: 'en',
    publishedOn: '2021-06-06',
    zone: 'Africa/Ouagadougou',
    from: 'statements of the government of Burkina Faso, 5 June 2021; Agence France-Presse, 6 June 2021',
    text: `Armed men attacked the village of Solhan in northern Burkina Faso in the night from Friday to Saturday, the government said.
At least 132 people were killed and about 40 were wounded, according to the government, which declared three days of mourning.
Local sources told AFP on Sunday that the toll had risen to at least 160 dead, including some 20 children.
No group has claimed responsibility. The attackers burned houses and the market.`,
    claims: [
      {
        in: 'three days of mourning',
        measure: 'killed',
        figure: '132+',
        by: 'the government',
        who: 'people',
        date: '2021-06-04/2021-06-05',
        place: 'village of Solhan in northern Burkina Faso',
      },
      {
        in: 'three days of mourning',
        measure: 'wounded',
        figure: '~40',
        by: 'the government',
        date: '2021-06-04/2021-06-05',
      },
      {
        in: 'had risen to',
        measure: 'killed',
        figure: '160+',
        by: 'Local sources',
        via: 'AFP',
        date: '2021-06-04/2021-06-05',
      },
      { in: 'had risen to', measure: 'killed', figure: '~20', by: 'Local sources', via: 'AFP', who: 'children' },
    ],
  },
  {
    name: 'Moura, March 2022',
    language: 'en',
    publishedOn: '2022-04-05',
    zone: 'Africa/Bamako',
    from: 'communiqué of the Malian army, 1 April 2022; Human Rights Watch, 5 April 2022',
    text: `Mali's army said on Friday that it had killed 203 fighters of armed groups in the village of Moura, in central Mali, between 23 and 31 March.
The army also said that it arrested 51 people and seized large quantities of weapons.
Human Rights Watch said in a report that Malian troops and foreign fighters had executed an estimated 300 civilians there, some of them suspected Islamist fighters.
The army denied that its men had killed civilians and called the reports an attempt to discredit it.`,
    claims: [
      {
        in: 'it had killed 203',
        measure: 'killed',
        figure: '203',
        by: "Mali's army",
        stance: 'claims',
        who: 'fighters of armed groups',
        date: ['2022-03-23/2022-03-31'],
        place: ['village of Moura, in central Mali', 'Moura'],
      },
      {
        in: 'an estimated 300',
        measure: 'killed',
        figure: '~300',
        by: 'Human Rights Watch',
        stance: 'reports',
        who: 'civilians',
        date: ['2022-03-23/2022-03-31', null],
      },
    ],
  },
  {
    name: 'Inates, December 2019',
    language: 'en',
    publishedOn: '2019-12-12',
    zone: 'Africa/Niamey',
    from: "statement of Niger's defence ministry, 11 December 2019",
    text: `NIAMEY, Dec 12 - Heavily armed fighters attacked an army camp at Inates, near the border with Mali, on Tuesday evening.
Niger's defence ministry said 71 soldiers were killed, 12 were injured and others were missing, in what is the deadliest attack on the army since 2015.
A ministry spokesman, Colonel Souleymane Gazobi, said that "a significant number of terrorists" had been neutralised.
Three hundred kilometres to the east, 14 soldiers took part in an exercise.`,
    claims: [
      {
        in: '71 soldiers were killed',
        measure: 'killed',
        figure: '71',
        by: "Niger's defence ministry",
        stance: ['admits', 'reports'],
        who: 'soldiers',
        date: '2019-12-10',
        place: ['Inates', 'Inates, near the border with Mali', 'an army camp at Inates, near the border with Mali'],
      },
      {
        in: '71 soldiers were killed',
        measure: 'wounded',
        figure: '12',
        by: "Niger's defence ministry",
        date: '2019-12-10',
      },
      {
        in: 'a significant number',
        measure: 'killed',
        figure: 'vague',
        by: 'Souleymane Gazobi',
        who: 'terrorists',
        isOptional: true,
      },
    ],
  },
  {
    name: 'Mansila, June 2024',
    language: 'en',
    publishedOn: '2024-06-17',
    zone: 'Africa/Ouagadougou',
    from: 'a statement of JNIM as reported by the SITE Intelligence Group and Reuters, 17 June 2024',
    text: `An al Qaeda affiliate says it killed 107 soldiers in an attack on a military post in Mansila, Burkina Faso, on June 11, the SITE Intelligence Group said on Monday.
The group, JNIM, also said it had captured seven soldiers and taken control of the base.
The army has not published a toll. Two security sources put the number of dead soldiers at more than 90, while a resident spoke of "many bodies".`,
    claims: [
      {
        in: 'it killed 107',
        measure: 'killed',
        figure: '107',
        by: ['An al Qaeda affiliate', 'al Qaeda affiliate'],
        via: 'SITE Intelligence Group',
        stance: 'claims',
        who: 'soldiers',
        date: '2024-06-11',
        place: ['Mansila, Burkina Faso', 'a military post in Mansila, Burkina Faso'],
      },
      {
        in: 'had captured seven',
        measure: 'captured',
        figure: '7',
        by: ['JNIM', 'The group, JNIM'],
        who: 'soldiers',
        date: '2024-06-11',
      },
      {
        in: 'Two security sources',
        measure: 'killed',
        figure: '90+',
        by: 'Two security sources',
        who: 'soldiers',
        date: '2024-06-11',
      },
    ],
  },
  {
    name: 'Kabul airport, August 2021',
    language: 'en',
    publishedOn: '2021-08-27',
    zone: 'Asia/Kabul',
    from: 'U.S. Department of Defense, 26 and 27 August 2021; health officials as quoted by news agencies',
    text: `Thirteen U.S. service members were killed and 18 were wounded in Thursday's bombing outside Kabul airport, the Pentagon said.
Afghan health officials were quoted by several media as saying that at least 170 civilians had died, though the figure could not be confirmed.
The Taliban said that at least 28 of their members were among the dead.
Islamic State claimed responsibility for the attack. The United States has flown more than 100,000 people out of Kabul since 14 August.`,
    claims: [
      {
        in: 'Thirteen U.S.',
        measure: 'killed',
        figure: '13',
        by: ['the Pentagon', 'Pentagon'],
        stance: ['admits', 'reports'],
        who: 'U.S. service members',
        date: '2021-08-26',
      },
      { in: 'Thirteen U.S.', measure: 'wounded', figure: '18', by: ['the Pentagon', 'Pentagon'], date: '2021-08-26' },
      { in: 'at least 170', measure: 'killed', figure: '170+', by: 'Afghan health officials', who: 'civilians' },
      {
        in: 'at least 28',
        measure: 'killed',
        figure: '28+',
        by: ['The Taliban', 'Taliban'],
        stance: ['admits', 'claims'],
        isOptional: true,
      },
    ],
  },
  {
    name: 'Plateau, December 2023',
    language: 'en',
    publishedOn: '2023-12-26',
    zone: 'Africa/Lagos',
    from: 'Monday Kassah, head of Bokkos local government, to AFP, 25 and 26 December 2023',
    text: `At least 160 people have been killed in attacks on villages in Nigeria's Plateau State, local officials said on Monday.
Monday Kassah, head of the local government in Bokkos, told AFP that "not fewer than 20 communities" had been attacked by armed groups between Saturday night and early hours of Monday.
More than 300 people were found wounded and taken to hospitals in Bokkos, Jos and Barkin Ladi, he said.
A local Red Cross tally gave 104 deaths in 18 villages.`,
    claims: [
      {
        in: 'At least 160',
        measure: 'killed',
        figure: '160+',
        by: 'local officials',
        who: 'people',
        place: ["villages in Nigeria's Plateau State", "Nigeria's Plateau State"],
      },
      { in: 'More than 300', measure: 'wounded', figure: '300+', by: 'Monday Kassah', who: 'people' },
      {
        in: 'Red Cross tally',
        measure: 'killed',
        figure: '104',
        by: ['A local Red Cross tally', 'Red Cross', 'local Red Cross tally'],
        stance: 'reports',
      },
    ],
  },
  {
    name: 'Goma, January 2025',
    language: 'en',
    publishedOn: '2025-02-01',
    zone: 'Africa/Lubumbashi',
    from: 'United Nations spokesperson and WHO, 31 January 2025',
    text: `At least 700 people have been killed in fighting in Goma, in eastern Democratic Republic of Congo, since Sunday, the United Nations said on Friday.
UN spokesman Stéphane Dujarric said that 2,800 people had been injured, citing an assessment by the World Health Organization and its partners between 26 and 30 January.
The M23 rebels, whom Kinshasa says are backed by Rwanda, captured the city of two million people this week. Rwanda denies backing them.
South Africa's defence force said that 13 of its soldiers had died in the fighting.`,
    claims: [
      {
        in: 'At least 700',
        measure: 'killed',
        figure: '700+',
        by: ['the United Nations', 'United Nations'],
        stance: 'reports',
        who: 'people',
        place: ['Goma, in eastern Democratic Republic of Congo', 'Goma'],
      },
      { in: '2,800', measure: 'wounded', figure: '2800', by: ['Stéphane Dujarric'], stance: 'reports', who: 'people' },
      {
        in: '13 of its soldiers',
        measure: 'killed',
        figure: '13',
        by: "South Africa's defence force",
        stance: 'admits',
        who: 'soldiers',
      },
    ],
  },
  {
    name: 'Zabarmari, November 2020',
    language: 'en',
    publishedOn: '2020-11-29',
    zone: 'Africa/Lagos',
    from: 'Edward Kallon, UN humanitarian coordinator in Nigeria, 29 November 2020; Governor Babagana Zulum',
    text: `At least 110 civilians were ruthlessly killed in Saturday's attack on farm workers in Koshobe and other communities in Borno State, the UN humanitarian coordinator in Nigeria, Edward Kallon, said.
Borno's governor, Babagana Zulum, who attended the burial of 43 people on Sunday, said that the number of dead might rise.
Kallon said that many others were wounded and that several women may have been kidnapped.
President Muhammadu Buhari condemned the killing of farmers.`,
    claims: [
      {
        in: 'At least 110',
        measure: 'killed',
        figure: '110+',
        by: 'Edward Kallon',
        stance: 'reports',
        who: 'civilians',
        date: '2020-11-28',
        place: [
          'Koshobe and other communities in Borno State',
          'Koshobe',
          'farm workers in Koshobe and other communities in Borno State',
        ],
      },
      { in: 'burial of 43', measure: 'killed', figure: '43', by: ['Babagana Zulum', null], isOptional: true },
      { in: 'many others were wounded', measure: 'wounded', figure: 'vague', by: 'Kallon', isOptional: true },
    ],
  },
  {
    name: 'the Timbuktu boat, September 2023',
    language: 'en',
    publishedOn: '2023-09-08',
    zone: 'Africa/Bamako',
    from: 'statement of the government of Mali, 7 September 2023',
    text: `Two attacks in northern Mali on Thursday killed 49 civilians and 15 soldiers, the country's interim government said.
The attacks targeted a passenger boat near the town of Rharous on the Niger River and an army position at Bamba, in the Gao region.
The government said that about 50 assailants had been killed in the response.
The boat can carry 300 passengers. Mali has declared three days of national mourning.`,
    claims: [
      {
        in: '49 civilians',
        measure: 'killed',
        figure: '49',
        by: ["the country's interim government", 'interim government'],
        who: 'civilians',
        date: '2023-09-07',
        place: ['northern Mali'],
      },
      {
        in: '49 civilians',
        measure: 'killed',
        figure: '15',
        by: ["the country's interim government", 'interim government'],
        who: 'soldiers',
        date: '2023-09-07',
        place: ['northern Mali'],
      },
      {
        in: 'about 50',
        measure: 'killed',
        figure: '~50',
        by: ['The government', 'government'],
        who: 'assailants',
        date: '2023-09-07',
      },
    ],
  },
  {
    name: 'Mogadishu, October 2022',
    language: 'en',
    publishedOn: '2022-10-30',
    zone: 'Africa/Mogadishu',
    from: 'President Hassan Sheikh Mohamud, 30 October 2022',
    text: `Two car bombs that exploded on Saturday outside the education ministry in Mogadishu killed at least 100 people and wounded 300, Somalia's president said.
"Our people who were massacred included mothers with their children in their arms," Hassan Sheikh Mohamud said after visiting the site on Sunday.
He said the toll could rise. The group al-Shabab claimed responsibility for the blasts and said that it had targeted the ministry.
In October 2017, a truck bomb at the same junction killed more than 500.`,
    claims: [
      {
        in: 'Two car bombs',
        measure: 'killed',
        figure: '100+',
        by: ["Somalia's president"],
        who: 'people',
        date: '2022-10-29',
        place: ['outside the education ministry in Mogadishu', 'the education ministry in Mogadishu', 'Mogadishu'],
      },
      { in: 'Two car bombs', measure: 'wounded', figure: '300', by: ["Somalia's president"], date: '2022-10-29' },
      { in: 'In October 2017', measure: 'killed', figure: '500+', by: null, date: '2017-10' },
    ],
  },
]
