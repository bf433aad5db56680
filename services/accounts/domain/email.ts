/** What two spellings of one address have in common: compared without regard to case or width. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
