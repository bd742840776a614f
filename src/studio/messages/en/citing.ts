export const citing = {}
