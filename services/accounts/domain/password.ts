import { commonPasswords } from './common-passwords.ts'
import { emailKey } from './email.ts'

/**
 * The form in which a password is hashed and compared: keyboards compose the same accented letter
 * differently (NIST SP 800-63B asks for a normal form).
 */
export const passwordKey = (password: string): string => password.normalize('NFKC')

/** Whether a guesser would try it first: a common one in any case, or the e-mail address itself. */
export function isTooCommon(password: string, email: string): boolean {
  const key = passwordKey(password).toLowerCase()
  return commonPasswords.has(key) || key === emailKey(email) || /^(.)\1*$/u.test(key)
}
