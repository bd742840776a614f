import { phraseList, wordSet } from '../attribution/speech-words.ts'
import type { SpeakerWords } from '../attribution/speaker-words.ts'

/** The kinds of people whom French-language news quotes. */
export const FR_SPEAKER_WORDS: SpeakerWords = {
  standings: [
    {
      standing: 'third-party',
      phrases: phraseList(
        "onu|nations unies|casques bleus|unicef|hcr|ocha|monusco|minusma|minusca|onusien|onusienne|onusiens|oms|croix-rouge|croissant-rouge|cicr|msf|medecins sans frontieres|amnesty|amnesty international|human rights watch|hrw|droits de l' homme|droits de l'homme|droits humains|droits de l' homme|observatoire|hopital|hopitaux|medecin|medecins|agent de sante|agents de sante|medical|medicale|medicales|hospitaliere|hospitalieres|infirmier|infirmiers|ong|associations|association|humanitaire|humanitaires|observateurs|organisation internationale|expert|experts|chercheur|chercheurs|analyste|enqueteurs|commission d' enquete|acled|societe civile|eglise|eveque|pretre|diocese|secouristes|secours|kivu security tracker|barometre|fidh|ligue arabe|union africaine|union europeenne",
      ),
    },
    {
      standing: 'outlet',
      phrases: phraseList(
        'agence|quotidien|quotidiens|journal|journaux|hebdomadaire|magazine|chaine|chaine de television|television|radio|medias|presse|journaliste|journalistes|correspondant|site|media',
      ),
    },
    {
      standing: 'side',
      phrases: phraseList(
        'armee|armees|militaire|militaires|forces armees|force de defense|forces de defense|forces de securite|forces|troupes|soldats|soldat|bataillon|brigade|regiment|etat-major|rebelles|rebelle|rebellion|milice|milices|miliciens|combattants|insurges|groupe|groupes|mouvement|front|junte|djihadistes|jihadistes|djihadiste|jihadiste|islamistes|separatistes|guerilla|terroristes|coalition|alliance|faction|ministere de la defense|ministre de la defense|wagner|mercenaires|etat islamique|ei|daech|al-qaida|boko haram|chebab|shebab|talibans|taliban|hamas|hezbollah|jnim|gsim|m23|adf|fsr|commandement|commandant|otan|kremlin|pentagone|regime|fardc|fama|houthis|csp',
      ),
    },
    {
      standing: 'official',
      phrases: phraseList(
        "ministre|ministres|ministere|ministeres|secretaire|maire|gouverneure|procureure|prefete|prefet|prefecture|gouverneur|gouvernorat|porte-parole|police|policier|policiers|officier|officiers|gendarmerie|gendarme|gendarmes|autorites|autorite|president|vice-president|presidence|premier|responsable|responsables|commissaire|magistrat|magistrats|procureur|parquet|gouvernement|gouvernements|administration|administrateur|conseiller|elu|elus|depute|deputes|senateur|juge|ambassadeur|ambassade|officielle|officielles|officiel|officiels|general|colonel|capitaine|lieutenant|adjudant|chef de secteur|sous-prefet|bourgmestre|securitaire|securitaires|source|sources|renseignement|chef de l' etat|elysee|quai d' orsay|departement d' etat|maison blanche|chancellerie",
      ),
    },
    {
      standing: 'witness',
      phrases: phraseList(
        'temoin|temoins|habitant|habitants|habitante|resident|residents|survivant|survivants|rescape|rescapes|villageois|notable|notables|riverain|riverains|proche|proches|parent|parents|voisin|voisins|pere|mere|frere|soeur|homme|femme|chef du village|chef de village|chef coutumier|leader|paysan|paysans|agriculteur|commercant|chauffeur|enseignant|etudiant|etudiants|refugies|deplaces|famille|familles|victime|victimes|militant|militants|activiste',
      ),
    },
  ],
  titles: wordSet(
    'm mm mme mlle me mgr dr pr gal gen col cdt cne lt adj general colonel commandant capitaine lieutenant adjudant president presidente vice-president ministre secretaire gouverneur maire prefet senateur depute commissaire premier-ministre cheikh imam abbe eveque procureur docteur professeur juge ambassadeur chef sous-prefet directeur directrice',
  ),
  outlets: wordSet(
    'afp ap reuters bbc cnn voa rfi xinhua tass interfax irna sana apa map aps anp dpa efe ansa site flashpoint amaq anadolu tv5 rtl bfmtv rts orf afp. aip abp aib lemonde rtbf nyt ria',
  ),
  outletWords: wordSet(
    'times post news daily radio tv television figaro monde liberation parisien croix jeune-afrique okapi presse france-presse chaine agence quotidien actualite jazeera journal soleil observateur soir matin nation telegraph guardian trust vanguard punch tribune mediapart',
  ),
  parties: wordSet('front armee mouvement parti forces organisation conseil brigade brigades'),
  press: wordSet('journalistes journaliste presse correspondants correspondant reporters reporter'),
  hidden: wordSet('sources source informations rumeurs on certains certaines rapports'),
  groupHeads: wordSet(
    'groupe mouvement organisation milice faction ministere armee brigade bataillon commandement parti branche front ong association observatoire coalition rebelles miliciens insurges departement bureau force agence commission mission',
  ),
  personHeads: wordSet(
    'ministre secretaire porte-parole gouverneur maire responsable officier commandant source medecin habitant temoin general colonel president presidente chef prefet procureur depute elu senateur ambassadeur directeur chercheur notable villageois survivant rescape capitaine lieutenant analyste gouverneure',
  ),
  outletHeads: wordSet('quotidien journal agence magazine hebdomadaire chaine site media'),
  sources: wordSet('source sources'),
  personPronouns: wordSet('il elle lui celui-ci celle-ci'),
  groupPronouns: wordSet('ils elles eux ceux-ci celles-ci'),
  firstPerson: wordSet("je j' nous notre nos mon ma mes"),
  stateForces: wordSet(
    'armee armees militaire militaires forces police gendarmerie marine defense ministere gouvernement junte bataillon brigade regiment garnison etat-major troupes autorites presidence president ministre premier kremlin pentagone tsahal commandement securitaire securitaires securite soldats fardc fama etat',
  ),
  statePeople: wordSet(
    'soldat soldats militaire militaires casques policier policiers gendarme gendarmes agents marins conscrits parachutistes sergent caporal lieutenant capitaine colonel troupes elements fonctionnaires effectifs recrues',
  ),
  fighters: wordSet(
    'combattant combattants hommes miliciens membres membre camarades freres commandants commandant rebelles guerilleros troupes soldats soldat elements effectifs forces rangs mercenaires martyrs pertes militaires policiers gendarmes agents morts blesses',
  ),
  ownWords: wordSet('ses nos notre son sa siens notres propres'),
  theirWords: wordSet('leurs leur'),
  nonState: wordSet(
    'rebelle rebelles rebellion mouvement front milice milices groupe groupes insurges djihadiste djihadistes jihadistes separatiste separatistes guerilla opposition',
  ),
  seats: new Map([
    ['pentagone', ['amer', 'etat', 'us']],
    ['kremlin', ['russ']],
    ['elysee', ['fran']],
    ['tsahal', ['isra']],
    ['fardc', ['cong']],
    ['fama', ['mali']],
  ]),
  civilians: wordSet(
    'civil civils civile civiles villageois enfant enfants femme femmes personnes habitants passagers famille familles fideles',
  ),
  selfWords: wordSet('il elle nous ils elles on ses nos leurs'),
}
