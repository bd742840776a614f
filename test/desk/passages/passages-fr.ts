import type { Passage } from './passage.ts'

export const FRENCH_PASSAGES: readonly Passage[] = [
  {
    name: 'Ogossagou, mars 2019',
    language: 'fr',
    publishedOn: '2019-03-24',
    zone: 'Africa/Bamako',
    from: 'autorités maliennes, 23 et 24 mars 2019 ; Minusma',
    text: `Au moins 134 civils peuls, dont des femmes et des enfants, ont été tués samedi dans l'attaque du village d'Ogossagou, dans le centre du Mali, a annoncé l'ONU.
Selon le maire de Bankass, Moulaye Guindo, 55 personnes ont également été blessées.
Une source de sécurité malienne a indiqué à l'AFP que les assaillants étaient habillés en chasseurs traditionnels dozos.
Le village compte quelque 2 000 habitants.`,
    claims: [
      {
        in: 'Au moins 134',
        measure: 'killed',
        figure: '134+',
        by: ["l'ONU", 'ONU'],
        stance: 'reports',
        who: 'civils peuls',
        date: '2019-03-23',
        place: ["village d'Ogossagou, dans le centre du Mali", 'Ogossagou'],
      },
      {
        in: 'Moulaye Guindo',
        measure: 'wounded',
        figure: '55',
        by: ['Moulaye Guindo'],
        who: 'personnes',
        date: '2019-03-23',
      },
    ],
  },
  {
    name: 'Barsalogho, août 2024',
    language: 'fr',
    publishedOn: '2024-08-26',
    zone: 'Africa/Ouagadougou',
    from: 'JNIM, 25 août 2024 ; collectif des proches, septembre 2024',
    text: `Le Jnim, affilié à Al-Qaïda, a revendiqué l'attaque menée samedi à Barsalogho, dans le centre-nord du Burkina Faso, et affirme avoir tué près de 300 militaires et miliciens.
Des sources locales font état d'une centaine de civils tués alors qu'ils creusaient des tranchées autour de la ville.
L'hôpital de Kaya a reçu plus de 100 blessés, selon un agent de santé joint par l'AFP.
Le gouvernement a dénoncé une attaque « barbare », sans donner de bilan.`,
    claims: [
      {
        in: 'Le Jnim',
        measure: 'killed',
        figure: '<300',
        by: ['Le Jnim', 'Jnim'],
        stance: 'claims',
        who: 'militaires et miliciens',
        date: '2024-08-24',
        place: ['Barsalogho, dans le centre-nord du Burkina Faso', 'Barsalogho'],
      },
      {
        in: "d'une centaine",
        measure: 'killed',
        figure: '~100',
        by: ['Des sources locales', 'sources locales'],
        who: 'civils',
        date: '2024-08-24',
      },
      {
        in: "L'hôpital de Kaya",
        measure: 'wounded',
        figure: '100+',
        by: ['un agent de santé', "un agent de santé joint par l'AFP"],
        via: 'AFP',
        date: '2024-08-24',
      },
    ],
  },
  {
    name: 'Inates, décembre 2019',
    language: 'fr',
    publishedOn: '2019-12-11',
    zone: 'Africa/Niamey',
    from: 'ministère nigérien de la Défense, 11 décembre 2019',
    text: `Soixante et onze militaires nigériens ont été tués mardi soir dans l'attaque du camp d'Inates, près de la frontière malienne, a annoncé mercredi le ministère de la Défense.
Le bilan fait également état de douze blessés et de plusieurs disparus.
Un « nombre important de terroristes » a été neutralisé, a ajouté le porte-parole du ministère, le colonel Souleymane Gazobi.
Les combats ont duré trois heures, et l'attaque est la plus meurtrière depuis 2015.`,
    claims: [
      {
        in: 'Soixante et onze',
        measure: 'killed',
        figure: '71',
        by: ['le ministère de la Défense', 'ministère de la Défense'],
        stance: ['admits', 'reports'],
        who: 'militaires nigériens',
        date: '2019-12-10',
        place: ["camp d'Inates, près de la frontière malienne", 'Inates'],
      },
      {
        in: 'Le bilan fait',
        measure: 'wounded',
        figure: '12',
        by: ['Le bilan', 'le ministère de la Défense', null],
        date: '2019-12-10',
      },
      {
        in: 'Le bilan fait',
        measure: 'missing',
        figure: 'vague',
        by: ['Le bilan', 'le ministère de la Défense', null],
        isOptional: true,
      },
      { in: 'nombre important', measure: 'killed', figure: 'vague', by: ['Souleymane Gazobi'], isOptional: true },
    ],
  },
  {
    name: 'Kishishe, novembre 2022',
    language: 'fr',
    publishedOn: '2022-12-08',
    zone: 'Africa/Lubumbashi',
    from: 'enquête préliminaire de la Monusco, 7 décembre 2022 ; gouvernement congolais, 5 décembre 2022 ; M23',
    text: `Au moins 131 civils ont été tués par des rebelles du M23 les 29 et 30 novembre dans les villages de Kishishe et Bambo, dans l'est de la République démocratique du Congo, selon une enquête préliminaire de l'ONU.
Le gouvernement congolais avait avancé lundi le chiffre de 272 morts.
Le M23 a démenti ces accusations et reconnaît la mort de huit civils, tués selon lui par des « balles perdues ».
Au moins 22 femmes et cinq filles ont par ailleurs été violées, d'après la Monusco.`,
    claims: [
      {
        in: 'Au moins 131',
        measure: 'killed',
        figure: '131+',
        by: ["une enquête préliminaire de l'ONU", 'ONU'],
        stance: 'reports',
        who: 'civils',
        place: [
          "villages de Kishishe et Bambo, dans l'est de la République démocratique du Congo",
          'Kishishe et Bambo',
        ],
      },
      {
        in: '272',
        measure: 'killed',
        figure: '272',
        by: ['Le gouvernement congolais', 'gouvernement congolais'],
        stance: 'claims',
      },
      {
        in: 'huit civils',
        measure: 'killed',
        figure: '8',
        by: ['Le M23', 'M23'],
        stance: ['admits', 'claims'],
        who: 'civils',
      },
    ],
  },
  {
    name: 'Moura, mai 2023',
    language: 'fr',
    publishedOn: '2023-05-12',
    zone: 'Africa/Bamako',
    from: "rapport du Haut-Commissariat de l'ONU aux droits de l'homme, 12 mai 2023",
    text: `Au moins 500 personnes ont été tuées à Moura, dans le centre du Mali, entre le 27 et le 31 mars 2022, indique un rapport du Haut-Commissariat de l'ONU aux droits de l'homme publié vendredi.
Parmi elles figurent une vingtaine de femmes et sept enfants.
L'armée malienne avait dit avoir tué 203 terroristes.
Bamako a dénoncé un rapport « biaisé » et nie toute exaction.`,
    claims: [
      {
        in: 'Au moins 500',
        measure: 'killed',
        figure: '500+',
        by: [
          "un rapport du Haut-Commissariat de l'ONU aux droits de l'homme",
          "Haut-Commissariat de l'ONU aux droits de l'homme",
        ],
        stance: 'reports',
        who: 'personnes',
        date: '2022-03-27/2022-03-31',
        place: ['Moura, dans le centre du Mali', 'Moura'],
      },
      {
        in: 'Parmi elles',
        measure: 'killed',
        figure: '~20',
        by: [
          null,
          "Haut-Commissariat de l'ONU aux droits de l'homme",
          "un rapport du Haut-Commissariat de l'ONU aux droits de l'homme",
        ],
        who: 'femmes',
        isOptional: true,
      },
      {
        in: 'Parmi elles',
        measure: 'killed',
        figure: '7',
        by: [
          null,
          "Haut-Commissariat de l'ONU aux droits de l'homme",
          "un rapport du Haut-Commissariat de l'ONU aux droits de l'homme",
        ],
        who: 'enfants',
        isOptional: true,
      },
      {
        in: '203 terroristes',
        measure: 'killed',
        figure: '203',
        by: ["L'armée malienne", 'armée malienne'],
        stance: 'claims',
        who: 'terroristes',
      },
    ],
  },
  {
    name: 'le bateau Tombouctou, septembre 2023',
    language: 'fr',
    publishedOn: '2023-09-08',
    zone: 'Africa/Bamako',
    from: 'gouvernement de transition du Mali, 7 septembre 2023',
    text: `Deux attaques distinctes ont visé jeudi le bateau « Tombouctou » sur le fleuve Niger et une position de l'armée à Bamba, dans le nord du Mali.
Le bilan provisoire est de 49 civils et 15 militaires tués, ont annoncé les autorités de transition.
L'armée affirme de son côté avoir tué une cinquantaine d'assaillants.
Le Groupe de soutien à l'islam et aux musulmans a revendiqué les deux attaques.`,
    claims: [
      {
        in: '49 civils',
        measure: 'killed',
        figure: '49',
        by: ['les autorités de transition', 'autorités de transition'],
        who: 'civils',
        date: '2023-09-07',
      },
      {
        in: '49 civils',
        measure: 'killed',
        figure: '15',
        by: ['les autorités de transition', 'autorités de transition'],
        who: 'militaires',
        date: '2023-09-07',
      },
      {
        in: 'une cinquantaine',
        measure: 'killed',
        figure: '~50',
        by: ["L'armée", 'armée'],
        stance: 'claims',
        who: 'assaillants',
        date: '2023-09-07',
      },
    ],
  },
  {
    name: 'Kaboul, août 2021',
    language: 'fr',
    publishedOn: '2021-08-27',
    zone: 'Asia/Kabul',
    from: 'Pentagone, 26 août 2021 ; responsables de la santé afghans cités par la presse',
    text: `27 août 2021. – L'attentat commis hier aux abords de l'aéroport de Kaboul a coûté la vie à treize militaires américains, a indiqué le Pentagone, qui parle de 18 blessés dans ses rangs.
Plus de 70 Afghans auraient péri dans l'explosion.
L'organisation État islamique a revendiqué l'attaque.
Plus de 100 000 personnes ont été évacuées depuis le 14 août.`,
    claims: [
      {
        in: 'treize militaires',
        measure: 'killed',
        figure: '13',
        by: ['le Pentagone', 'Pentagone'],
        stance: ['admits', 'reports'],
        who: 'militaires américains',
        date: '2021-08-26',
        place: ["l'aéroport de Kaboul", "aux abords de l'aéroport de Kaboul", 'Kaboul'],
      },
      {
        in: 'treize militaires',
        measure: 'wounded',
        figure: '18',
        by: ['le Pentagone', 'Pentagone'],
        stance: ['admits', 'reports'],
        date: '2021-08-26',
      },
      { in: 'Plus de 70', measure: 'killed', figure: '70+', by: null, who: 'Afghans', date: '2021-08-26' },
    ],
  },
  {
    name: 'Jos et Bokkos, décembre 2023',
    language: 'fr',
    publishedOn: '2023-12-26',
    zone: 'Africa/Lagos',
    from: 'Monday Kassah à AFP, 25 décembre 2023',
    text: `Près de 160 personnes ont été tuées dans une série d'attaques contre des villages de l'Etat du Plateau, dans le centre du Nigeria, ont indiqué lundi des responsables locaux.
« Plus de 300 personnes ont été retrouvées blessées », a déclaré à l'AFP Monday Kassah, chef du gouvernement local de Bokkos.
Il a précisé que les attaques avaient commencé samedi et s'étaient poursuivies jusqu'à lundi matin.
La Croix-Rouge locale a fait état de 104 morts dans 18 villages.`,
    claims: [
      {
        in: 'Près de 160',
        measure: 'killed',
        figure: '<160',
        by: ['des responsables locaux', 'responsables locaux'],
        who: 'personnes',
        place: [
          "l'Etat du Plateau, dans le centre du Nigeria",
          "villages de l'Etat du Plateau, dans le centre du Nigeria",
          "des villages de l'Etat du Plateau, dans le centre du Nigeria",
        ],
      },
      { in: 'Plus de 300', measure: 'wounded', figure: '300+', by: 'Monday Kassah', via: 'AFP', who: 'personnes' },
      {
        in: 'Croix-Rouge',
        measure: 'killed',
        figure: '104',
        by: ['La Croix-Rouge locale', 'Croix-Rouge', 'Croix-Rouge locale'],
        stance: 'reports',
      },
    ],
  },
  {
    name: 'Chinagodrar, janvier 2020',
    language: 'fr',
    publishedOn: '2020-01-12',
    zone: 'Africa/Niamey',
    from: 'gouvernement du Niger, 12 janvier 2020',
    text: `Le bilan de l'attaque du camp de Chinagodrar, dans l'ouest du Niger, est passé à 89 soldats tués, a déclaré dimanche le porte-parole du gouvernement, Zakaria Abdourahame.
Le ministère de la Défense avait parlé vendredi de 25 militaires tués et six blessés.
Soixante-dix-sept assaillants ont été « neutralisés », selon la même source.
Un deuil national de trois jours a été décrété.`,
    claims: [
      {
        in: '89 soldats',
        measure: 'killed',
        figure: '89',
        by: ['Zakaria Abdourahame'],
        who: 'soldats',
        place: ["camp de Chinagodrar, dans l'ouest du Niger", "l'ouest du Niger", 'Chinagodrar'],
      },
      {
        in: '25 militaires',
        measure: 'killed',
        figure: '25',
        by: ['Le ministère de la Défense', 'ministère de la Défense'],
        who: 'militaires',
      },
      {
        in: '25 militaires',
        measure: 'wounded',
        figure: '6',
        by: ['Le ministère de la Défense', 'ministère de la Défense'],
      },
      {
        in: 'Soixante-dix-sept',
        measure: 'killed',
        figure: '77',
        by: ['Le ministère de la Défense', 'ministère de la Défense', 'la même source'],
        who: 'assaillants',
      },
    ],
  },
]
