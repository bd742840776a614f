export const entering = {}
