import type { LeadIn, PlaceWords } from '../places/place-words.ts'
import { wordList } from '../text/word-list.ts'

const lead = (kind: LeadIn['kind'], isDoubtful: boolean, ...phrases: readonly string[]): LeadIn[] =>
  phrases.map((phrase) => ({ words: phrase.split(' '), kind, isDoubtful }))

const COMPASS =
  'north south east west northeast northwest southeast southwest north-east north-west south-east south-west'
const SIDES = `${COMPASS} centre center heart outskirts edge middle suburbs interior mouth tip parts part side`

export const EN_PLACE_WORDS: PlaceWords = {
  leadIns: [
    ...lead(
      'near',
      false,
      'close to',
      'not far from',
      'next to',
      'just outside',
      'on the outskirts of',
      'on the edge of',
    ),
    ...lead(
      'near',
      false,
      'off the coast of',
      'in the vicinity of',
      'in front of',
      'in the direction of',
      'on the border with',
    ),
    ...lead(
      'near',
      false,
      ...COMPASS.split(' ').flatMap((side) => [`${side} of`, `to the ${side} of`, `just ${side} of`]),
    ),
    ...lead('near', false, 'near', 'outside', 'around', 'along', 'between', 'beside', 'opposite'),
    ...lead('plain', false, 'in', 'inside', 'across', 'throughout', 'within'),
    ...lead('near', true, 'off'),
    ...lead('plain', true, 'at'),
    ...lead('upon', true, 'on', 'against', 'into', 'targeting', 'attacked', 'hit', 'struck', 'shelled', 'bombed'),
    ...lead('upon', true, 'bombarded', 'raided', 'stormed', 'targeted'),
    ...lead('upon', true, 'captured', 'seized', 'overran', 'invaded', 'besieged', 'torched', 'burned', 'surrounded'),
    ...lead('upon', true, 'looted', 'razed', 'ransacked'),
  ],
  determiners: wordList(
    'the a an his her its their this that these those some several many two three four five six seven eight nine ten',
    'eleven twelve dozens various different multiple other another both all most one our my each numerous few',
  ),
  articles: wordList('the a an his her its their this that these those our my'),
  definite: wordList('the this that these those his her its their our'),
  of: wordList('of'),
  and: wordList('and'),
  sides: wordList(SIDES),
  sideAdjectives: wordList(
    'northern southern eastern western central northeastern northwestern southeastern southwestern north-eastern',
    'north-western south-eastern south-western mid-western coastal upper lower rural downtown mainland greater',
    COMPASS,
  ),
  settlements: wordList('town towns city cities village villages hamlet hamlets township townships settlement capital'),
  areas: wordList(
    'region regions province provinces state states district districts county counties department departments area areas',
    'community communities lga lgas ward wards municipality municipalities governorate governorates prefecture',
    'subdistrict sub-district zone zones territory territories constituency neighborhood',
    'neighborhoods neighbourhood neighbourhoods quarter quarters suburb suburbs enclave canton sector island islands',
    'peninsula valley mountains mountain hills hill forest desert plateau basin gulf sea bay coast coastline border',
    'borderland borderlands strip outskirts republic kingdom emirate commune communes jurisdiction countryside frontier',
    'archipelago delta stronghold strongholds locality localities axis',
  ),
  sites: wordList(
    'market markets marketplace church churches mosque mosques school schools hospital hospitals clinic hotel hotels',
    'restaurant bar cafe nightclub mall stadium theatre theater concert university college campus airport airfield base',
    'bases camp camps barracks checkpoint checkpoints post outpost outposts station stations prison jail embassy',
    'consulate compound building buildings house houses home homes palace factory plant refinery farm farms',
    'farmland road roads highway highways street streets avenue square roundabout bridge dam port harbor harbour river',
    'lake rivers crossing shelter shelters temple monastery cemetery funeral wedding park beach headquarters office',
    'offices site sites position positions location locations garrison seminary synagogue shrine orphanage convent bakery ranch estate depot warehouse terminal railway hall halls supermarket',
    'centre center cinema club gym dormitory library museum resort pub cafeteria',
  ),
  vague: wordList('site sites position positions spot spots location locations target targets'),
  compounds: wordList('local government council military air refugee displacement naval army police border port'),
  countries: wordList('country nation'),
  between: wordList('between'),
  withNeighbour: wordList('with'),
  breaks: wordList(
    'and or but nor so that which who whom whose where when while as than then if because since until after before during',
    'in on at by for with from to of into onto over under about against between among through near around across along',
    'outside inside within without is are was were be been being has have had do does did will would can could may might',
    'must should not no it he she they we you i them him us me there here said says told killed wounded injured killing',
    'according also only just still already least more less up order response retaliation addition connection total',
    'attack attacks ambush statement process month months year years week weeks day days hour hours minutes killed dead',
    'people persons civilians soldiers troops fighters members police men women children terrorists rebels gunmen war',
  ),
  notPlaces: wordList(
    'january february march april may june july august september october november december jan feb mar apr jun jul aug',
    'sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday ramadan christmas easter eid english',
    'french arabic spanish russian hausa swahili parliament congress senate cabinet army navy police government president',
    'minister prime general operation resolution article section chapter he she it they we i mr mrs ms dr gen col maj',
    'capt lt brig sgt chief pope king queen prince sir lord god allah islam christianity christian muslim facebook',
    'twitter telegram whatsapp youtube reuters x the a an this that these those his her its their and but today',
    'yesterday tomorrow phase round part article world war olympics covid-19 ebola interpol unicef nato house bible quran',
    'koran daily times post guardian kremlin pentagon union security foreign defence defense interior human rights',
  ),
  peoples: wordList(
    'israeli palestinian russian ukrainian american british french german turkish iranian iraqi syrian saudi yemeni afghan',
    'pakistani indian chinese egyptian libyan sudanese somali ethiopian eritrean kenyan ugandan rwandan congolese nigerian',
    'malian nigerien chadian cameroonian burkinabe ivorian ghanaian algerian moroccan tunisian lebanese jordanian kurdish',
    'arab sunni shia shiite houthi tuareg fulani herder herders western african european islamic islamist jihadist taliban',
    "isis isil is daesh da'esh dae'sh al-qaeda al-qaida al-shabaab boko haram iswap jnim hamas hezbollah hizbollah wagner m23",
    'adf codeco farc eln fmln ltte pkk ypg sdf rsf lra ansaru ansar ira eta salvadoran colombian peruvian guatemalan us',
    'u.s un uk nato eu saudi-led us-led government rebel rebels army militant militants christian muslim jewish terrorist',
    'suicide drone air bomb gun acid knife terror cyber car truck mortar rocket missile grenade mass ground insurgent',
  ),
  events: wordList(
    'attack attacks massacre massacres bombing bombings blast blasts explosion explosions shooting shootings siege war',
    'assault ambush offensive clashes fighting raid raids killings battle violence crisis conflict strike strikes airstrike',
    'airstrikes shelling earthquake riots unrest',
  ),
  eventsOf: wordList(
    'capture recapture fall siege battle bombing shelling bombardment massacre storming liberation seizure',
  ),
  people: wordList(
    'chief chiefs head heads leader leaders elder elders resident residents official officials guard guards guards worker',
    'workers staff student students children child boys girls teacher teachers police chairman chairmen governor minister',
    'authorities council spokesman court judge forces troops security media television radio bombers bomber attack attacks',
    'goers worshippers fees service services system systems visit owner owners keeper union army',
  ),
  titles: wordList(
    'governor governors president minister ministry mayor chairman chairwoman chief commander spokesman spokeswoman spokesperson',
    'ambassador commissioner senator deputy representative director head leader king emir sultan bishop archbishop judge',
    'mission embassy command bureau correspondent office envoy university government army parliament congress bank',
    'command court coordinator administrator prefect secretary general council union league',
  ),
  speakers: wordList(
    'police officials authorities residents resident official witnesses witness doctors doctor sources source journalists',
    'journalist reporters diplomats diplomat prosecutors government military army medics analysts activists spokesman',
  ),
  speech: wordList(
    'said says say told tells stated speaking spoke speech conference briefing interview announced reporting talks summit',
    'meeting statement addressing confirmed reported added headquartered based born issued released',
  ),
  hearers: wordList(
    'reporters journalists newsmen reporter journalist press media correspondents afp reuters bbc parliament',
  ),
  elsewhere: wordList(
    'evacuated airlifted flown transferred taken rushed hospitalised hospitalized treated treatment treating buried',
    'burial funeral morgue repatriated medevaced recuperating recovering admitted convalescing',
  ),
  distances: wordList('km kms kilometers kilometres kilometer kilometre miles mile meters metres'),
  givesTo: wordList('according loyal belonging'),
}
