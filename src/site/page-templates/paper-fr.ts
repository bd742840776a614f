import type { PAPER_EN } from './paper-en.ts'

/** Le journal se présente : le texte entre crochets demande les mots de la rédaction. */
export const PAPER_FR = {
  about: `# Qui nous sommes

[Nom du journal] rend compte de [quels conflits, quels pays, pour qui]. Nous avons commencé en [année] parce que [ce qui manquait].

## Ce que nous voulons faire

[En trois ou quatre phrases : ce que vous couvrez, ce que vous laissez à d’autres, et ce qu’un lecteur peut trouver ici chaque semaine.]

## Comment nous choisissons nos sujets

[Qui décide, et selon quoi. Ce que vous ne publiez pas, et pourquoi : la position de troupes avant une attaque, par exemple, ou le nom de prisonniers.]

## Ce que nous croyons de notre métier

- Nous disons qui dit quoi. Un chiffre sans sa source n’est pas un chiffre.
- Nous ne prenons pas parti dans les guerres que nous racontons. [S’il est une cause que vous défendez, comme la liberté de la presse, dites-le ici.]
- La sécurité de ceux qui nous parlent passe avant un article.

## Où nous sommes

[Siège et pays, ou pourquoi vous ne les donnez pas. Le droit dont vous dépendez.]
`,
  ownership: `# À qui appartient le journal

[Nom du journal] est édité par [nom légal], [société, association, fondation] enregistrée en [pays] sous le numéro [numéro].

## Les propriétaires

[Toute personne ou tout organisme qui détient une part de l’éditeur, avec cette part. Pour une association : son bureau, et comment il est élu.]

[Ce que les propriétaires font d’autre : autres sociétés, fonctions publiques, appartenance à un parti.]

## Qui décide de ce que nous publions

La rédaction décide de ce qui est publié. [Ce qui le garantit : statuts, contrat, charte. Ce qui se passe quand un propriétaire veut autre chose.]

Cela était vrai le [date]. Nous modifions cette page dans les [nombre] jours qui suivent tout changement.
`,
  funding: `# De quoi vit le journal

En [année], nous avons dépensé [somme et monnaie]. Voici d’où venait cet argent.

| Origine | Part | Ce qu’elle peut nous demander |
| --- | --- | --- |
| [Lecteurs : abonnements, dons] | [pourcentage] | rien |
| [Une fondation, par son nom] | [pourcentage] | [un rapport sur l’emploi de l’argent ; rien sur ce que nous publions] |
| [Publicité] | [pourcentage] | [rien ; elle est signalée comme telle] |

## Ce que nous refusons

[L’argent d’un gouvernement, d’une partie à un conflit, d’une entreprise d’armement : dites lesquels, et à partir de quelle somme vous nommez un donateur.]

## Ce que nous savons de nos lecteurs

Ce site ne pose aucun cookie et n’exécute aucun script. Il compte combien de fois une page est lue, et non par qui. [Ce que vous gardez d’autre : adresses d’une lettre d’information, données d’abonnés, et pour combien de temps.]
`,
  masthead: `# La rédaction

## La direction

- [Nom], rédacteur ou rédactrice en chef, responsable de tout ce qui paraît ici. [Une phrase : expérience, langues, pays.]
- [Nom], [ce dont cette personne répond]

## Les journalistes

[Les noms, avec ce que chacun suit et les langues dans lesquelles il travaille. Pour ceux qu’on ne peut nommer sans danger : dites qu’ils existent, combien ils sont, et que la direction les connaît.]

## Les noms d’emprunt

Certains de nos journalistes signent d’un autre nom, parce que le leur les mettrait en danger, eux ou leur famille. [Comment vous les vérifiez, et qui connaît leur vrai nom.]

## Comment nous joindre

[Un moyen de joindre chacun, ou la rédaction dans son ensemble.]
`,
} as const satisfies Readonly<Record<keyof typeof PAPER_EN, string>>
