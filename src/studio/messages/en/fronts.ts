export const fronts = {}
