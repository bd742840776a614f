import type { LeadIn, PlaceWords } from '../places/place-words.ts'
import { wordList } from '../text/word-list.ts'

const lead = (kind: LeadIn['kind'], isDoubtful: boolean, ...phrases: readonly string[]): LeadIn[] =>
  phrases.map((phrase) => ({ words: phrase.split(' '), kind, isDoubtful }))

const COMPASS = 'nord sud est ouest nord-est nord-ouest sud-est sud-ouest'
const SIDES = `${COMPASS} centre coeur extreme-nord extreme-sud centre-nord centre-sud centre-est centre-ouest`
const OF = ['de', 'du', 'des', "d'"]
const beforeOf = (...phrases: readonly string[]): string[] =>
  phrases.flatMap((phrase) => OF.map((of) => `${phrase} ${of}`))

export const FR_PLACE_WORDS: PlaceWords = {
  leadIns: [
    ...lead(
      'near',
      false,
      ...beforeOf('près', 'tout près', 'à proximité', 'non loin', 'loin', 'autour', 'au large', 'en dehors'),
    ),
    ...lead(
      'near',
      false,
      ...beforeOf('aux abords', 'aux environs', 'aux portes', 'à la sortie', "à l'entrée", 'en face'),
    ),
    ...lead('near', false, ...beforeOf("à l' entrée", "à l' extérieur", 'le long', 'à la périphérie', 'en périphérie')),
    ...lead('near', false, 'entre', 'à travers'),
    ...lead('plain', false, 'dans', 'en', 'au', 'aux', 'à'),
    ...lead(
      'upon',
      true,
      'sur',
      'contre',
      'visant',
      'ciblant',
      'devant',
      'attaqué',
      'visé',
      'ciblé',
      'frappé',
      'bombardé',
      'touché',
      'touchés',
      'encerclé',
      'envahi',
      'assiégé',
      'incendié',
      'pillé',
      "pris d' assaut",
      'attaquent',
      'frappent',
    ),
  ],
  determiners: wordList(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs notre nos plusieurs deux trois quatre cinq six sept huit",
    'neuf dix onze douze quelques certains certaines differents differentes divers diverses autres autre de plusieurs',
  ),
  articles: wordList("le la les l' un une ce cet cette ces son sa ses leur leurs notre nos"),
  definite: wordList("le la les l' ce cet cette ces son sa ses leur leurs notre au"),
  of: wordList("de du des d'"),
  and: wordList('et'),
  sides: wordList(SIDES, 'banlieue peripherie environs faubourgs alentours abords reste partie'),
  sideAdjectives: wordList(COMPASS),
  settlements: wordList('ville villes village villages localite localites bourg bourgade hameau hameaux cite capitale'),
  areas: wordList(
    'region regions province provinces etat etats departement departements district districts cercle cercles prefecture',
    'prefectures sous-prefecture zone zones territoire territoires commune communes arrondissement arrondissements',
    'quartier quartiers secteur secteurs canton cantons gouvernorat wilaya chefferie collectivite groupement ile iles',
    'vallee montagne montagnes foret desert plateau bassin golfe mer baie cote cotes frontiere frontieres bande enclave',
    'banlieue banlieues republique peninsule archipel delta fief fiefs bastion bastions peripherie environs axe lac',
    'faubourg faubourgs campagne massif parc',
  ),
  sites: wordList(
    'marche marches eglise eglises mosquee mosquees ecole ecoles hopital hopitaux clinique hotel hotels restaurant bar',
    'cafe discotheque stade theatre universite campus aeroport base bases camp camps caserne casernes poste postes',
    'checkpoint prison prisons ambassade consulat immeuble maison maisons domicile palais usine raffinerie',
    'ferme fermes route routes autoroute rue rues avenue rond-point pont barrage port riviere fleuve lycee college',
    'temple monastere cimetiere gare plage site sites position positions garnison paroisse orphelinat couvent',
    'barriere plantation champs concession residence centre-ville centre centres station stations complexe salle tribunal',
    'commissariat supermarche boulangerie gisement terminal entrepot chantier foyer gymnase cinema musee internat dortoir',
    'carrefour peage halle boite gite',
  ),
  vague: wordList('site sites position positions lieu lieux endroit endroits'),
  compounds: wordList(''),
  countries: wordList('pays'),
  between: wordList('entre'),
  withNeighbour: wordList('avec'),
  breaks: wordList(
    'et ou mais ni donc que qui dont ou quand lorsque comme alors si car puis apres avant pendant durant lors depuis dans en',
    'sur sous par pour avec sans vers chez entre contre selon est sont etait etaient a ont avait avaient ete etre il elle',
    'ils elles on nous vous je ne pas plus moins se sa son ses leur leurs y au aux cours cadre attaque attaques embuscade',
    'assaut nuit journee matinee soiree semaine mois annee annees jour jours heures heure minutes communique declaration',
    'personnes civils soldats militaires combattants membres policiers morts blesses tues repression operation guerre',
    'cas fait but mesure suite raison total vigueur train direction tant outre effet particulier moyenne',
  ),
  notPlaces: wordList(
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi',
    'vendredi samedi dimanche ramadan noel paques tabaski parlement congres senat conseil assemblee armee police',
    'gouvernement president presidence premier ministre ministere general operation resolution article il elle ils elles',
    'on nous je m mme mgr dr colonel capitaine commandant lieutenant pape roi dieu allah islam coran bible facebook',
    'twitter telegram whatsapp youtube reuters afp ap figaro monde croix-rouge croissant-rouge rouge union onu otan unicef',
    'interpol elysee kremlin pentagone eglise etat etats front mouvement hamas hezbollah parti ce cette ces le la les un',
    'une des leur leurs covid-19 ebola haut tribunal cour commission ligue nations comite daech qatar-airways',
    'macron poutine',
  ),
  peoples: wordList(
    'boko haram talibans taliban daech hamas hezbollah wagner jnim gsim eigs iswap shebab shebabs al-qaida al-qaeda houthis',
    'rebelles djihadistes jihadistes islamistes terroristes armee forces milice miliciens groupe groupes m23 adf codeco',
    'israel etat islamique',
  ),
  events: wordList(
    'attaque attaques raid raids assaut incendie pillage destruction incursion bombardement bombardements prise',
  ),
  eventsOf: wordList(
    'prise reprise chute siege bataille massacre bombardement bombardements tuerie attentat attentats fusillade explosion combats affrontements otages',
    'liberation capture drame',
  ),
  people: wordList('generale general'),
  titles: wordList(
    'gouverneur president ministre ministere maire prefet sous-prefet chef commandant porte-parole ambassadeur depute senateur',
    'representant directeur responsable roi emir sultan eveque archeveque juge mission ambassade commandement bureau',
    'correspondant envoye universite gouvernement armee parlement procureur tribunal coordinateur secretaire general',
    'administrateur ligue conseil hopital consul',
  ),
  speakers: wordList(
    'police autorites habitants habitant responsables responsable temoins temoin medecins medecin sources source journalistes',
    'journaliste diplomates diplomate gouvernement armee gendarmerie',
  ),
  speech: wordList(
    'declare dit affirme annonce indique explique ajoute confie precise rapporte assure souligne conference interview',
    'entretien sommet reunion communique discours base ne nee depeche publie confirme',
  ),
  hearers: wordList('journalistes journaliste presse afp reuters ap rfi bbc medias correspondants'),
  elsewhere: wordList(
    'evacue evacues evacuee evacuees transfere transferes transferee transferees transporte transportes hospitalise',
    'hospitalises hospitalisee hospitalisees soigne soignes soignee soignees soins inhume inhumes inhumee inhumees enterre',
    'enterres obseques morgue rapatrie rapatries rapatriee rapatriees achemines conduits admis',
  ),
  distances: wordList('km kilometres kilometre metres m'),
  givesTo: wordList(
    'declare dit confie annonce indique affirme explique precise appartenant appartient appartenir attribue attribuee',
    'attribuees attribues impute imputee imputees imputes allegeance grace face quant oppose opposant lie lies liee liees',
    'affilie affilies affiliee affiliees rapport fidele fideles fideliste hommage remis remise livre livres proche proches',
    'favorable hostile selon reproche demande ordonne cede suite due dus',
  ),
}
