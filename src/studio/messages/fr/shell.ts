import type { Role } from '../../../staff/role.ts'
import type { StoryState } from '../../../story/story.ts'
import type { Messages } from '../messages.tsx'

const roles: Readonly<Record<Role, string>> = {
  owner: 'propriétaire',
  editor: 'rédaction en chef',
  reporter: 'reporter',
  contributor: 'contribution',
  translator: 'traduction',
  researcher: 'recherche',
}

const states: Readonly<Record<StoryState, string>> = {
  draft: 'brouillon',
  'in-review': 'en relecture',
  approved: 'approuvé',
  scheduled: 'programmé',
  published: 'publié',
  killed: 'retiré',
}

export const shell: Messages['shell'] = {
  studio: 'Studio',
  skip: 'Aller à la page',
  menu: 'Menu',
  navigation: 'Studio',
  groups: { work: 'Travail', paper: 'Le journal', house: 'La maison' },
  nav: {
    stories: 'Articles',
    tasks: 'Tâches',
    incoming: 'Dépêches',
    calendar: 'Calendrier',
    record: 'Registre',
    pictures: 'Images',
    fronts: 'Unes',
    sections: 'Rubriques',
    bylines: 'Signatures',
    pages: 'Pages',
    redirects: 'Redirections',
    corrections: 'Rectifications',
    style: 'Style maison',
    reports: 'Signalements',
    team: 'Équipe',
    keys: 'Clés d’API',
    audit: 'Journal d’audit',
    import: 'Importer',
    settings: 'Réglages',
    health: 'État du système',
    account: 'Votre compte',
  },
  site: 'Le site',
  roles,
  states,
  whyNot: {
    role: (needed) => `Il faut un autre rôle : ${needed.map((role) => roles[role]).join(', ')}.`,
    desk: 'L’article relève d’un autre service.',
    'not-yours': 'Vous ne pouvez le faire que pour vos propres articles.',
    state: (state) => `Vous ne pouvez pas le faire tant que l’article est dans l’état « ${states[state]} ».`,
    scope: 'Il faut une personne pour cela.',
  },
  loading: 'Un instant…',
  nothingHere: 'Il n’y a rien à cette adresse.',
  backToStories: 'Retour aux articles',
  failed: 'Cet écran n’a pas pu être affiché.',
  tryAgain: 'Réessayer',
  fault: 'Une erreur est survenue de notre côté ; elle a été notée. Réessayez dans un instant.',
  noConnection: 'Pas de connexion. Ce que vous écrivez est gardé sur cet appareil.',
  appearance: { label: 'Apparence', system: 'Comme l’appareil', light: 'Claire', dark: 'Sombre' },
  locked: {
    title: 'Le studio est verrouillé',
    explain:
      'Tout peut être lu et rien modifié, jusqu’à ce que la personne qui gère le serveur le rouvre. Ce que vous écrivez reste sur cet appareil et sera enregistré ensuite.',
  },
  sampleNote:
    'Ceci est l’édition d’exemple : des faits publics réels, racontés pour montrer comment travaille un journal.',
}
