import type { relatedEn } from './related-en.ts'

/** Words that say why a story stands beside another, words on its card, and those about mirrors, in French. */
export const relatedFr = {
  'story.later': 'Depuis',
  'related.event': 'Aussi sur :',
  'related.actor': 'Aussi sur :',
  'related.place': 'Aussi sur :',
  'related.series': 'Aussi dans :',
  'related.section': 'Aussi dans :',
  'related.all': 'Les trouver tous',
  'card.corrected': 'Corrigé le {day}',
  'mirrors.title': 'Autres adresses de ce journal',
  'mirrors.explain':
    'Où lire {paper} quand cette adresse est bloquée ou en panne. Gardez cette liste et faites-la passer.',
  'mirrors.addresses': 'Adresses',
  'mirrors.signedOn': 'Signée le',
  'mirrors.file': 'La liste signée, en fichier',
  'mirrors.key': 'La clé qui signe la liste',
  'mirrors.compare':
    'Notez son empreinte (SHA-256) et comparez-la à celle que nous donnons ailleurs : sur papier, à l’antenne, de vive voix.',
  'mirrors.check': 'Comment vérifier la signature',
  'mirrors.checkFirst':
    'Enregistrez la liste signée sous le nom mirrors.json. Dans bash, la première commande en extrait ce qui est signé :',
  'mirrors.checkThen':
    'La seconde, pour OpenSSL 3, le vérifie avec notre clé et répond « Signature Verified Successfully » :',
  'mirrors.worth': 'Ce que vaut la signature',
  'mirrors.shows':
    'Elle montre que la personne qui détient notre clé a mis ces adresses, et aucune autre, sur la liste à cette date, et que personne ne l’a modifiée depuis.',
  'mirrors.showsNot':
    'Elle ne montre pas qu’une adresse répond aujourd’hui, ni que ce que vous y lisez est intact. Qui nous bloque peut vous montrer une liste plus ancienne : regardez sa date. Et une fausse page peut montrer une fausse clé : c’est pourquoi l’empreinte doit vous parvenir par une autre voie.',
} as const satisfies Readonly<Record<keyof typeof relatedEn, string>>
