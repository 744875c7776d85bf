/** The path of a session, or of a verb on it. */
export const sessionPath = (id: string, verb = ''): string =>
  `/client/sessions/${encodeURIComponent(id)}${verb && `/${verb}`}`
