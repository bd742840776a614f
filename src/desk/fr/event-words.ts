import type { EventWords } from '../claims/event-words.ts'

export const FR_EVENT_WORDS: EventWords = {
  events:
    /^(?:attaque|embuscade|attentat|explosion|combat|affrontement|raid|assaut|massacre|fusillade|bombardement|frappe|bataille|offensive|incursion|tuerie|enlevement|execution|meurtre|drone|roquette|siege|incident|prise|attaqu|explos|bombard|ecrase|crash|saute|accrochage|operation|drame|fait|tir|feu|vis|frapp|touch|irruption|incendi|encercl|assieg|envahi|percut|detone|pilonn|carnage|naufrage|deraill|chavir|mitraill)(?:s|e|es|er|ee|ees|ent)?$/,
  outcomes: /^(?:bilans?|tragedie|violences?|victimes|morts|pertes|catastrophe|tueries?)$/,
  totals:
    /\bdepuis (?:le (?:mois|debut) (?:de |d' |du mois de )?)?(?:[a-z]+ )?(?:18|19|20)\d\d\b|\bdepuis (?:[a-z'-]+ ){0,6}(?:coup|guerre|conflit|insurrection|invasion|revolution|rebellion|soulevement|hostilites)\b|\b(?:ces|au cours des|durant les|en) (?:[a-z0-9]+ )?(?:dernier|derniere)e?s (?:mois|annees|ans|decennies)\b|\ben (?:[a-z]+|\d+) (?:ans|mois)\b|\b(?:conflit|guerre|insurrection|rebellion|violences) (?:a|ont|avait|avaient) (?:[a-z]+ )?(?:fait|cause|cout\w|tue|deplace)\b|\bdepuis (?:le (?:mois|debut) (?:de |d' |du mois de ))?(?:debut |fin |mi-)?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b|\bdepuis (?:le debut de )?(?:l' annee|l' an|cette annee)\b|\bcette annee\b/,
  noTotals:
    /\b(?:pires?|premiere?s?|meurtrieres?|meurtriers?|lourdes?|grave|qui|dont|pouvoir|president|deployee?s?|presente?s?|actifs?) (?:[a-z'-]+ ){0,8}(?:depuis|en)\b/,
  anew: /^(?:(?:dans|lors d') ?(?:une|un) (?:autre|precedente?)|par ailleurs|ailleurs|pendant ce temps|dans le meme temps|une? autre (?:attaque|attentat|embuscade|incident))/,
  pointing: new Set(["l'", 'le', 'la', 'les', 'cette', 'ce', 'cet', 'ces', 'meme', 'du', 'des', 'au']),
  ofPlace: new Set(['de', "d'", 'du', 'a', 'contre']),
}
