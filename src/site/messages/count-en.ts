/** Words of “how we count”, in English. */
export const countEn = {
  'count.title': 'How we count',
  'count.what':
    'Every figure here is somebody’s word. We say whose it is, what exactly was said, through whom it reached us, and what became of it.',
  'count.contents': 'On this page',
  'count.never': 'What we never do',
  'count.neverExplain': 'These rules have no exception, and the program that makes these pages cannot break them.',
  'count.never.add': 'We never add up figures of different people, and never take their average.',
  'count.never.best':
    'We never pick a “best” number. Where two of us have checked a figure, that stands apart, signed and dated.',
  'count.never.vague': 'We never turn “dozens” into a number. The word stands as it was said.',
  'count.never.carry': 'We never count ten outlets that repeat one statement as ten statements.',
  'count.never.admission': 'We never take an admission for proof, nor silence for agreement.',
  'count.never.delete': 'We never let a claim vanish. What was taken back stays, and says so.',
  'count.never.point': 'We never put a dot on a map where only an area is known.',
  'count.never.change':
    'We never change a published story without a note. The box beside it follows the record; the words stay.',
  'count.box': 'A box, as you meet it in a story',
  'count.boxExplain':
    'This clash is invented. Everything else is real: the same rules count it and the same hand draws it.',
  'count.boxRead':
    'Read a row as a sentence: who, what they do by saying it, the figure. Beneath it stands the way by which it came to us. The number over the rows runs from the lowest figure stated to the highest; the word without a number and the denial are not in it.',
  'count.marks': 'The marks',
  'count.marksExplain':
    'A shape stands before each row. It says where the speaker stands towards those of whom it speaks; whether it tells the truth, no shape can say.',
  'count.mark.enemy': 'A triangle: it speaks of an enemy’s losses. Enemies’ losses are easily made larger.',
  'count.mark.own':
    'A square: it speaks of its own people, or of harm that it is accused of. Own losses are easily made smaller.',
  'count.mark.other':
    'A disc: it took no part and speaks of others. It may still sympathise with a side; then the row says so.',
  'count.mark.unknown': 'A diamond: we cannot tell where it stands.',
  'count.mark.denies': 'A cross: it denies. A denial stands on its own line and changes no number.',
  'count.mark.part':
    'A hollow mark: the figure is about a part of the event only, and is not in the number over the rows.',
  'count.numbers': 'One figure',
  'count.numbersExplain':
    'We keep a figure as it was said. From it we take the lowest and the highest number it states, and none that it does not.',
  'count.kinds': 'What is said, and which numbers that states',
  'count.said': 'Said',
  'count.lowest': 'Lowest',
  'count.highest': 'Highest',
  'count.meaning': 'What it means',
  'count.orMore': '{number} or more',
  'count.many': 'Several figures for one thing',
  'count.manyExplain':
    'One figure counts for each origin, its latest. Over the rows stands the lowest number that anybody states and the highest. Words without a number are shown, and move neither end.',
  'count.ranges': 'What several people say, and what stands over it',
  'count.saidByOthers': 'Said',
  'count.youRead': 'You read',
  'count.conflict':
    'Where no number could satisfy everybody, we say that the figures contradict each other. We do not say who is right.',
  'count.tolls':
    'A toll that grows during the day is no contradiction: 3 in the morning, 7 at noon and 12 in the evening is 12, with the earlier ones in its history.',
  'count.origins': 'Origins',
  'count.originsExplain':
    'An origin is somebody who says it for themselves. We follow each figure back to it. Origins say nothing about truth: two allies are two origins.',
  'count.origins.one':
    'A group makes a statement, a monitor translates it, an agency quotes the monitor, seven newspapers print the agency. Ten places, one origin.',
  'count.origins.two':
    'An agency quotes “two security officials” and “a local official”, another one “a military source”. The first and the last may be the same people: so two at least and three at most.',
  'count.origins.circle':
    'One site cites another, and that one cites the first. Nobody said it for themselves: as far as we know, there is no origin.',
  'count.against': 'Denied, revised, taken back',
  'count.againstExplain':
    'A figure that is denied is marked “disputed”. The denial has its own row, with who denies what; no zero is made of it, for “no losses” is a figure and “that is not so” is not.',
  'count.takenBack':
    'Who revises a figure replaces it; who takes it back leaves none. Only the one who said it can do either. The earlier words stay on the page, struck through, with the day on which they ceased to count. A figure known from a machine’s translation only does not count until a person who reads the language confirms it.',
  'count.parts': 'A part and the whole',
  'count.partsExplain':
    'A battle may hold an ambush, and civilians may include children. A figure for the part stands beside the whole and never in its number. It can show that two figures do not fit: more dead in the ambush by one account than in the whole battle by another.',
  'count.when': 'Dates',
  'count.whenExplain':
    'A date is written as exactly as it is known, and no more. When something happened, when it was said and when we recorded it are three different dates.',
  'count.where': 'Places',
  'count.whereExplain':
    'A place is drawn as exactly as it was stated. A newsroom’s dateline is not where something happened.',
  'count.ours': 'When we have checked ourselves',
  'count.oursExplain':
    'Most of what stands here is nobody’s knowledge but the speaker’s. Where we have checked, we say against which standard, and how. “Verified” and “refuted” take two of us, and evidence that does not come from the one who said it.',
  'count.words': 'Every word we use',
  'count.wordsExplain':
    'The lists behind the record, each word with its meaning. The files for researchers use the same words.',
  'count.files': 'The files, and what each column holds:',
  'count.list.eventType': 'What happened',
  'count.list.role': 'How somebody took part',
  'count.list.actorKind': 'Who acts',
  'count.list.standing': 'Who was hurt',
  'count.list.measure': 'What happened to them',
  'count.list.act': 'What somebody does by saying it',
  'count.list.stance': 'Where a speaker stands',
  'count.list.stanceWord': 'The word before a figure',
  'count.list.figureKind': 'Kinds of figures',
  'count.list.vagueTerm': 'Words without a number',
  'count.list.counting': 'What stretch of time a figure counts',
  'count.list.basis': 'What a claim rests on',
  'count.list.verdict': 'What we hold ourselves',
  'count.list.placeKind': 'Kinds of places',
  'count.list.wherePrecision': 'How exactly a place is known',
  'count.example.event': 'An invented clash at a bridge',
  'count.example.soldiers': 'Soldiers',
  'count.example.army': 'Army',
  'count.example.group': 'Northern Front',
  'count.example.hospital': 'Town hospital',
  'count.example.monitor': 'Monitoring group',
} as const
