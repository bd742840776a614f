import type { SayingWords } from '../dates/saying-words.ts'

/** What ties a date to a saying or to an event in French. */
export const FR_SAYING_WORDS: SayingWords = {
  saying:
    'dit disent annonce annoncent annoncee declare declarent indique indiquent affirme affirment precise precisent rapporte rapportent accuse accusent explique ajoute revele revelent confirme confirment dement dementi appris communique declaration entretien interview conference rapport bulletin publie publiee diffuse diffusee revendique revendiquee revendiques revendiquees assure souligne reconnu admis informe fustige denonce condamne'.split(
      ' ',
    ),
  happening:
    'tue tues tuee tuees blesse blesses blessee blessees mort morts morte mortes attaque attaques attaquee attaquees embuscade raid explosion explose attentat attentats affrontements combats fusillade frappe frappes massacre massacres incident assaut produit produite lieu survenu survenue survenus deroule deroulee perpetre perpetree mene menee enleve enleves enlevee enlevees enlevement execution executes execute perdu peri perissent saute ecrase capture captures deplaces fui disparu disparus assassine assassines egorges'.split(
      ' ',
    ),
  clause: "que qu' qui dont ou lorsque lorsqu' quand apres alors tandis parce".split(' '),
  according: ['selon', "d'apres", 'apres', 'aurait', 'auraient', 'serait', 'seraient'],
  reported: [
    'signale',
    'signalee',
    'signales',
    'signalees',
    'rapporte',
    'rapportee',
    'enregistre',
    'enregistree',
    'enregistrees',
  ],
  was: ['ete'],
}
