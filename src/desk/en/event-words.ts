import type { EventWords } from '../claims/event-words.ts'

export const EN_EVENT_WORDS: EventWords = {
  events:
    /^(?:attack|ambush|bomb|bombing|blast|explosion|explod|clash|raid|assault|massacre|shooting|shelling|shell|strike|airstrike|battle|fight|fighting|offensive|incident|incursion|killing|kidnapping|abduction|execution|murder|mortar|drone|rocket|siege|seiz|captur|storm|detonat|erupt|crash|struck|fire|invad|overr[au]n|besieg|gunfire|torch|ransack|raz|shot|gunned|slaughter|behead|ramm|plough|plow|burn|burnt|blew|hijack|ambush|derail|capsiz|sank|hostage|bloodshed|carnage)(?:s|es|d|ed|e|ing)?$/,
  outcomes: /^(?:toll|tragedy|violence|dead|victims|killings|disaster|casualties)$/,
  totals:
    /\bsince (?:(?:early|mid|late|the (?:beginning|start)) (?:of )?)?(?:[a-z]+ )?(?:18|19|20)\d\d\b|\bsince (?:the |its |their )?(?:[a-z'-]+ ){0,4}(?:coup|war|conflict|insurgency|invasion|uprising|revolution|takeover|rebellion|hostilities)\b|\b(?:over|in|during|for|within) (?:the )?(?:last|past|recent|previous) (?:[a-z0-9]+ )?(?:months|years|decades?)\b|\bin recent (?:months|years)\b|\b(?:conflict|war|insurgency|rebellion|uprising|unrest) (?:has|have|had) (?:[a-z]+ )?(?:killed|claimed|left|displaced|cost|caused)\b|\bsince (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:since|from) the (?:start|beginning) of (?:the|this) year\b|\b(?:so far this|this) year\b|\bnationwide\b/,
  noTotals:
    /\b(?:deadliest|worst|bloodiest|biggest|largest|highest|heaviest|first|who|which|whose|power|president|deployed|active|present) (?:[a-z'-]+ ){0,8}(?:since|for|in)\b/,
  anew: /^(?:(?:in|during) (?:a|an) (?:separate|another|different|unrelated|earlier|previous|similar)|in (?:separate|other)|separately|elsewhere|meanwhile|another (?:[a-z-]+ )?(?:attack|ambush|bomb|bombing|blast|explosion|raid|strike|airstrike|incident|assault|massacre|clash|shooting)|(?:a|an) (?:separate|similar|earlier|previous|unrelated))(?! man| person)\b/,
  pointing: new Set(['the', 'that', 'this', 'those', 'these', 'same']),
  ofPlace: new Set(['on', 'in', 'at', 'of']),
}
