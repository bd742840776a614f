import type { Messages } from '../messages.tsx'

const plural = new Intl.PluralRules('fr')

export const account: Messages['account'] = {
  title: 'Votre compte',
  about: 'Comment vos collègues vous appellent, comment vous entrez, et où vous êtes connecté.',
  you: 'Vous',
  name: 'Comment vos collègues vous appellent',
  language: 'Langue du studio',
  saved: 'Enregistré.',
  appearanceHelp: 'Pour cet appareil.',
  factors: 'Comment vous entrez',
  factorsAbout:
    'Deux accès valent mieux qu’un : qui perd le seul qu’il a doit demander un nouveau lien à un propriétaire. Quand vous les changez, vos autres appareils doivent se reconnecter.',
  passkeys: 'Clés d’accès',
  noPasskeys: 'Vous n’en avez pas encore.',
  addedOn: 'Ajoutée',
  usedOn: 'Dernier usage :',
  never: 'jamais',
  synced: 'copiée sur vos autres appareils',
  rename: 'Renommer',
  addPasskey: 'Ajouter une clé d’accès',
  passwordAndApp: 'Mot de passe et application',
  noPassword: 'Vous n’avez pas de mot de passe. C’est l’autre accès, là où les clés ne marchent pas.',
  setOn: 'Choisi',
  codesLeft: (count) =>
    count === 0
      ? 'aucun code de secours restant'
      : plural.select(count) === 'one'
        ? '1 code de secours restant'
        : `${count} codes de secours restants`,
  changePassword: 'Changer le mot de passe et l’application',
  removePassword: 'Retirer le mot de passe',
  newCodes: 'Créer de nouveaux codes de secours',
  onlyWay: 'C’est votre seul accès. Ajoutez-en d’abord un autre.',
  devices: 'Où vous êtes connecté',
  device: 'Appareil',
  since: 'Connecté',
  seen: 'Dernier usage :',
  thisDevice: 'cet appareil',
  signOutDevice: (name) => `Déconnecter ${name}`,
  everywhere: 'Se déconnecter partout',
  everywhereAbout: 'Met fin à toutes les sessions, celle-ci comprise.',
  signOut: 'Se déconnecter',
  signOutAbout: 'La déconnexion détruit ce que cet appareil garde de vos textes. Ce qui a atteint le serveur y reste.',
  unsent: (count) =>
    plural.select(count) === 'one'
      ? 'Un article de cet appareil n’a pas atteint le serveur. Il est perdu si vous vous déconnectez maintenant.'
      : `${count} articles de cet appareil n’ont pas atteint le serveur. Ils sont perdus si vous vous déconnectez maintenant.`,
  signOutAnyway: 'Les détruire et se déconnecter',
  signOutOffline: 'Le serveur n’a pas pu être joint : vous êtes encore connecté, et rien n’a été détruit.',
  panic: 'En danger',
  confirm: {
    title: 'Montrez encore une fois que c’est vous',
    about: 'C’est demandé avant tout ce qui change qui peut entrer.',
    passkey: 'Confirmer avec une clé d’accès',
    password: 'Mot de passe',
    code: 'Code de votre application',
    confirm: 'Confirmer',
  },
}
