import { HELD_OUT_ENGLISH_2 } from './held-out-en-2.ts'
import type { Passage } from './passage.ts'

/** Passages for scoring alone: no rule is made from them. */
export const HELD_OUT_ENGLISH: readonly Passage[] = [
  {
    name: 'Chibok, April 2014',
    language: 'en',
    publishedOn: '2014-05-02',
    zone: 'Africa/Lagos',
    from: 'Tanko Lawan, police commissioner of Borno State, 2 May 2014, to news agencies',
    text: `MAIDUGURI, May 2 - Gunmen abducted 276 girls from a secondary school in Chibok, in northeastern Nigeria, on the night of April 14, the police commissioner of Borno State, Tanko Lawan, said on Friday.
Of these, 53 had escaped and 223 were still missing, he told reporters in Maiduguri.
The military had announced that all but eight of the girls were free and withdrew the statement a day later.
The girls, most of them aged 16 to 18, had come from four districts to sit an exam. The governor has offered a reward of 50 million naira.`,
    claims: [
      {
        in: 'Gunmen abducted 276',
        measure: ['abducted', 'captured'],
        figure: '276',
        by: 'Tanko Lawan',
        stance: ['claims', 'reports'],
        who: 'girls',
        date: '2014-04-14',
        place: ['a secondary school in Chibok, in northeastern Nigeria', 'Chibok'],
      },
      {
        in: 'and 223 were still',
        measure: ['missing', 'captured', 'abducted'],
        figure: '223',
        by: ['Tanko Lawan', 'he'],
        stance: ['claims', 'reports'],
      },
      {
        in: 'all but eight',
        measure: ['missing', 'captured', 'abducted'],
        figure: '8',
        by: 'The military',
        isOptional: true,
      },
    ],
  },
  {
    name: 'Peshawar, December 2014',
    language: 'en',
    publishedOn: '2014-12-16',
    zone: 'Asia/Karachi',
    from: 'Asim Bajwa, spokesman of the Pakistani armed forces, 16 December 2014',
    text: `Taliban gunmen stormed an army-run school in the Pakistani city of Peshawar on Tuesday and killed at least 141 people, 132 of them children, the military said.
Nine members of staff were among the dead, while 121 pupils and three members of staff were wounded, a military spokesman, Major General Asim Bajwa, told a news conference.
All seven attackers had been killed, he added.
The operation to clear the school, where about 1,100 pupils are enrolled, took the troops more than eight hours.
The Pakistani Taliban said the raid was revenge for an offensive in North Waziristan in which the army says it has killed more than 1,600 militants.`,
    claims: [
      {
        in: 'Taliban gunmen stormed',
        measure: 'killed',
        figure: '141+',
        by: 'the military',
        stance: ['reports', 'claims', 'admits'],
        who: 'people',
        date: '2014-12-16',
        place: ['an army-run school in the Pakistani city of Peshawar', 'Peshawar'],
      },
      {
        in: 'Taliban gunmen stormed',
        measure: 'killed',
        figure: '132',
        by: 'the military',
        who: 'children',
        date: '2014-12-16',
        place: ['an army-run school in the Pakistani city of Peshawar', 'Peshawar'],
      },
      {
        in: 'Nine members of staff',
        measure: 'killed',
        figure: '9',
        by: 'Asim Bajwa',
        who: 'members of staff',
        date: '2014-12-16',
      },
      {
        in: 'Nine members of staff',
        measure: 'wounded',
        figure: '121',
        by: 'Asim Bajwa',
        who: 'pupils',
        date: '2014-12-16',
      },
      {
        in: 'Nine members of staff',
        measure: 'wounded',
        figure: '3',
        by: 'Asim Bajwa',
        who: 'members of staff',
        date: '2014-12-16',
      },
      {
        in: 'All seven attackers',
        measure: 'killed',
        figure: '7',
        by: ['Asim Bajwa', 'he'],
        stance: ['claims', 'reports'],
        who: 'attackers',
        date: '2014-12-16',
      },
      {
        in: 'more than 1,600',
        measure: 'killed',
        figure: '1600+',
        by: 'the army',
        stance: 'claims',
        who: 'militants',
        place: 'North Waziristan',
      },
    ],
  },
  {
    name: 'Hroza, October 2023',
    language: 'en',
    publishedOn: '2023-10-06',
    zone: 'Europe/Kyiv',
    from: 'Ihor Klymenko, 5 October 2023; Oleh Synyehubov, 6 October 2023; Dmitry Peskov, 6 October 2023',
    text: `October 6, 2023
A missile hit a café and a shop in the village of Hroza in the Kharkiv region of Ukraine on Thursday afternoon. The strike killed 52 people, the regional governor, Oleh Synyehubov, wrote on Telegram today.
Interior Minister Ihor Klymenko had spoken of 51 dead, among them a six-year-old boy. According to him, some 60 people had gathered for a wake in the village, which had a population of 330.
Six others were wounded.
Kremlin spokesman Dmitry Peskov said on Friday that the Russian military does not strike civilian targets. The village is about 30 kilometers from the front line.`,
    claims: [
      {
        in: 'The strike killed 52',
        measure: 'killed',
        figure: '52',
        by: 'Oleh Synyehubov',
        stance: ['claims', 'reports', 'admits'],
        who: 'people',
        date: '2023-10-05',
        place: ['village of Hroza in the Kharkiv region of Ukraine', 'Hroza', null],
      },
      { in: 'spoken of 51', measure: 'killed', figure: '51', by: 'Ihor Klymenko', isOptional: true },
      { in: 'spoken of 51', measure: 'killed', figure: '1', by: 'Ihor Klymenko', isOptional: true },
      {
        in: 'Six others',
        measure: 'wounded',
        figure: '6',
        by: [null, 'Ihor Klymenko'],
        date: '2023-10-05',
        who: 'others',
      },
    ],
  },
  {
    name: 'Nondin and Soro, February 2024',
    language: 'en',
    publishedOn: '2024-04-26',
    zone: 'Africa/Ouagadougou',
    from: 'Human Rights Watch, 25 April 2024; Aly Benjamin Coulibaly, prosecutor in Ouahigouya, 1 March 2024',
    text: `Burkina Faso's army executed at least 223 civilians, including at least 56 children, in two villages in the north of the country on 25 February, Human Rights Watch said in a report published on Thursday.
Soldiers killed 44 people in Nondin and 179 in nearby Soro, said the organisation, which interviewed 23 people by telephone, 14 of them witnesses.
On 1 March the prosecutor Aly Benjamin Coulibaly had spoken of "around 170 people executed" in Komsilga, Nodin and Soro.
The government rejected the accusations as baseless, and suspended the BBC and Voice of America for two weeks for having reported on them.`,
    claims: [
      {
        in: 'executed at least 223',
        measure: 'killed',
        figure: '223+',
        by: 'Human Rights Watch',
        stance: 'reports',
        who: 'civilians',
        date: '2024-02-25',
        place: ['two villages in the north of the country', 'north of the country', 'Burkina Faso'],
      },
      {
        in: 'executed at least 223',
        measure: 'killed',
        figure: '56+',
        by: 'Human Rights Watch',
        stance: 'reports',
        who: 'children',
        date: '2024-02-25',
      },
      {
        in: 'Soldiers killed 44',
        measure: 'killed',
        figure: '44',
        by: ['the organisation', 'Human Rights Watch'],
        stance: 'reports',
        who: 'people',
        date: '2024-02-25',
        place: 'Nondin',
      },
      {
        in: 'Soldiers killed 44',
        measure: 'killed',
        figure: '179',
        by: ['the organisation', 'Human Rights Watch'],
        stance: 'reports',
        date: '2024-02-25',
        place: ['Soro', 'nearby Soro'],
      },
      {
        in: 'around 170',
        measure: 'killed',
        figure: '~170',
        by: 'Aly Benjamin Coulibaly',
        stance: ['claims', 'reports'],
        who: 'people',
        date: ['2024-02-25', null],
        place: ['Komsilga, Nodin and Soro', 'Komsilga'],
      },
    ],
  },
  {
    name: 'Kuriga, March 2024',
    language: 'en',
    publishedOn: '2024-03-24',
    zone: 'Africa/Lagos',
    from: 'Edward Buba, Nigerian Defence Headquarters, 24 March 2024; the teacher Sani Abdullahi, 7 and 8 March 2024',
    text: `The Military has rescued 137 of the pupils kidnapped from a school at Kuriga, Chikun Local Government Area of Kaduna State.
The Director of Defence Media Operations, Maj.-Gen. Edward Buba, made this known in a statement on Sunday, saying 76 of them are female and 61 are male.
Recall that bandits had on 7 March invaded the school at about 8:30am and whisked away 287 pupils, according to a teacher, Sani Abdullahi, who managed to escape.
One person was also shot dead during the attack, residents told newsmen.
The bandits were said to have demanded a N1bn ransom, which President Bola Tinubu said will not be paid.`,
    claims: [
      {
        in: 'The Military has rescued',
        measure: ['abducted', 'captured'],
        figure: '137',
        by: [null, 'Edward Buba'],
        isOptional: true,
      },
      { in: 'made this known', measure: ['abducted', 'captured'], figure: '76', by: 'Edward Buba', isOptional: true },
      { in: 'made this known', measure: ['abducted', 'captured'], figure: '61', by: 'Edward Buba', isOptional: true },
      {
        in: 'whisked away 287',
        measure: ['abducted', 'captured'],
        figure: '287',
        by: 'Sani Abdullahi',
        stance: ['claims', 'reports'],
        who: 'pupils',
        date: '2024-03-07',
        place: ['the school', 'a school at Kuriga', 'Kuriga', null],
      },
      {
        in: 'One person was also',
        measure: 'killed',
        figure: '1',
        by: 'residents',
        stance: ['claims', 'reports'],
        who: 'person',
        date: '2024-03-07',
      },
    ],
  },
  {
    name: 'Lahore, March 2016',
    language: 'en',
    publishedOn: '2016-03-28',
    zone: 'America/New_York',
    from: 'statements of the U.S. State Department, 27 and 28 March 2016; Punjab officials as quoted by news agencies',
    text: `We condemn in the strongest terms yesterday's appalling attack in Gulshan-e-Iqbal Park in Lahore, Pakistan, in which more than 70 people were killed and over 300 others were injured. Many of the victims were women and children. We send our heartfelt condolences to the families of those who died and wish the injured a swift recovery. Over the past seven years the United States has provided Pakistan with some $5 billion in civilian assistance. The 190 million people of Pakistan can count on our support in this fight.`,
    claims: [
      {
        in: 'more than 70 people',
        measure: 'killed',
        figure: '70+',
        by: [null, 'We'],
        stance: ['reports', 'claims'],
        who: 'people',
        date: '2016-03-27',
        place: ['Gulshan-e-Iqbal Park in Lahore, Pakistan', 'Lahore'],
      },
      {
        in: 'more than 70 people',
        measure: 'wounded',
        figure: '300+',
        by: [null, 'We'],
        stance: ['reports', 'claims'],
        who: 'others',
        date: '2016-03-27',
        place: ['Gulshan-e-Iqbal Park in Lahore, Pakistan', 'Lahore'],
      },
      {
        in: 'Many of the victims',
        measure: ['killed', 'wounded'],
        figure: 'vague',
        by: [null, 'We'],
        isOptional: true,
      },
    ],
  },
  {
    name: 'the Kaaj centre, September 2022',
    language: 'en',
    publishedOn: '2022-10-03',
    zone: 'Asia/Kabul',
    from: 'UNAMA, 3 October 2022; Kabul police, 1 October 2022; tolls of the Sayed ul-Shuhada school, May 2021',
    text: `The United Nations mission in Afghanistan, UNAMA, said on Monday that 53 people had died in Friday's suicide bombing at an education centre in Kabul, at least 46 of them girls and young women.
It gave the number of injured as 110.
Kabul police had spoken on Saturday of 25 dead and 33 wounded.
Hundreds of students were sitting a practice test for university when the attacker fired on the guards and blew himself up in the women's section.
No group has said it was behind the attack. In May 2021, bombs outside a girls' school in the same district killed at least 85 people.`,
    claims: [
      {
        in: '53 people had died',
        measure: 'killed',
        figure: '53',
        by: ['UNAMA', 'The United Nations mission in Afghanistan, UNAMA', 'United Nations mission in Afghanistan'],
        stance: 'reports',
        who: 'people',
        date: '2022-09-30',
        place: ['an education centre in Kabul', 'Kabul'],
      },
      {
        in: '53 people had died',
        measure: 'killed',
        figure: '46+',
        by: ['UNAMA', 'The United Nations mission in Afghanistan, UNAMA', 'United Nations mission in Afghanistan'],
        stance: 'reports',
        who: 'girls and young women',
        date: '2022-09-30',
      },
      {
        in: 'injured as 110',
        measure: 'wounded',
        figure: '110',
        by: ['UNAMA', 'United Nations mission in Afghanistan', 'It'],
        stance: 'reports',
        date: '2022-09-30',
      },
      {
        in: '25 dead and 33',
        measure: 'killed',
        figure: '25',
        by: 'Kabul police',
        stance: ['claims', 'reports'],
        date: '2022-09-30',
      },
      {
        in: '25 dead and 33',
        measure: 'wounded',
        figure: '33',
        by: 'Kabul police',
        stance: ['claims', 'reports'],
        date: '2022-09-30',
      },
      {
        in: 'at least 85 people',
        measure: 'killed',
        figure: '85+',
        by: null,
        stance: 'reports',
        who: 'people',
        date: '2021-05',
        place: [
          "a girls' school in the same district",
          "outside a girls' school in the same district",
          'same district',
          'Kabul',
          null,
        ],
      },
    ],
  },
  {
    name: 'Owo, June 2022',
    language: 'en',
    publishedOn: '2022-06-10',
    zone: 'Africa/Lagos',
    from: 'Rotimi Akeredolu, governor of Ondo State, 9 June 2022; Kadiri Olanrewaju, state emergency agency, 6 June 2022',
    text: `Not less than 40 worshippers lost their lives in last Sunday's attack on St. Francis Catholic Church, Owo, the Ondo State Governor, Rotimi Akeredolu, has disclosed.
Akeredolu who spoke with newsmen on Thursday put the number of those injured at 87, out of which 61 are still on admission in different hospitals.
An official of the state's emergency agency, Kadiri Olanrewaju had earlier given the number of deaths as 22.
Gunmen, it was gathered, invaded the church at about 11:30am, detonated explosives and shot at the congregation during a Pentecost Mass. Owo is about 350 kilometres from Lagos.`,
    claims: [
      {
        in: 'Not less than 40',
        measure: 'killed',
        figure: '40+',
        by: 'Rotimi Akeredolu',
        stance: ['claims', 'reports'],
        who: 'worshippers',
        date: '2022-06-05',
        place: ['St. Francis Catholic Church, Owo', 'Owo'],
      },
      {
        in: 'those injured at 87',
        measure: 'wounded',
        figure: '87',
        by: 'Akeredolu',
        stance: ['claims', 'reports'],
        date: '2022-06-05',
      },
      { in: 'those injured at 87', measure: 'wounded', figure: '61', by: 'Akeredolu', isOptional: true },
      { in: 'given the number of deaths', measure: 'killed', figure: '22', by: 'Kadiri Olanrewaju', isOptional: true },
    ],
  },
  ...HELD_OUT_ENGLISH_2,
]
