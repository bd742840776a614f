import type { Role } from '../../../staff/role.ts'
import type { Messages } from '../messages.tsx'

const rules = new Intl.PluralRules('fr')

const roleHelp: Readonly<Record<Role, string>> = {
  owner: 'La maison elle-même : personnes, clés, réglages, ce qui est scellé.',
  editor: 'Approuve, publie, rectifie, retire.',
  reporter: 'Écrit les articles du service, cite, tient le registre.',
  contributor: 'Écrit ses propres brouillons et ne voit pas ceux des autres.',
  translator: 'Lit ce qui est arrêté, écrit les versions en d’autres langues.',
  researcher: 'Tient le registre, lit ce qui est arrêté.',
}

export const team: Messages['team'] = {
  title: 'Équipe',
  about:
    'Qui travaille ici, et ce qui est confié à chacun. Un pseudonyme convient : rien d’ici ne parvient aux lecteurs.',
  invite: 'Inviter quelqu’un',
  name: 'Nom',
  nameHelp: 'Tel que l’emploient ses collègues. Cette personne pourra le changer.',
  email: 'Courriel',
  emailHelp: 'Le lien y est envoyé. Laissez vide pour le remettre vous-même.',
  noMail: 'Aucun serveur de courriel n’est réglé : remettez le lien vous-même, par une voie sûre.',
  makeLink: 'Créer le lien',
  link: 'Le lien',
  linkHelp: 'Valable une fois. Il est affiché maintenant et plus jamais : remettez-le par une voie sûre.',
  linkMailed: 'Valable une fois, et en route par courriel. Il est affiché maintenant et plus jamais.',
  you: 'vous',
  neverHere: 'Aucune connexion',
  lastHere: 'Dernière connexion',
  suspended: 'suspendu',
  change: 'Modifier',
  roles: 'Ce qui est confié',
  role: 'Rôle',
  roleHelp,
  desk: 'Pour',
  wholePaper: 'tout le journal',
  anotherRole: 'Un autre rôle',
  grantsHelp: 'Qui change de rôle doit se connecter de nouveau.',
  reset: 'Accès perdu : créer un lien',
  resetHelp:
    'Le lien ferme tous les accès précédents et vaut une heure. La suspension met fin à toutes les sessions ; ce qui est écrit reste.',
  suspend: 'Suspendre',
  restore: 'Rétablir',
  restoreHelp: 'L’accès redevient celui d’avant.',
  openInvitations: 'Liens ouverts',
  firstOwner: 'Le premier propriétaire',
  resetLink: 'un nouvel accès',
  goodUntil: 'Valable jusqu’au',
  withdraw: 'Reprendre',
  desks: 'Services',
  desksHelp: 'Un service répond des articles de ses rubriques. Un article sans service est à tous.',
  addDesk: 'Ajouter un service',
  deskName: 'Nom',
  deskSections: 'Ses rubriques',
  sectionCount: (count) => `${count} ${rules.select(count) === 'one' ? 'rubrique' : 'rubriques'}`,
  removeDesk: 'Le supprimer',
}
