import type { PeopleWords } from '../casualties/people-words.ts'
import { wordList } from '../text/word-list.ts'

const ONE = wordList(
  'soldier trooper civilian militant insurgent terrorist rebel fighter gunman militiaman mercenary bandit guerrilla',
  'villager resident inhabitant farmer herder herdsman peasant pastoralist fisherman trader miner worker labourer laborer',
  'person man woman child boy girl baby infant toddler teenager youth adult minor student pupil schoolboy schoolgirl',
  'teacher professor lecturer academic doctor nurse medic paramedic surgeon lawyer judge prosecutor journalist reporter',
  'cameraman photographer broadcaster editor priest pastor cleric imam bishop archbishop cardinal nun monk missionary',
  'worshipper pilgrim parishioner seminarian policeman policewoman constable officer guard bodyguard gendarme ranger',
  'detective inspector agent spy marine sailor paratrooper pilot recruit conscript cadet sergeant corporal lieutenant',
  'captain major colonel general admiral commander leader chief politician senator deputy congressman councilman mayor',
  'governor minister president ambassador diplomat consul envoy official bureaucrat employee staffer driver passenger',
  'pedestrian passerby bystander onlooker shopkeeper vendor merchant businessman executive banker industrialist rancher',
  'landowner engineer technician volunteer activist protester demonstrator striker supporter follower member unionist',
  'peacekeeper observer contractor translator interpreter consultant adviser advisor expert scientist researcher',
  'prisoner inmate detainee hostage captive refugee migrant settler tourist visitor guest foreigner citizen national',
  'attacker assailant assassin hijacker bomber suspect criminal murderer kidnapper thief robber trafficker smuggler cultist',
  'jihadist islamist extremist separatist subversive delinquent combatant warrior defector deserter vigilante hunter',
  'victim survivor corpse body relative parent mother father brother sister son daughter wife husband uncle aunt',
  'grandmother grandfather grandson nephew niece cousin neighbour neighbor friend colleague comrade patient caretaker',
  'gardener housekeeper cook maid servant mayor monarch ruler king prince elder chairman chairwoman councillor player',
  'american briton frenchman israeli palestinian iraqi syrian russian ukrainian malian nigerian somali ethiopian tigrayan',
  'afghan pakistani indian colombian salvadoran peruvian guatemalan honduran chilean spaniard german italian canadian',
  'turk kurd saudi houthi yemeni libyan sudanese congolese rwandan burundian kenyan ugandan mozambican cameroonian chadian',
  'burkinabe ivorian egyptian algerian tunisian moroccan lebanese jordanian iranian turkmen hutu tutsi fulani jew muslim',
  'christian sunni shiite shia yazidi catholic protestant jesuit nicaraguan ecuadoran bolivian brazilian mexican cuban',
  'jordanian filipino indonesian thai burmese chinese japanese korean australian dane dutchman swede pole',
  'watchman patrolman newsman nightwatchman seaman cyclist motorcyclist commuter shopper fighter-pilot counsellor legislator',
)

const IRREGULAR = wordList(
  'people persons men women children gunmen militiamen policemen policewomen servicemen servicewomen fishermen herdsmen',
  'businessmen congressmen councilmen cameramen frenchmen troops personnel police militia guerrillas peacekeepers youths',
  'folk families clergy crewmen clergymen tribesmen clansmen infantrymen airmen seamen guardsmen gendarmes oilmen kinsmen',
  'passers-by bodies corpses babies wives thieves mercenaries victims militias forces elements staff crew',
  'schoolchildren schoolgirls schoolboys lives souls grandchildren spokesmen workmen foremen firemen riflemen',
  'others individuals internationals nationals aides crowds workmates teens cadres commandos houthis taliban marines',
  'lebanese congolese sudanese burmese chinese japanese siblings twins newborns citizens fulani hutu tutsi burkinabe',
  'gunners bombers commanders units newsmen watchmen patrolmen seamen townsmen sportsmen salesmen',
)

/** The plurals that English makes by adding "s". */
const MANY: ReadonlySet<string> = new Set([
  ...[...ONE].map((word) => (/[sx]$/.test(word) ? `${word}es` : `${word}s`)),
  ...IRREGULAR,
])

/** What English tells people by. */
export const EN_PEOPLE_WORDS: PeopleWords = {
  one: ONE,
  many: MANY,
  ofWhom: wordList(
    'members member fighters soldiers troops militants supporters followers employees officials leaders leader elements',
    'residents inhabitants citizens officers personnel students commander commanders victims children families relatives',
    'guards agents staff workers men women people combatants thousands hundreds president head chief director bodies body',
    'civilians adherents partisans guerrillas rebels terrorists activists parishioners peacekeepers survivors',
  ),
  things: wordList(
    'vehicle vehicles truck trucks car cars tank tanks bus buses helicopter helicopters aircraft plane planes jet jets',
    'drone drones missile missiles rocket rockets bomb bombs rifle rifles gun guns weapon weapons grenades mortars mines',
    'house houses home homes building buildings shop shops church churches mosque mosques school schools hospital hospitals',
    'village villages town towns city cities position positions base bases camp camps bridge bridges ship ships boat boats',
    'vessel vessels cow cows cattle sheep goat goats camel camels dog dogs horse horses elephant elephants animals animal',
    'livestock bird birds pigs chickens donkeys attack attacks incident incidents operation operations strike strikes',
    'explosion explosions clash clashes battle battles bombing bombings raid raids seat seats vote votes points goals',
    'districts district provinces areas area regions region kilometers kilometres rounds shots shells percent bills bill',
    'proposals proposal jobs plans laws motorcycles motorbikes motorcycle convoys convoy outposts checkpoints targets target',
    'pylons towers pipelines dollars pounds tons acres barrels bullets wounds governments countries parties occasions cases',
    'wickets matches games teams rounds trees crops reports report days hours weeks months years minutes times nations',
    'warplanes gunboats hideouts laboratories facilities stations offices banks trains deals talks hopes treaties species',
    'murders killings assassinations kidnappings massacres executions elections documents cassettes arms ammunition',
    'blast blasts warships airstrikes sites kilos packages cartridges magazines computers phones branches farms',
  ),
  articles: wordList('the a an this these those his her their its our my your another all both each every any'),
  anyOne: wordList('a an another'),
  further: wordList('more additional further the such'),
  others: wordList('others other'),
  adjectives: wordList(
    'innocent unarmed armed elderly young old male female other more local foreign suspected alleged wounded injured dead',
    'off-duty senior military army police security government pro-government civilian civil regular former rebel unidentified',
    'islamist jihadist ethnic black white pregnant missing displaced murdered kidnapped slain captured enemy allied national',
    'traditional religious aid relief humanitarian health medical media school university high-ranking top student peasant',
    'guerrilla terrorist paramilitary death-squad presidential municipal right-wing left-wing minor poor innocent',
    'deceased prominent well-known unnamed additional further many several few international coalition peacekeeping',
  ),
  stops: wordList(
    'of in on at by for from to with without after before during between among against near into onto over under through',
    'across around about along amid since until while when where who whom whose which that as because if though although',
    'unless than and or but nor so yet were was is are be been being am have has had having do does did will would shall',
    'should can could may might must not never also already just still only even there here it he she they we i you him them',
    'us me himself themselves said says told reported added according including plus alongside yesterday today tonight',
    'monday tuesday wednesday thursday friday saturday sunday last next this that per via upon inside outside within behind',
    'beside besides despite both either neither toward towards then later too ago left got get gets went lost remain remained',
    'became become what how why out up down off back away again together alone whereas some every no dead apparently live',
    'confirmed early late minutes january february march april june july august september october november december',
  ),
  of: wordList('of'),
  and: wordList('and or & plus'),
  nounFirst: false,
  adjective: /^$/,
  verbal: /(?:ed|ing|ly)$/,
}
