import { foldName } from '../../record/name-folding.ts'

/**
 * Words that a record may have as somebody's name or alias ("the army", "Police", the town of Man) and that say nothing
 * alone: a single one of these is never taken for a name.
 */
const WORDS = `
army armies military police soldiers troops forces force government state ministry minister president parliament senate
court rebels rebel militants gunmen fighters militia separatists insurgents army's navy coalition union front party
council committee agency agencies office spokesman spokesperson authorities officials residents witnesses sources media
television radio news press times post guardian sun mirror standard nation people citizens church mosque hospital school
university security defence defense interior health justice mission command operation region province district city
town village north south east west central northern southern eastern western man men women may march august of nice bath
reading mobile the in at us as is he it who will mark hope grace victory peace freedom liberty unity independence state
today saturday sunday monday tuesday wednesday thursday friday january february april june july september october
november december
armee militaires militaire gendarmerie gendarmes soldats troupes gouvernement etat ministere ministre assemblee senat
tribunal rebelles miliciens djihadistes jihadistes terroristes combattants separatistes insurges marine alliance parti
conseil comite agence bureau autorites habitants temoins presse monde figaro point croix humanite eglise mosquee
hopital ecole universite securite interieur sante justice commandement prefecture cercle ville commune nord sud est
ouest centre tours sens orange mer paix liberte victoire aujourd'hui samedi dimanche lundi mardi mercredi jeudi vendredi
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre la le les un une des en de il elle
`

const COMMON: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/).map(foldName))

/** Is a folded word one that stands for nobody in particular? */
export const isCommonWord = (fold: string): boolean => COMMON.has(fold)
