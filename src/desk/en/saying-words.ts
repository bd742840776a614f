import type { SayingWords } from '../dates/saying-words.ts'

/** What ties a date to a saying or to an event in English. */
export const EN_SAYING_WORDS: SayingWords = {
  saying:
    'said says say told tells reported reports announced announces confirmed denied stated added acknowledged accused warned quoted disclosed revealed declared tweeted wrote admitted explained noted insisted briefed testified speaking statement statements interview briefing conference report bulletin communique dispatch speech message published issued posted tweet broadcast'.split(
      ' ',
    ),
  happening:
    'killed wounded injured died dead deaths death attack attacks attacked raid raids raided ambush ambushed explosion explosions exploded blast blasts bombing bombings bombed clash clashes clashed fighting shooting shot strike strikes airstrike airstrikes massacre massacred incident assault assaulted occurred happened place erupted came began struck hit kidnapped kidnapping abducted abduction captured arrested found displaced fled missing murdered executed crashed stormed neutralised neutralized eliminated'.split(
      ' ',
    ),
  clause: 'that what who which whose whom where when after while because as before since although'.split(' '),
  according: ['according', 'per', 'reportedly', 'allegedly', 'apparently', 'purportedly', 'suspected'],
  reported: ['reported', 'recorded', 'announced', 'confirmed'],
  was: ['was', 'were', 'been'],
}
