import type { StandingWords } from '../casualties/standing-of.ts'

/** In the order in which a word counts where two stand together: "police officers" are police. */
export const EN_STANDINGS: StandingWords = {
  police: /^(?:police|policem[ae]n|policewom[ae]n|gendarmes?|constables?|inspectors?|detectives?)$/,
  journalist: /^(?:journalists?|reporters?|cameram[ae]n|photographers?|correspondents?|newsm[ae]n)$/,
  'aid-worker': /^(?:humanitarians?|aid-workers?|aid|paramedics?|rescuers?)$/,
  detainee: /^(?:prisoners?|detainees?|inmates?|captives?|hostages?)$/,
  combatant:
    /^(?:soldiers?|troops|troopers?|forces|guardsm[ae]n|battalions?|brigades?|regiments?|noncommissioned|contras?|military|army|navy|marines?|militants?|fighters?|rebels?|guerr?illas?|subversives?|insurgents?|terrorists?|extremists?|jihadists?|islamists?|militiam[ae]n|militias?|mercenar(?:y|ies)|combatants?|gunm[ae]n|assailants?|attackers?|bombers?|bandits?|sergeants?|subsergeants?|corporals?|lieutenants?|captains?|majors?|colonels?|generals?|commanders?|cadets?|paratroopers?|peacekeepers?|serviceme(?:n|mbers?)|separatists?|paramilitar(?:y|ies)|criminals?|delinquents?)$/,
  civilian:
    /^(?:civilians?|villagers?|farmers?|peasants?|residents?|inhabitants?|worshipp?ers?|students?|pupils?|schoolgirls?|schoolboys?|children|child|bab(?:y|ies)|infants?|girls?|boys?|wom[ae]n|teachers?|professors?|doctors?|nurses?|priests?|nuns?|bishops?|jesuits?|pastors?|imams?|traders?|merchants?|shoppers?|patients?|refugees?|passengers?|drivers?|workers?|tourists?|pilgrims?|mourners?|mayors?|judges?|lawyers?|herders?|fishermen|fisherman|bystanders?|commuters?|voters?|protesters?|demonstrators?)$/,
}
