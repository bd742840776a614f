import type { ActorKind } from './actor.ts'
import { type CodebookEntry, defined } from './codebook-entry.ts'
import type { STANDINGS } from './victim-group.ts'

/**
 * Kinds of actors, in our own words. "Terrorist" and "rebel" are no kinds: whoever uses such a word is quoted with it.
 *
 * @see record.md 2.2
 */
export const ACTOR_KIND_WORDS: Readonly<Record<ActorKind, CodebookEntry>> = {
  'state-armed-force': defined(
    'state armed force',
    'force armée d’un État',
    'An army, navy or air force of a state, or a part of one.',
    'Une armée de terre, de mer ou de l’air d’un État, ou une partie d’elle.',
  ),
  'police-or-gendarmerie': defined(
    'police or gendarmerie',
    'police ou gendarmerie',
    'A force of a state that keeps public order.',
    'Une force d’un État chargée de l’ordre public.',
  ),
  government: defined(
    'government',
    'gouvernement',
    'Those who govern a state, by whatever right.',
    'Ceux qui gouvernent un État, à quelque titre que ce soit.',
  ),
  'private-military-company': defined(
    'private military company',
    'société militaire privée',
    'A company whose people fight, train or guard for pay.',
    'Une entreprise dont les membres combattent, instruisent ou gardent contre paiement.',
  ),
  'non-state-armed-group': defined(
    'non-state armed group',
    'groupe armé non étatique',
    'A group under arms that belongs to no state.',
    'Un groupe en armes qui n’appartient à aucun État.',
  ),
  'armed-coalition': defined(
    'armed coalition',
    'coalition armée',
    'Several armed actors under one name.',
    'Plusieurs acteurs armés réunis sous un même nom.',
  ),
  'community-militia': defined(
    'community militia',
    'milice communautaire',
    'Armed people who say that they protect a community.',
    'Des gens armés qui disent protéger une communauté.',
  ),
  'criminal-group': defined(
    'criminal group',
    'groupe criminel',
    'A group that uses force for gain.',
    'Un groupe qui use de la force pour le gain.',
  ),
  'peacekeeping-or-foreign-force': defined(
    'peacekeeping or foreign force',
    'force de paix ou étrangère',
    'Troops in a country that is not their own, under a mandate or by agreement.',
    'Des troupes dans un pays qui n’est pas le leur, sous mandat ou par accord.',
  ),
  'political-body': defined(
    'political body',
    'organisation politique',
    'A party, a movement or a council that acts without arms.',
    'Un parti, un mouvement ou un conseil qui agit sans armes.',
  ),
  'international-body': defined(
    'international body',
    'organisation internationale',
    'A body of several states, such as the United Nations.',
    'Une organisation de plusieurs États, comme les Nations unies.',
  ),
  'aid-organisation': defined(
    'aid organisation',
    'organisation d’aide',
    'A body that brings relief or medical care.',
    'Une organisation qui apporte des secours ou des soins.',
  ),
  'monitor-or-research-group': defined(
    'monitor or research group',
    'observatoire ou groupe de recherche',
    'A body that collects, checks or translates what others say and do.',
    'Une organisation qui recueille, vérifie ou traduit ce que d’autres disent et font.',
  ),
  'news-organisation': defined(
    'news organisation',
    'média',
    'A newspaper, agency, broadcaster or site that reports news.',
    'Un journal, une agence, une chaîne ou un site qui donne des nouvelles.',
  ),
  'social-media-channel': defined(
    'social media channel',
    'chaîne sur un réseau social',
    'An account or channel whose owners we name no further.',
    'Un compte ou une chaîne dont nous ne nommons pas davantage les auteurs.',
  ),
  community: defined(
    'community',
    'communauté',
    'The people of a place, a trade or an origin, not organised under arms.',
    'Les gens d’un lieu, d’un métier ou d’une origine, non organisés en armes.',
  ),
  person: defined('person', 'personne', 'One human being.', 'Un être humain.'),
  unidentified: defined(
    'unidentified',
    'non identifié',
    'Somebody acted, and nobody says who.',
    'Quelqu’un a agi, et personne ne dit qui.',
  ),
}

/** What the victims were, as far as the claims say. */
export const STANDING_WORDS: Readonly<Record<(typeof STANDINGS)[number], CodebookEntry>> = {
  civilian: defined('civilians', 'civils', 'People who were not fighting.', 'Des gens qui ne combattaient pas.'),
  combatant: defined(
    'combatants',
    'combattants',
    'Members of an armed force or group.',
    'Des membres d’une force ou d’un groupe armé.',
  ),
  police: defined('police', 'policiers', 'Police or gendarmes.', 'Des policiers ou des gendarmes.'),
  'aid-worker': defined(
    'aid workers',
    'humanitaires',
    'People at work for relief.',
    'Des gens au travail pour les secours.',
  ),
  journalist: defined(
    'journalists',
    'journalistes',
    'People at work for the news.',
    'Des gens au travail pour l’information.',
  ),
  detainee: defined('detainees', 'détenus', 'People held by others.', 'Des gens retenus par d’autres.'),
  mixed: defined(
    'mixed',
    'groupe mêlé',
    'People of several kinds whom the claim does not tell apart.',
    'Des gens de plusieurs sortes que ce qui est dit ne distingue pas.',
  ),
  unknown: defined('not stated', 'non précisé', 'Nobody says who they were.', 'Personne ne dit qui ils étaient.'),
}
