import type { StandingWords } from '../casualties/standing-of.ts'

/** In the order in which a word counts where two stand together: «officiers de police» are police. */
export const FR_STANDINGS: StandingWords = {
  police: /^(?:police|policiers?|policieres?|gendarmes?|commissaires?)$/,
  journalist: /^(?:journalistes?|reporters?|cameram[ae]n|photographes?|correspondants?|confreres?|consoeurs?)$/,
  'aid-worker': /^(?:humanitaires?|secouristes?|ambulanciers?)$/,
  detainee: /^(?:prisonniers?|prisonnieres?|detenus?|detenues?|captifs?|otages?)$/,
  combatant:
    /^(?:soldats?|militaires?|combattants?|militants?|rebelles?|insurges?|terroristes?|djihadistes?|jihadistes?|islamistes?|miliciens?|mercenaires?|assaillants?|assaillantes?|bandits?|tireurs?|kamikazes?|sergents?|caporal|caporaux|lieutenants?|capitaines?|colonels?|general|generaux|commandants?|adjudants?|casques|parachutistes?|legionnaires?|separatistes?|paramilitaires?|suppletifs?|vdp|troupes|forces|bataillons?|brigades?|armee|guerilleros?|paras?)$/,
  civilian:
    /^(?:civils?|civiles?|villageois|villageoises?|paysans?|paysannes?|habitants?|habitantes?|fideles?|etudiants?|etudiantes?|eleves?|ecoliers?|ecolieres?|lyceens?|lyceennes?|enfants?|bebes?|nourrissons?|filles?|fillettes?|garcons?|femmes?|enseignants?|enseignantes?|professeurs?|medecins?|infirmiers?|infirmieres?|pretres?|religieuses?|eveques?|imams?|commercants?|commercantes?|patients?|patientes?|refugies?|refugiees?|passagers?|passageres?|chauffeurs?|conducteurs?|travailleurs?|ouvriers?|orpailleurs?|touristes?|pelerins?|maires?|juges?|avocats?|eleveurs?|bergers?|pecheurs?|cultivateurs?|agriculteurs?|manifestants?|manifestantes?|riverains?|deplaces?)$/,
}
