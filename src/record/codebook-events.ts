import { type CodebookEntry, defined } from './codebook-entry.ts'
import type { EventType, PARTICIPATION_ROLES } from './event.ts'

/** Types of events, in our own words. @see record.md 2.1 */
export const EVENT_TYPE_WORDS: Readonly<Record<EventType, CodebookEntry>> = {
  battle: defined(
    'battle',
    'bataille',
    'Fighting over days or over a wide area, which holds other events as its parts.',
    'Des combats qui durent plusieurs jours ou couvrent une vaste zone, et dont d’autres événements sont des parties.',
  ),
  'armed-clash': defined(
    'armed clash',
    'affrontement armé',
    'Armed sides fire at each other, and nobody says that one of them lay in wait.',
    'Des camps armés échangent des tirs, sans que personne ne parle d’une embuscade.',
  ),
  ambush: defined(
    'ambush',
    'embuscade',
    'An attack by people who lay in wait for others on their way.',
    'Une attaque menée par des gens qui en attendaient d’autres sur leur route.',
  ),
  raid: defined(
    'raid',
    'raid',
    'Armed people enter a place, attack there and leave again.',
    'Des gens armés entrent dans un lieu, y attaquent et repartent.',
  ),
  'air-or-drone-strike': defined(
    'air or drone strike',
    'frappe aérienne ou de drone',
    'A weapon is dropped or fired from an aircraft, a helicopter or a drone.',
    'Une arme est larguée ou tirée d’un avion, d’un hélicoptère ou d’un drone.',
  ),
  'shelling-or-rocket-fire': defined(
    'shelling or rocket fire',
    'tirs d’obus ou de roquettes',
    'Artillery, mortars, tanks or rockets fire from a distance.',
    'De l’artillerie, des mortiers, des chars ou des roquettes tirent à distance.',
  ),
  'explosive-device': defined(
    'explosive device',
    'engin explosif',
    'A mine, a roadside bomb or another charge that was laid goes off or is found.',
    'Une mine, une bombe artisanale ou une autre charge posée explose ou est découverte.',
  ),
  'suicide-attack': defined(
    'suicide attack',
    'attentat-suicide',
    'An attacker sets off a charge meant to kill the attacker too.',
    'Un assaillant déclenche une charge destinée à le tuer lui aussi.',
  ),
  'attack-on-civilians': defined(
    'attack on civilians',
    'attaque contre des civils',
    'Armed people attack people who are not fighting, as the claim has it.',
    'Des gens armés attaquent des personnes qui ne combattent pas, selon ce qui en est dit.',
  ),
  execution: defined(
    'execution',
    'exécution',
    'Somebody held by others is killed by them on purpose.',
    'Une personne tenue par d’autres est tuée par eux délibérément.',
  ),
  abduction: defined(
    'abduction',
    'enlèvement',
    'People are taken away by force, by somebody without the power to arrest.',
    'Des personnes sont emmenées de force par quelqu’un qui n’a pas le pouvoir d’arrêter.',
  ),
  detention: defined(
    'detention',
    'détention',
    'People are arrested or held by an authority.',
    'Des personnes sont arrêtées ou retenues par une autorité.',
  ),
  'sexual-violence': defined(
    'sexual violence',
    'violence sexuelle',
    'Rape or another sexual act under force or threat.',
    'Un viol ou un autre acte sexuel sous la force ou la menace.',
  ),
  'siege-or-blockade': defined(
    'siege or blockade',
    'siège ou blocus',
    'A place is cut off so that people or goods cannot come or go.',
    'Un lieu est coupé, de sorte que ni personnes ni biens ne peuvent y entrer ou en sortir.',
  ),
  'territory-taken': defined(
    'territory taken',
    'prise de territoire',
    'Somebody gains control of a place from somebody else.',
    'Quelqu’un prend à un autre le contrôle d’un lieu.',
  ),
  withdrawal: defined(
    'withdrawal',
    'retrait',
    'Armed people leave a place that they held.',
    'Des gens armés quittent un lieu qu’ils tenaient.',
  ),
  'attack-on-infrastructure': defined(
    'attack on infrastructure',
    'attaque contre des infrastructures',
    'A bridge, power line, school, clinic or the like is attacked.',
    'Un pont, une ligne électrique, une école, un dispensaire ou un autre équipement est attaqué.',
  ),
  'looting-or-burning': defined(
    'looting or burning',
    'pillage ou incendie',
    'Property is taken or set on fire.',
    'Des biens sont pris ou incendiés.',
  ),
  protest: defined(
    'protest',
    'manifestation',
    'People gather in public to demand something, without violence of their own.',
    'Des gens se rassemblent en public pour réclamer quelque chose, sans violence de leur part.',
  ),
  riot: defined(
    'riot',
    'émeute',
    'A crowd uses violence against people or property.',
    'Une foule use de violence contre des personnes ou des biens.',
  ),
  crackdown: defined(
    'crackdown',
    'répression',
    'An authority uses force against people who protest, gather or speak.',
    'Une autorité use de la force contre des gens qui manifestent, se réunissent ou s’expriment.',
  ),
  'ceasefire-or-agreement': defined(
    'ceasefire or agreement',
    'cessez-le-feu ou accord',
    'Sides agree to stop fighting, or on something else that was between them.',
    'Des camps conviennent de cesser le combat, ou s’accordent sur un autre différend.',
  ),
  'prisoner-exchange': defined(
    'prisoner exchange',
    'échange de prisonniers',
    'Sides hand over people whom they held.',
    'Des camps se remettent des personnes qu’ils détenaient.',
  ),
  surrender: defined(
    'surrender',
    'reddition',
    'Armed people lay down their arms to somebody else.',
    'Des gens armés déposent les armes devant d’autres.',
  ),
  displacement: defined(
    'displacement',
    'déplacement de population',
    'People leave their homes because of violence or the fear of it.',
    'Des gens quittent leur foyer à cause de violences ou par crainte d’elles.',
  ),
  accident: defined(
    'accident',
    'accident',
    'People are hurt without anybody meaning it, as far as anybody says.',
    'Des personnes sont touchées sans que personne ne l’ait voulu, pour autant qu’on le dise.',
  ),
  other: defined(
    'other',
    'autre',
    'Something that fits none of the other types.',
    'Ce qui n’entre dans aucun des autres types.',
  ),
}

/** What an actor's part in an event was. */
export const ROLE_WORDS: Readonly<Record<(typeof PARTICIPATION_ROLES)[number], CodebookEntry>> = {
  attacker: defined('attacker', 'assaillant', 'Began the attack.', 'A lancé l’attaque.'),
  defender: defined('defender', 'défenseur', 'Was attacked and fought back.', 'A été attaqué et s’est défendu.'),
  target: defined('target', 'cible', 'Was what the attack was aimed at.', 'Était ce que visait l’attaque.'),
  'perpetrator-alleged': defined(
    'alleged perpetrator',
    'auteur présumé',
    'Is said by somebody to have done the harm.',
    'Est désigné par quelqu’un comme l’auteur du tort.',
  ),
  present: defined(
    'present',
    'présent',
    'Was there, and nobody says more.',
    'Était sur place, sans que personne n’en dise plus.',
  ),
}
