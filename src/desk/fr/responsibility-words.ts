import { phraseList, wordSet } from '../attribution/speech-words.ts'
import type { ResponsibilityWords } from '../responsibility/responsibility-words.ts'

/** How French says who did it. */
export const FR_RESPONSIBILITY_WORDS: ResponsibilityWords = {
  claiming: phraseList(
    "a revendique|ont revendique|avait revendique|revendique la|revendique l'|revendiquent la|revendiquent l'|revendiquant l'|revendiquant la|revendiquant les|revendiquant cette|revendiquant cet|revendiquent les|revendiquent cette",
  ),
  claimedBy: phraseList('revendique par|revendiquee par|revendiques par|revendiquees par'),
  blamedOn: phraseList(
    'attribue a|attribuee a|attribues a|attribuees a|impute a|imputee a|imputes a|imputees a|attribue au|attribuee au|attribuees au|attribues au|imputee au|imputees au|attribue aux|attribuee aux|attribuees aux|attribues aux|imputee aux|imputees aux|imputes aux',
  ),
  accusing: wordSet('accuse accusent accusait accusaient accuses accusant'),
  of: wordSet("d' de"),
  suspected: wordSet('presume presumes presumee presumees suspecte suspectes'),
  doneBy: phraseList(
    'perpetre par|perpetree par|perpetres par|perpetrees par|commis par|commise par|commises par|mene par|menee par|menees par|tue par|tues par|tuee par|tuees par|enleve par|enleves par|enlevee par|enlevees par|attaque par|attaques par|attaquee par|attaquees par|lancee par|lancees par|executes par|execute par|assassine par|assassines par|blesses par|blesse par|massacres par|tire par|conduite par',
  ),
  denying: wordSet('dement dementent dementi nie nient nier rejette rejettent'),
  deeds: wordSet(
    'responsabilite implication role attaque attaques accusations accusation participation massacre tuerie',
  ),
  doing: wordSet('tue attaque assassine enleve massacre execute abattu bombarde kidnappe egorge'),
  be: wordSet('est sont ete etait etaient'),
  have: wordSet('a ont avait avaient'),
  by: wordSet('par'),
  responsible: phraseList(
    "responsable de|responsable d'|responsable du|responsables de|responsables d'|responsables du|responsables des|derriere l' attaque",
  ),
  attacks: wordSet(
    'attaque attaques raid raids embuscade attentat attentats assaut assauts frappe frappes offensive massacre assassinat assassinats enlevement enlevements sabotage bombardement bombardements',
  ),
  noCulprits: wordSet(
    'attaque attaques explosion explosions bombe bombes engin mine mines frappe frappes tirs tir obus affrontements violences vehicule voiture guerre accident',
  ),
  nobody: wordSet('aucun aucune personne nul'),
  armed: wordSet(
    'bandits assaillants hommes armes djihadistes jihadistes terroristes rebelles individus miliciens eleveurs ravisseurs extremistes groupe groupes inconnus',
  ),
  members: wordSet(
    'membre membres combattant combattants rebelle rebelles terroriste terroristes milicien miliciens djihadiste djihadistes jihadistes hommes elements soldats militants guerilleros groupe colonne',
  ),
  ofThem: wordSet("de du d' des"),
  describing: wordSet(
    'djihadiste jihadiste islamiste arme armes armee separatiste presumes presume lourdement plusieurs deux trois quatre cinq rebelle terroriste',
  ),
  organisations: wordSet(
    'front mouvement armee organisation commandement cartel brigade alliance parti forces coalition etat',
  ),
  forces: wordSet('armee police gendarmerie gouvernement'),
  needsHelper: true,
  isSuspectedBehind: true,
}
