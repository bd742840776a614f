import type { StyleWord } from '../desk-text.ts'
import type { StyleWords } from '../findings/style-context.ts'

const set = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '))

const word = (word: string, instead: string | null): StyleWord => ({ word, language: 'fr', instead })

export const FR_STYLE: StyleWords = {
  list: [
    word('terroriste', null),
    word('rebelle', null),
    word('régime', 'gouvernement'),
    word('neutralisé', 'tué'),
    word('éliminé', 'tué'),
    word('liquidé', 'tué'),
    word('martyr', null),
    word('dommage collatéral', null),
    word('dommages collatéraux', null),
    word('frappe chirurgicale', 'frappe'),
    word('frappes chirurgicales', 'frappes'),
    word('nos soldats', null),
    word('nos troupes', null),
    word('nos forces', null),
    word('lâche attaque', 'attaque'),
    word('lâche attentat', 'attentat'),
  ],
  reported: set(
    'designe designee designes designent classe classee classes classent qualifie qualifiee qualifies qualifient qualifiant considere consideree consideres considerent',
    'inscrit inscrite inscrits liste decrit decrite decrits traite traites traitant accuse accusee accuses accusant accusent inculpe inculpes soi-disant condamne',
    'condamnes mot terme dits baptise surnomme pretendu pretendus presume presumes presumee presumees denonce suspecte suspectes',
  ),
  fixed: {
    terroriste: {
      before: set('infraction infractions malfaiteurs entreprise ex ancien anciens ancienne anciennes'),
      behind: set('presume presumes'),
    },
    rebelle: { before: set('ex ancien anciens ancienne anciennes mal'), behind: set('a au aux') },
    régime: {
      before: set('ancien'),
      behind: set(
        'alimentaire fiscal matrimonial juridique douanier retraite retraites visa visas sanctions assurance croisiere indemnitaire forestier general sec',
        'parlementaire presidentiel semi-presidentiel social special hydrique foncier electoral federal linguistique minceur vegetarien moteur disciplinaire carceral',
      ),
    },
    neutralisé: { before: set(), behind: set() },
  },
  aboutPeople: set('neutralisé éliminé liquidé'),
  people: set(
    'terroriste terroristes combattant combattants insurge insurges rebelle rebelles bandit bandits soldat soldats membre membres personnes hommes assaillant',
    'assaillants commandant chef chefs jihadiste jihadistes djihadiste djihadistes element elements ravisseurs criminels militaires milicien miliciens mercenaires civils',
    'kamikaze kamikazes tireur tireurs individus ennemis',
  ),
  things: set(
    'bombe bombes engin engins mine mines explosif explosifs menace menaces drone drones missile missiles roquette roquettes vehicule vehicules',
    'maladie pauvrete coupe tournoi finale finales match qualification armes stock stocks postes emplois actions societe actifs virus competition',
  ),
}
