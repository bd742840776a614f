/** The text of an article page as a browser copies it: written for these tests, in the shape site builders give. */
export const PAGE_TEXT = `top of page

Africa

| War & Conflicts

Sudan

Two Ministries Give Two Tolls for the Market of Kabkabiya

portrait of the author.webp

Amal desk

Aug 3, 2024

The health ministry counts nine dead and the governor fourteen after shells fell on a market. Neither says how it counted, and no outside body has been to the town since the fighting closed the road.

Shells fell on the market of the town

The state's health ministry says that nine people died when shells fell on a market on Friday 2 August 2024. The governor's office put the number at fourteen in a statement of the same evening.


What The Ministry Counts

The ministry says that it counts bodies brought to its two hospitals, and nobody else. It gave no list of names, and it did not say when the count was closed.


What Nobody Knows

How many people were buried without being brought to a hospital is not known. Aid organisations say that they have not reached the market since the shelling.

Rwanda Reopens a Border Post for Lorries Only

Rwanda

| Foreign Relations

Kigali and Kinshasa Meet Again in Luanda

DR.Congo

War in DRC

bottom of page
`
