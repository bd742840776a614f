export const writing = {}
