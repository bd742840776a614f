import type { PeopleWords } from '../casualties/people-words.ts'
import { wordList } from '../text/word-list.ts'

const ONE = wordList(
  'soldat militaire civil militant insurge terroriste rebelle combattant milicien mercenaire bandit guerillero maquisard',
  'villageois habitant resident agriculteur eleveur berger paysan pecheur commercant mineur ouvrier travailleur',
  'personne homme femme enfant garcon fille fillette bebe nourrisson adolescent adolescente jeune adulte etudiant etudiante',
  'eleve ecolier ecoliere lyceen collegien enseignant enseignante professeur instituteur universitaire medecin infirmier',
  'infirmiere soignant secouriste avocat juge magistrat procureur journaliste reporter cameraman photographe pretre pasteur',
  'imam eveque religieuse moine missionnaire fidele pelerin policier policiere agent gendarme garde gardien douanier',
  'pompier marin parachutiste pilote officier sous-officier sergent caporal caporal-chef adjudant lieutenant capitaine',
  'commandant colonel general amiral chef dirigeant responsable cadre politicien senateur depute maire gouverneur prefet',
  'ministre president ambassadeur diplomate consul fonctionnaire employe employee chauffeur conducteur passager passagere',
  'pieton passant touriste visiteur ressortissant ressortissante etranger expatrie citoyen national compatriote',
  'manifestant manifestante activiste opposant partisan membre syndicaliste volontaire benevole humanitaire cooperant',
  'observateur casque detenu prisonnier otage captif refugie migrant deplace colon assaillant attaquant agresseur tireur',
  'kamikaze suspect criminel voleur braqueur ravisseur trafiquant djihadiste jihadiste islamiste extremiste separatiste',
  'independantiste chasseur dozo victime survivant corps cadavre proche parent mere pere frere soeur fils epouse epoux mari',
  'cousin cousine neveu voisin ami collegue camarade patient orpailleur jeune notable roi chanteur marchand commercante',
  'vendeur vendeuse client fermier ingenieur technicien cycliste motard sapeur artisan supplétif suppletif paramilitaire',
  'americain americaine francais francaise britannique israelien israelienne palestinien palestinienne irakien syrien russe',
  'ukrainien malien malienne nigerien nigerian nigeriane burkinabe ivoirien senegalais tchadien camerounais congolais',
  'centrafricain burundais rwandais somalien ethiopien soudanais libyen tunisien algerien marocain egyptien libanais turc',
  'kurde afghan pakistanais indien chinois allemand italien espagnol belge canadien chretien musulman peul dogon touareg',
  'hutu tutsi juif copte sunnite chiite taliban shebab colombien mexicain haitien guineen togolais beninois mauritanien',
)

const plural = (word: string): string =>
  /[sxz]$/.test(word)
    ? word
    : word.endsWith('al')
      ? `${word.slice(0, -2)}aux`
      : word.endsWith('au')
        ? `${word}x`
        : `${word}s`

const MANY: ReadonlySet<string> = new Set([
  ...[...ONE].map(plural),
  ...wordList(
    'gens forces troupes elements familles jeunes casques effectifs compagnons freres proches hommes autres talibans',
    'shebabs peuls fils corps villageois francais congolais',
  ),
])

/** What French tells people by. */
export const FR_PEOPLE_WORDS: PeopleWords = {
  one: ONE,
  many: MANY,
  ofWhom: wordList(
    'membres membre elements combattants combattant soldats soldat militants partisans habitants employes agents hommes',
    'chef chefs commandant responsables dirigeants ressortissants victimes fideles membres corps cadavres gardes rebelles',
  ),
  things: wordList(
    'vehicule vehicules voiture voitures camion camions char chars bus helicoptere helicopteres avion avions drone drones',
    'missile missiles roquettes bombe bombes fusil fusils arme armes maison maisons immeuble immeubles magasins boutiques',
    'eglise eglises mosquee mosquees ecole ecoles hopital hopitaux village villages ville villes position positions base bases',
    'camp camps pont ponts bateau bateaux navire navires vache vaches boeuf boeufs mouton moutons chevre chevres chameaux',
    'chien chiens chevaux elephants animaux betail tetes attaque attaques incident incidents operation operations frappe',
    'frappes explosion explosions affrontements combats attentats sieges voix points buts motos moto convois convoi',
    'localites localite districts regions zones tirs obus pour cent emplois lois euros francs dollars hectares litres',
    'pylones usines bureaux banques trains arbres recoltes jours heures semaines mois ans minutes pays partis fois cas',
    'equipes matchs projets sites stations quartiers cellules reseaux accords meurtres assassinats massacres executions',
    'enlevements engins munitions kilos caisses documents telephones fermes puits',
  ),
  articles: wordList(
    'le la les un une des du ce cet cette ces son sa ses leur leurs notre nos votre mon ma mes tous toutes chaque',
  ),
  anyOne: wordList('un une'),
  further: wordList('supplementaires nouveaux nouvelles'),
  others: wordList('autres autre'),
  adjectives: wordList(
    'autres autre jeunes jeune nombreux nombreuses petits petites petit petite vieux vieil vieille anciens ancien hauts haut',
    'simples pauvres presumes premiers premieres deux trois quatre cinq six',
  ),
  stops: wordList(
    'de a en dans sur sous par pour avec sans chez vers entre depuis pendant lors apres avant contre parmi selon jusque',
    'du au aux des et ou mais donc or ni car que qui dont ou quand lorsque comme si puis ont a ait aient avait avaient est',
    'sont etait etaient ete etre furent fut sera seront serait seraient soit soient aurait auraient avoir ayant eu eut pas ne',
    'plus aussi egalement deja encore notamment il elle ils elles on nous vous je se le la les leur lui y ce cela ceci ici',
    'lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir nuit dont environ tous toutes tres bien puisque',
    'alors durant malgre outre hors pres loin autour ainsi selon suite grace afin janvier fevrier mars avril mai juin juillet',
    'aout septembre octobre novembre decembre',
  ),
  of: wordList('de du des'),
  and: wordList('et ou'),
  nounFirst: true,
  adjective:
    /(?:ais|aises?|ains?|aines?|iens?|iennes?|ois|oises?|aux|els?|elles?|iques?|istes?|aires?|ifs?|ives?|armes|armees|presumes?|civils?|civiles?|musulmans?|arabes?|turcs?|turques?|kurdes?|russes?|belges?|britanniques|sunnites?|chiites?|rebelles|peuls?|touaregs?|talibans?|locaux|innocents?|etrangers?|etrangeres|mineurs?|voisins?|burkinabe|bleus)$/,
  verbal: /(?:ment)$/,
}
