import type { EventWords } from '../claims/event-words.ts'

export const FR_EVENT_WORDS: EventWords = {
  events:
    /^(?:attaque|embuscade|attentat|explosion|combat|affrontement|raid|assaut|massacre|fusillade|bombardement|frappe|bataille|offensive|incursion|tuerie|enlevement|execution|meurtre|drone|roquette|siege|incident|prise|attaqu|explos|bombard|ecrase|crash|saute|accrochage|operation|drame|fait)(?:s|e|es|er|ee|ees|ent)?$/,
  anew: /^(?:(?:dans|lors d') ?(?:une|un) (?:autre|precedente?)|par ailleurs|ailleurs|pendant ce temps|dans le meme temps|une? autre (?:attaque|attentat|embuscade|incident))/,
  pointing: new Set(["l'", 'le', 'la', 'les', 'cette', 'ce', 'cet', 'ces', 'meme', 'du', 'des', 'au']),
  ofPlace: new Set(['de', "d'", 'du', 'a', 'contre']),
}
