import type { Passage } from './passage.ts'

/** Annotated apart from the rules, by an editor who did not know them. */
export const ANNOTATED_ENGLISH_3: readonly Passage[] = [
  {
    name: 'Al-Ahli hospital, October 2023',
    language: 'en',
    publishedOn: '2023-10-19',
    zone: 'Asia/Gaza',
    from: 'Gaza health ministry, 18 October 2023; unclassified US intelligence assessment, 18 October 2023',
    text: `An explosion in the courtyard of Al-Ahli Arab Hospital in Gaza City on Tuesday killed 471 people and wounded 314, the Hamas-run health ministry said.
The Israeli army denied any strike on the hospital and said a rocket fired by Islamic Jihad had fallen short; the group rejected this.
A U.S. intelligence assessment seen by Reuters put the number of dead at between 100 and 300, and probably at the low end of that range.
The hospital's director said that around 350 casualties were rushed to Shifa hospital, two kilometres away.`,
    claims: [
      {
        in: 'killed 471',
        measure: 'killed',
        figure: '471',
        by: 'Hamas-run health ministry',
        stance: ['claims', 'reports'],
        who: 'people',
        date: '2023-10-17',
        place: 'Al-Ahli Arab Hospital in Gaza City',
      },
      {
        in: 'killed 471',
        measure: 'wounded',
        figure: '314',
        by: 'Hamas-run health ministry',
        stance: ['claims', 'reports'],
        date: '2023-10-17',
        place: 'Al-Ahli Arab Hospital in Gaza City',
      },
      {
        in: 'intelligence assessment',
        measure: 'killed',
        figure: '100-300',
        by: 'U.S. intelligence assessment',
        via: 'Reuters',
        stance: ['reports', 'claims'],
        date: ['2023-10-17', null],
        place: ['Al-Ahli Arab Hospital in Gaza City', null],
      },
      {
        in: 'around 350',
        measure: ['killed-or-wounded', 'wounded'],
        figure: '~350',
        by: "The hospital's director",
        isOptional: true,
      },
    ],
  },
  {
    name: 'Togoga, June 2021',
    language: 'en',
    publishedOn: '2021-06-25',
    zone: 'Africa/Addis_Ababa',
    from: 'Mulu Atsbeha, Tigray health official, and Colonel Getnet Adane to Reuters and AP, 24 June 2021',
    text: `At least 64 people were killed and 180 were injured in an air strike on a market in Ethiopia's Tigray region on Tuesday, a local medical official said.
Mulu Atsbeha, an adviser to Tigray's interim administration, told the Associated Press that the toll came from village leaders in Togoga.
Ethiopian military spokesman Colonel Getnet Adane told Reuters that only combatants, not civilians, had been hit.
He denied that the army had blocked ambulances. A health worker in Mekelle, 60 km away, said that an injured baby had died on the way.`,
    claims: [
      {
        in: 'At least 64',
        measure: 'killed',
        figure: '64+',
        by: 'local medical official',
        stance: ['claims', 'reports'],
        who: 'people',
        date: '2021-06-22',
        place: 'Tigray region',
      },
      {
        in: 'At least 64',
        measure: 'wounded',
        figure: '180',
        by: 'local medical official',
        stance: ['claims', 'reports'],
        date: '2021-06-22',
        place: 'Tigray region',
      },
      { in: 'injured baby', measure: 'killed', figure: '1', by: 'health worker in Mekelle', isOptional: true },
    ],
  },
  {
    name: 'the Sanaa funeral, October 2016',
    language: 'en',
    publishedOn: '2016-10-09',
    zone: 'Asia/Aden',
    from: 'Jamie McGoldrick, UN humanitarian coordinator in Yemen, 8 and 9 October 2016',
    text: `SANAA, Oct 9 - Warplanes hit a hall in Yemen's capital on Saturday as hundreds of mourners were gathered for a funeral, killing over 140 people, a senior UN official said.
Jamie McGoldrick, the UN humanitarian coordinator, added that more than 525 others were injured, citing health workers.
The Saudi-led coalition initially denied having carried out any operation there, and later announced an inquiry.
The head of the Houthi health ministry, Ghazi Ismail, gave a lower toll of 82 dead and 534 wounded.
The coalition, formed by nine states in March 2015, has flown thousands of sorties.`,
    claims: [
      {
        in: 'over 140',
        measure: 'killed',
        figure: '140+',
        by: 'senior UN official',
        stance: 'reports',
        who: 'people',
        date: '2016-10-08',
        place: ["Yemen's capital", 'Sanaa'],
      },
      {
        in: 'more than 525',
        measure: 'wounded',
        figure: '525+',
        by: 'Jamie McGoldrick',
        stance: 'reports',
        who: 'others',
        date: '2016-10-08',
        place: ["Yemen's capital", 'Sanaa'],
      },
      {
        in: 'Ghazi Ismail',
        measure: 'killed',
        figure: '82',
        by: 'Ghazi Ismail',
        stance: ['claims', 'reports'],
        date: ['2016-10-08', null],
        place: ["Yemen's capital", 'Sanaa', null],
      },
      {
        in: 'Ghazi Ismail',
        measure: 'wounded',
        figure: '534',
        by: 'Ghazi Ismail',
        stance: ['claims', 'reports'],
        date: ['2016-10-08', null],
        place: ["Yemen's capital", 'Sanaa', null],
      },
    ],
  },
  {
    name: 'Mamasapano, January 2015',
    language: 'en',
    publishedOn: '2015-01-27',
    zone: 'Asia/Manila',
    from: 'Philippine National Police and Moro Islamic Liberation Front, January and February 2015',
    text: `Forty-four members of an elite police unit were killed on Sunday in a clash with Muslim rebels in Mamasapano, in the southern Philippines, the national police said.
Another twelve officers were wounded, it said in a statement read to the families.
The Moro Islamic Liberation Front admitted that 18 of its own men had died in the fighting, which lasted eleven hours.
The 392 commandos were after two men on whose heads the United States had put 6 million dollars.
At least five civilians, among them a child, were also killed, according to a local human rights group.`,
    claims: [
      {
        in: 'Forty-four members',
        measure: 'killed',
        figure: '44',
        by: 'national police',
        stance: ['admits', 'reports'],
        who: 'members of an elite police unit',
        date: '2015-01-25',
        place: 'Mamasapano',
      },
      {
        in: 'twelve officers',
        measure: 'wounded',
        figure: '12',
        by: 'national police',
        stance: ['admits', 'reports'],
        who: 'officers',
        date: '2015-01-25',
        place: 'Mamasapano',
      },
      {
        in: '18 of its own',
        measure: 'killed',
        figure: '18',
        by: 'Moro Islamic Liberation Front',
        stance: 'admits',
        who: 'men',
        date: ['2015-01-25', null],
        place: ['Mamasapano', null],
      },
      {
        in: 'five civilians',
        measure: 'killed',
        figure: '5+',
        by: 'local human rights group',
        stance: 'reports',
        who: 'civilians',
        date: ['2015-01-25', null],
        place: ['Mamasapano', null],
      },
      {
        in: 'five civilians',
        measure: 'killed',
        figure: '1',
        by: 'local human rights group',
        who: 'child',
        isOptional: true,
      },
    ],
  },
  {
    name: 'El Geneina, 2023',
    language: 'en',
    publishedOn: '2024-01-20',
    zone: 'Africa/Khartoum',
    from: 'UN Panel of Experts on the Sudan, January 2024, as reported by Reuters on 19 January 2024; IOM',
    text: `Between 10,000 and 15,000 people were killed in El Geneina, in Sudan's West Darfur region, last year in ethnic violence by the Rapid Support Forces and allied militia, a United Nations report seen by Reuters on Friday says.
The panel of experts attributed the toll to intelligence sources and said that around 500,000 refugees had crossed into Chad.
The RSF has denied the accusations and said any of its soldiers found to be involved would face justice.
Some 7.4 million people have been displaced by the war since 15 April, according to the International Organization for Migration.`,
    claims: [
      {
        in: 'Between 10,000',
        measure: 'killed',
        figure: '10000-15000',
        by: ['United Nations report', 'intelligence sources'],
        via: 'Reuters',
        stance: 'reports',
        who: 'people',
        date: '2023',
        place: 'El Geneina',
      },
      { in: '500,000 refugees', measure: 'displaced', figure: '~500000', by: 'panel of experts', isOptional: true },
      {
        in: '7.4 million',
        measure: 'displaced',
        figure: '~7400000',
        by: 'International Organization for Migration',
        stance: 'reports',
        who: 'people',
        date: ['2023-04-15/2024-01-20', '2023-04-15/2024-01', '2023-04-15/..', null],
        place: [null, 'Sudan'],
      },
    ],
  },
  {
    name: 'Wad al-Noura, June 2024',
    language: 'en',
    publishedOn: '2024-06-07',
    zone: 'Africa/Khartoum',
    from: 'Madani Resistance Committee, 5 June 2024; UNICEF, 6 June 2024',
    text: `Fighters of Sudan's Rapid Support Forces attacked the village of Wad al-Noura in Gezira state twice on Wednesday, activists said.
The Madani Resistance Committee, which posted footage of a mass burial, said at least 104 people were killed and hundreds were hurt.
UNICEF's executive director, Catherine Russell, said that at least 35 children were reportedly among those killed and more than 20 injured.
In a statement the RSF said it had attacked three army camps in the area and lost eight of its men.
The war has been going on for 14 months.`,
    claims: [
      {
        in: 'Madani Resistance',
        measure: 'killed',
        figure: '104+',
        by: 'Madani Resistance Committee',
        stance: ['reports', 'claims'],
        who: 'people',
        date: '2024-06-05',
        place: 'Wad al-Noura',
      },
      {
        in: 'Madani Resistance',
        measure: 'wounded',
        figure: 'vague',
        by: 'Madani Resistance Committee',
        stance: ['reports', 'claims'],
        date: '2024-06-05',
        place: 'Wad al-Noura',
      },
      {
        in: 'Catherine Russell',
        measure: 'killed',
        figure: '35+',
        by: 'Catherine Russell',
        stance: 'reports',
        who: 'children',
        date: ['2024-06-05', null],
        place: ['Wad al-Noura', null],
      },
      {
        in: 'Catherine Russell',
        measure: 'wounded',
        figure: '20+',
        by: 'Catherine Russell',
        stance: 'reports',
        date: ['2024-06-05', null],
        place: ['Wad al-Noura', null],
      },
      {
        in: 'lost eight',
        measure: 'killed',
        figure: '8',
        by: 'RSF',
        stance: 'admits',
        who: 'men',
        date: ['2024-06-05', null],
        place: ['Wad al-Noura', 'the area', null],
      },
    ],
  },
]
