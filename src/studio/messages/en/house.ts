export const house = {}
