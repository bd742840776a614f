import { phraseList, wordSet } from '../attribution/speech-words.ts'
import type { SpeakerWords } from '../attribution/speaker-words.ts'

/** The kinds of people whom English-language news quotes. */
export const EN_SPEAKER_WORDS: SpeakerWords = {
  standings: [
    {
      standing: 'third-party',
      phrases: phraseList(
        'un|u.n|united nations|unicef|unhcr|ocha|unama|monusco|minusma|minusca|unifil|unmiss|unrwa|who|red cross|red crescent|icrc|msf|medecins sans frontieres|doctors without borders|amnesty|amnesty international|human rights watch|hrw|rights watch|rights group|rights groups|rights commission|rights organisation|rights organization|rights organisations|rights organizations|rights activist|rights activists|rights body|rights network|rights office|observatory|hospital|hospitals|doctor|doctors|medics|medic|medical|nurse|nurses|surgeon|surgeons|ngo|ngos|charity|aid group|aid groups|aid agency|aid agencies|aid worker|aid workers|aid organisation|aid organization|monitor|monitors|monitoring|watchdog|expert|experts|researcher|researchers|analyst|analysts|peacekeeping|peacekeepers|investigators|commission of inquiry|board of inquiry|acled|airwars|oxfam|save the children|rescuers|rescue|bloggers|civil society|think tank|organization for migration|organisation for migration|iom|assistance association|prisoners association|bishop|priest|church|diocese|human rights|european union|african union',
      ),
    },
    {
      standing: 'outlet',
      phrases: phraseList(
        'news agency|news agencies|newspaper|newspapers|magazine|broadcaster|television|radio station|state media|local media|daily|weekly|journalist|journalists|reporter|reporters|newsmen|correspondent|press agency|tv|media reports|news site|website|channel',
      ),
    },
    {
      standing: 'side',
      phrases: phraseList(
        "army|armies|military|armed forces|defence forces|defense forces|defence force|defense force|security forces|forces|troops|soldiers|soldier|battalion|brigade|regiment|detachment|garrison|air force|navy|general staff|joint chiefs|rebels|rebel|militia|militias|militants|militant|insurgents|insurgent|fighters|gunmen|group|groups|movement|front|junta|jihadists|jihadist|islamists|separatists|guerrillas|guerrilla|terrorists|coalition|alliance|faction|liberation army|defence ministry|defense ministry|ministry of defence|ministry of defense|ministry of national defence|defence minister|defense minister|wagner|mercenaries|islamic state|isis|isil|is|da'esh|dae'sh|daesh|al qaeda|al-qaeda|boko haram|al-shabaab|al shabaab|taliban|hamas|hezbollah|jnim|fmln|eln|farc|shining path|m23|adf|rsf|affiliate|extraditables|command|commander|commanders|squadron|warlord|combatants|nato|pentagon|idf|kremlin|regime|warring|houthis|houthi|ypg|pkk|sdf",
      ),
    },
    {
      standing: 'official',
      phrases: phraseList(
        "minister|ministers|ministry|secretary|mayor|chairman|chairwoman|chairperson|spokesman|spokesmen|spokeswoman|spokesperson|spokespersons|police|policeman|officer|officers|gendarmerie|authorities|authority|governor|governorate|prefect|president|vice-president|premier|official|officials|commissioner|prosecutor|prosecutors|prosecutor's|government|governments|administration|administrator|councillor|councilor|council|senator|lawmaker|lawmakers|legislator|mp|judge|ambassador|embassy|envoy|aide|administration|state department|white house|foreign office|police force|task force|commandant|general|colonel|major|captain|lieutenant|brigadier|district head|magistrate|coroner|sources|source|intelligence|parliament|deputy|superintendent|sheriff|cabinet|presidency|department|national guard",
      ),
    },
    {
      standing: 'witness',
      phrases: phraseList(
        'witness|witnesses|eyewitness|eyewitnesses|resident|residents|survivor|survivors|villager|villagers|elder|elders|local|locals|relative|relatives|neighbour|neighbours|neighbor|neighbors|man|woman|father|mother|brother|sister|son|farmer|farmers|herder|trader|shopkeeper|driver|teacher|student|students|people|inhabitant|inhabitants|chief|leader|leaders|youth|onlookers|passenger|passengers|worker|workers|refugee|refugees|peasant|peasants|community|victim|victims|widow|family|families|activist|activists',
      ),
    },
  ],
  titles: wordSet(
    'mr mrs ms dr prof gen lt col maj capt cpt sgt cpl brig cmdr adm rev sen rep gov pres amb general colonel major captain lieutenant brigadier commander admiral marshal sergeant president vice-president minister secretary chairman chairwoman chairperson spokesman spokeswoman spokesperson governor mayor senator commissioner superintendent chief sheikh imam bishop archbishop pope prince king queen premier ambassador director officer inspector judge professor doctor sir lord baroness alhaji comrade dsp csp asp sp acp dcp cp secretary-general brig-gen maj-gen lt-gen lt-col chairman deputy attorney-general researcher analyst coordinator emir hon ppro minister prime brigadier-general',
  ),
  outlets: wordSet(
    'afp ap reuters bbc cnn voa rfi upi xinhua tass interfax ria irna sana nan apa dpa efe ansa acan-efe ips prela notimex inravision itar-tass aljazeera kyodo yonhap anadolu site flashpoint jihadology amaq telesur bloomberg guardian politico axios reuters. npr pbs nbc cbs abc msnbc nyt wsj tv5 rtl cadena caracol',
  ),
  outletWords: wordSet(
    'times post news daily weekly tribune herald gazette guardian telegraph chronicle journal radio tv television channel broadcasting press jazeera monde figaro liberation intelligence-group trust vanguard punch standard nation observer mail mirror presse france-presse agency newspaper network-news',
  ),
  parties: wordSet('front army movement party forces organisation organization council brigade brigades'),
  press: wordSet('reporters journalists newsmen reporter journalist correspondents correspondent newspersons pressmen'),
  hidden: wordSet('reports report sources source rumours rumors some many accounts'),
  groupHeads: wordSet(
    'group movement organisation organization militia faction ministry army brigade battalion command agency party affiliate branch front body commission ngo charity observatory monitor watchdog coalition rebels militants insurgents guerrillas department office force company',
  ),
  personHeads: wordSet(
    'minister secretary chairman chairwoman spokesman spokeswoman spokesperson governor mayor official officer commander source doctor resident witness general colonel president leader researcher activist commissioner chief villager survivor senator ambassador prosecutor aide director captain major lieutenant analyst',
  ),
  outletHeads: wordSet('newspaper paper daily agency magazine broadcaster outlet site website weekly'),
  sources: wordSet('sources source'),
  personPronouns: wordSet('he she'),
  groupPronouns: wordSet('it they'),
  firstPerson: wordSet('i we me my our us'),
  stateForces: wordSet(
    'army military forces police gendarmerie navy defence defense ministry government junta battalion brigade regiment garrison detachment staff troops authorities presidency president minister premier kremlin pentagon command command-general security soldiers state',
  ),
  statePeople: wordSet(
    'soldier soldiers police peacekeeper peacekeepers troops troop servicemen serviceman servicemembers service personnel policeman policemen officers officer gendarme gendarmes guards marines sailors airmen conscripts paratroopers sergeant corporal lieutenant captain colonel forces recruits agents crew',
  ),
  fighters: wordSet(
    'fighter fighters men militants militiamen members member combatants comrades brothers commanders commander rebels guerrillas troops soldiers soldier personnel forces ranks side people mercenaries martyrs martyr losses casualties staff policemen officers',
  ),
  ownWords: wordSet('its our ours own'),
  theirWords: wordSet('their his'),
  nonState: wordSet(
    'rebel rebels movement front militia militias group groups insurgents insurgent militants militant jihadist jihadists affiliate separatist separatists guerrilla guerrillas opposition',
  ),
  seats: new Map([
    ['pentagon', ['amer', 'us', 'u', 'unit']],
    ['kremlin', ['russ']],
    ['whitehall', ['brit']],
    ['idf', ['isra']],
    ['fardc', ['cong']],
    ['fama', ['mali']],
  ]),
  civilians: wordSet(
    'civilian civilians villagers children child women woman people residents bystanders passengers noncombatants non-combatants family families worshippers',
  ),
  selfWords: wordSet('it we they he i its our their'),
}
