import type { SayingWords } from '../dates/saying-words.ts'

/** What ties a date to a saying or to an event in French. */
export const FR_SAYING_WORDS: SayingWords = {
  saying:
    'dit disent annonce annoncent annoncee declare declarent indique indiquent affirme affirment precise precisent rapporte rapportent accuse accusent explique ajoute revele revelent confirme confirment dement dementi appris communique declaration entretien interview conference rapport bulletin publie publiee diffuse diffusee revendique revendiquee revendiques revendiquees assure souligne reconnu admis informe fustige denonce reconnait reconnaissent concede avoue avance avancent evoque evoquent parle parlait revu revise revoit etabli etablit etablissait chiffre estime estiment denombre denombrent recense recensent comptabilise bilan avancait avancaient evoquait evoquaient parlaient parlent confie deplore publient note fustigent soutient soutiennent'.split(
      ' ',
    ),
  sayingPairs: [
    'fait etat',
    'faisait etat',
    'faisaient etat',
    'font etat',
    'fait part',
    'faisait part',
    'fait savoir',
    'fait cas',
    'faisait cas',
    'faisaient cas',
    'ramene le',
    'ramene son',
    'abaisse le',
  ],
  deeds:
    'termine terminee acheve rendu rendue rendus visite assiste rencontre recu recueilli inhume inhumes inhumee inhumees enterre enterres inhumation obseques funerailles hommage condamne condamnent salue exprime presente demande appele deplace manifeste manifestation reuni convoque'.split(
      ' ',
    ),
  happening: [
    'eu lieu',
    'pris place',
    ...'tue tues tuee tuees blesse blesses blessee blessees mort morts morte mortes attaque attaques attaquee attaquees embuscade raid explosion explose attentat attentats affrontements combats fusillade frappe frappes massacre massacres incident assaut produit produite survenu survenue survenus deroule deroulee perpetre perpetree mene menee enleve enleves enlevee enlevees enlevement execution executes execute perdu peri perissent saute ecrase capture captures deplaces fui disparu disparus assassine assassines egorges egorge tire tirs feu irruption vise visee visent touche touchee frappes frappee incendie incendies brule brules pille pilles encercle assiege envahi pilonne bombarde detone actionne percute chavire coule effondre effondree deraille abattu abattus abattue abattues decapite decapites intercepte coute pris perte frappent tuant tuer'.split(
      ' ',
    ),
  ],
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
  closing: [],
}
