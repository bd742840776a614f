import type { Messages } from '../messages.tsx'

const until = (at: string) =>
  new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

export const entering: Messages['entering'] = {
  title: 'Se connecter',
  about: 'Le studio est réservé à celles et ceux qui travaillent ici.',
  withPasskey: 'Se connecter avec une clé d’accès',
  passkeyHelp: 'Votre appareil, votre téléphone ou votre clé de sécurité vous connaît : ni nom, ni mot de passe.',
  otherWay: 'Se connecter avec un mot de passe',
  otherWayBack: 'Se connecter plutôt avec une clé d’accès',
  who: 'Votre nom ou votre adresse électronique',
  password: 'Mot de passe',
  code: 'Code de votre application',
  codeHelp: 'Six chiffres, ou l’un de vos codes de secours.',
  enter: 'Se connecter',
  noOwner:
    'Cette rédaction n’a pas encore de propriétaire. Le lien vers le premier compte s’affiche là où le serveur a été lancé ; ./onrecord user link en crée un autre.',
  lost: 'Vous n’avez plus d’accès ? Un propriétaire de la rédaction vous donne un nouveau lien.',
  ended: {
    title: 'Vous avez été déconnecté de cet appareil',
    destroyed:
      'Cette session a été fermée : par vous depuis un autre appareil, ou par un propriétaire de la rédaction. Ce que cet appareil gardait de vos textes a été supprimé. Ce qui est sur le serveur reste intact.',
    left: 'Cette session a été fermée : par vous depuis un autre appareil, ou par un propriétaire de la rédaction. Ce que cet appareil gardait de vos textes n’a pas pu être supprimé. Effacez les données de ce site dans les réglages du navigateur.',
  },
  notIn: 'La connexion a échoué',
  problems: {
    forbidden: 'Quelque chose n’est pas juste. Réessayez.',
    tooMany: (at) =>
      at === null
        ? 'Trop d’essais erronés. Attendez un quart d’heure, ou utilisez une clé d’accès.'
        : `Trop d’essais erronés. Prochain essai possible : ${until(at)} ; une clé d’accès fonctionne dès maintenant.`,
    passwordWeak:
      'Le mot de passe doit avoir au moins 12 caractères et ne pas être facile à deviner. Prenez quatre ou cinq mots sans rapport entre eux.',
    codeWrong:
      'Ce n’est pas le code que l’application affiche en ce moment. Attendez le suivant ; si aucun ne convient, réglez l’horloge de cet appareil.',
    nameTaken: 'Quelqu’un porte déjà ce nom ici. Choisissez-en un qui vous distingue.',
    notMade: 'La clé d’accès n’a pas été créée pour cette adresse, ou elle est arrivée trop tard. Réessayez.',
    fault: 'Une erreur s’est produite sur le serveur. Vous n’y êtes pour rien ; réessayez dans un instant.',
  },
  passkeys: {
    unsupported:
      'Ce navigateur n’a pas de clés d’accès ici. Prenez un navigateur plus récent, ou un mot de passe avec une application. Il leur faut https, ou le nom localhost.',
    cancelled:
      'Rien n’a été fait : l’opération a été arrêtée ou a duré trop longtemps. Réessayez quand vous êtes prêt.',
    wrongHost: (origin) =>
      `Les clés d’accès de cette rédaction appartiennent à une autre adresse. Ouvrez le studio à ${origin} et réessayez.`,
    known: 'Cet appareil a déjà une clé d’accès pour vous.',
    failed: 'L’appareil n’a pas pu le faire. Essayez-en un autre, ou un mot de passe avec une application.',
  },
  welcome: {
    title: 'Bienvenue',
    firstOwner: 'Vous installez le studio : ceci crée le premier compte, celui d’un propriétaire.',
    invitation: (paper) =>
      paper === null ? 'Vous êtes invité au studio.' : `Vous êtes invité à travailler avec ${paper}.`,
    reset: 'Donnez-vous un nouvel accès à votre compte. Les anciens sont fermés.',
    roles: (roles) => `Votre rôle : ${roles.join(', ')}.`,
    until: (at) => `Ce lien sert une seule fois, jusqu’au ${until(at)}.`,
    name: 'Comment vos collègues vous appellent',
    nameHelp: 'Un pseudonyme convient. Les lecteurs ne le voient jamais.',
    language: 'Langue du studio',
    noName: 'Écrivez d’abord un nom.',
    noLink: 'Sans lien, pas de compte',
    noLinkHelp:
      'Cette page s’ouvre par un lien que donne un propriétaire. Il faut son adresse entière, avec ce qui suit le #.',
    notGood: 'Ce lien n’est plus valable : il a servi, a été repris ou a expiré.',
    askNew:
      'Demandez-en un nouveau à un propriétaire de la rédaction. Sur le serveur, ./onrecord user link crée celui du premier propriétaire.',
    factor: 'Comment vous entrerez',
    into: 'Aller au studio',
  },
  factor: {
    passkey: 'Avec une clé d’accès',
    passkeyHelp:
      'Le plus sûr : rien à retenir, rien qu’on puisse copier ou donner à une fausse page. Votre appareil demande votre doigt, votre visage ou votre code.',
    make: 'Créer une clé d’accès',
    passkeyName: 'Nom de cette clé',
    thisDevice: 'Cet appareil',
    password: 'Avec un mot de passe et une application',
    passwordHelp:
      'Pour un ordinateur partagé, ou là où les clés d’accès ne marchent pas. Il faut une application qui produit des codes, comme Aegis ou une autre.',
    begin: 'Choisir un mot de passe',
    newPassword: 'Mot de passe',
    newPasswordHelp: 'Au moins 12 caractères. Quatre ou cinq mots sans rapport entre eux, c’est le mieux.',
    scan: 'Scannez ceci avec l’application',
    scanAlt: 'Un code QR pour l’application ; le même secret est écrit au-dessous.',
    secret: 'Ou copiez-y ce secret',
    code: 'Le code que l’application affiche maintenant',
    keep: 'Garder mot de passe et application',
  },
  codes: {
    title: 'Vos codes de secours',
    about:
      'Chacun vous fait entrer une fois, avec votre mot de passe, quand l’application n’est pas à portée. Ils ne sont montrés que maintenant : notez-les et gardez-les loin de cet appareil.',
    copy: 'Tout copier',
    copied: 'Copié',
    kept: 'Je les ai gardés',
  },
  notSetUp: {
    title: 'Ce journal n’a pas encore de nom',
    about: 'Vous êtes connecté, mais le journal n’a pas été installé. Sur le serveur, lancez :',
    after: 'La commande demande le nom, le fuseau, les langues et les rubriques du journal. Revenez ensuite ici.',
    again: 'Regarder de nouveau',
  },
  inline: {
    title: 'Vous êtes déconnecté',
    about:
      'Votre session est terminée. Ce que vous avez écrit est gardé sur cet appareil ; connectez-vous ici, et c’est envoyé.',
    wrongAccount:
      'C’est un autre compte. Ce qui est ici appartient à celui qui l’a écrit : connectez-vous à son nom, ou rouvrez le studio.',
  },
  panic: {
    open: 'Effacer cet appareil',
    about:
      'Retire tout ce que le studio garde dans ce navigateur, y compris les textes qui n’ont pas atteint le serveur, et vous déconnecte. C’est sans retour.',
    wipe: 'Effacer maintenant',
    wiping: 'Effacement…',
    doneSignedOut: 'Ce navigateur ne contient plus rien du studio, et vous êtes déconnecté.',
    doneNoServer:
      'Ce navigateur ne contient plus rien du studio. Le serveur n’a pas pu être joint : votre session y est encore ouverte. Déconnectez tous vos appareils depuis un autre, ou demandez à un propriétaire de vous suspendre.',
    left: (what) =>
      `Ceci n’a pas pu être retiré : ${what}. Fermez les autres onglets du studio, puis effacez les données de ce site dans les réglages du navigateur.`,
    close: 'Fermez cet onglet maintenant. L’historique du navigateur sait encore que vous étiez ici.',
  },
}
