import type { PRACTICE_EN } from './practice-en.ts'

/** Le journal dit comment il travaille : le texte entre crochets demande les mots de la rédaction. */
export const PRACTICE_FR = {
  'corrections-policy': `# Comment nous rectifions

Quand nous nous sommes trompés, nous le disons sur la page elle-même, au-dessus du texte, avec la date et ce qui était faux.

- Nous ne changeons jamais en silence un article paru. Une faute d’orthographe se corrige sans note ; un fait, un nom, un chiffre ou un sens, non.
- Ce que l’article disait avant reste lisible : chaque article mène à ses versions précédentes.
- Quand un chiffre change parce que quelqu’un en a donné un nouveau, ce n’est pas une rectification : l’article dit que le chiffre a bougé depuis.
- Un article n’est retiré que si [il met quelqu’un en danger ; il n’aurait jamais dû paraître]. Son adresse le dit alors, et pourquoi.

## Dites-le-nous

Chaque article porte un lien pour signaler une erreur, sans compte. [Qui lit ces signalements, et en combien de temps vous répondez.]

[À qui s’adresser quand nous ne sommes pas d’accord : un médiateur, un conseil de presse, avec l’adresse.]
`,
  verification: `# Comment nous vérifions

## Qui le dit

Nous écrivons qui a dit une chose, par qui nous la savons, et ce que cette personne avait à y gagner. Dix articles qui reposent sur une même déclaration font une seule source.

## Avant de publier

- [Combien de sources il faut pour annoncer des morts, et quand une seule suffit.]
- [Comment vous vérifiez images et vidéos : lieu, moment, première parution, traces de retouche.]
- [Qui relit un article avant sa parution.]
- Nous interrogeons ceux qu’un article met en cause, et leur laissons [combien de temps] pour répondre.

## Les chiffres

Nous n’additionnons jamais ce que disent des gens différents, et n’en faisons jamais une moyenne. Nous donnons le chiffre le plus bas et le plus élevé, avec le nom de ceux qui les ont donnés.

## Ce que nous ne savons pas

Nous disons ce que nous n’avons pas pu établir, et pourquoi : [pas d’accès, lignes coupées, témoins qui ont peur].

## Les machines

[Ce que vous confiez aux machines, comme la traduction ou la transcription, ce que vous ne leur confiez jamais, et qui relit ce qui en sort.]
`,
  'unnamed-sources': `# Les sources anonymes

Nous nommons nos sources. Nous ne taisons un nom que si [le donner peut coûter la vie, la liberté ou le gagne-pain], et si personne qu’on puisse nommer ne peut dire la même chose.

- Au moins [un membre de la direction, par sa fonction] sait qui est la source et pourquoi elle n’est pas nommée.
- Nous en disons tout ce qui est sans danger : où elle était, comment elle sait, de quel côté elle se tient.
- Nous ne laissons personne en attaquer une autre à l’abri de l’anonymat. [Vos exceptions, s’il y en a.]
- Nous n’écrivons pas « plusieurs sources » pour une seule.

## Ce que nous promettons

Nous ne livrons le nom d’une source à personne. [La loi qui le protège dans votre pays, et ce que vous faites là où aucune ne le protège.]

Ce que nous gardons sur les sources est scellé : [comment, et qui peut l’ouvrir].
`,
  contact: `# Nous joindre

- La rédaction : [adresse électronique]
- Une erreur dans un article : le lien sur l’article lui-même, ou [adresse électronique]
- Une réclamation : [qui y répond, et en combien de temps]
- [Courrier : adresse, ou pourquoi vous n’en donnez pas]
- [Téléphone, avec les heures et le fuseau]

S’il peut être dangereux pour vous qu’on sache que vous nous avez écrit, n’utilisez aucun de ces moyens. Lisez d’abord [la page « Nous écrire sans danger »].
`,
  'contact-safely': `# Nous écrire sans danger

Si vous savez une chose que le public devrait savoir, et qu’on peut vous nuire pour l’avoir dite, lisez cette page jusqu’au bout avant de faire quoi que ce soit.

## D’abord, votre sécurité

Rien ne rend invisible. Pensez à ceux qui savent ce que vous savez : si trois personnes seulement ont vu un document, on cherchera laquelle des trois l’a envoyé. N’envoyez aucun document qui porte votre nom, un numéro qui lui est propre ou une note de votre main.

Ne dites à personne que vous nous écrivez, et ne nous suivez pas ensuite depuis votre propre compte.

## Ce que nous ferons

[Qui lit ce qui arrive, combien de personnes, et en combien de temps elles répondent.]

Nous demanderons comment vous savez ce que vous dites, et si l’on peut vous nommer. Nous ne payons pas les informations. [Ce que vous faites pour protéger une source : où sont gardés les documents, qui peut les ouvrir, quand ils sont détruits.]

## Ce que nous ne pouvons pas faire

Nous ne pouvons ni vous faire sortir d’un pays, ni vous donner de conseil juridique. [Organisations qui peuvent aider, avec des adresses qui marchent dans votre région.]
`,
} as const satisfies Readonly<Record<keyof typeof PRACTICE_EN, string>>
