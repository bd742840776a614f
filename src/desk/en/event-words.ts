import type { EventWords } from '../claims/event-words.ts'

export const EN_EVENT_WORDS: EventWords = {
  events:
    /^(?:attack|ambush|bomb|bombing|blast|explosion|explod|clash|raid|assault|massacre|shooting|shelling|shell|strike|airstrike|battle|fight|fighting|offensive|incident|incursion|killing|kidnapping|abduction|execution|murder|mortar|drone|rocket|siege|seiz|captur|storm|detonat|erupt|crash)(?:s|es|ed|e|ing)?$/,
  anew: /^(?:(?:in|during) (?:a|an) (?:separate|another|different|unrelated|earlier|previous|similar)|in (?:separate|other)|separately|elsewhere|meanwhile|another|(?:a|an) (?:separate|similar|earlier|previous|unrelated))(?! man| person)\b/,
  pointing: new Set(['the', 'that', 'this', 'those', 'these', 'same']),
  ofPlace: new Set(['on', 'in', 'at', 'of']),
}
