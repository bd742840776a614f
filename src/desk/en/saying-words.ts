import type { SayingWords } from '../dates/saying-words.ts'

/** What ties a date to a saying or to an event in English. */
export const EN_SAYING_WORDS: SayingWords = {
  saying:
    'said says say told tells reported reports announced announces confirmed denied stated added acknowledged accused warned quoted disclosed revealed declared tweeted wrote admitted explained noted insisted briefed testified speaking statement statements interview briefing conference report bulletin communique dispatch speech message published issued posted tweet broadcast acknowledges acknowledge admits admit concede concedes conceded confirm confirms put puts raised raise raises revised lowered updated rose risen climbed stood reached estimated estimates counted listed tallied documented verified quotes cited claims claimed asserted alleged boasted blamed blames apologised apologized denies warns accuses announces vowed called urged gave identified toll spoken spoke speaks talked wrote writes'.split(
      ' ',
    ),
  sayingPairs: ['cut the', 'cut its', 'cuts the', 'reduced the', 'reduced its'],
  deeds:
    'ended ending visited visit visiting attended attend attending buried burial burials funeral funerals met meet meeting condemned condemn mourned mourning condolences travelled toured hospitalised hospitalized protest protested protests dispersed pledged promised ordered summoned'.split(
      ' ',
    ),
  happening: [
    'took place',
    'taken place',
    ...'killed wounded injured died dead deaths death attack attacks attacked raid raids raided ambush ambushed explosion explosions exploded blast blasts bombing bombings bombed clash clashes clashed fighting shooting shot strike strikes airstrike airstrikes massacre massacred incident assault assaulted occurred happened erupted came began struck hit kidnapped kidnapping abducted abduction captured arrested found displaced fled missing murdered executed crashed stormed neutralised neutralized eliminated fired opened detonated blew burned burnt torched looted ransacked razed invaded overran overrun besieged surrounded encircled crashed collapsed sank capsized derailed shelled shelling bombarded targeted slaughtered beheaded gunned perished lost slain hacked butchered rammed ploughed plowed seized broke massacring killing rocked'.split(
      ' ',
    ),
  ],
  clause: 'that what who which whose whom where when after while because as before since although'.split(' '),
  according: ['according', 'per', 'reportedly', 'allegedly', 'apparently', 'purportedly', 'suspected'],
  reported: ['reported', 'recorded', 'announced', 'confirmed'],
  was: ['was', 'were', 'been'],
  closing: ['.', 'in', 'on', 'by', 'citing', 'without', 'late', 'early', ';', '”', '"'],
}
