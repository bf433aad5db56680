import type { I18nProvider } from 'react-admin'

/** What react-admin says by itself, in our words. */
const TEXTS: Readonly<Record<string, string>> = {
  'ra.notification.created': 'Added.',
  'ra.notification.updated': 'Saved.',
  'ra.notification.deleted': 'Removed.',
  'ra.notification.http_error': 'The shop cannot be reached. Check your connection and try again.',
  'ra.notification.data_provider_error': 'Something went wrong here. Try again, or reload the page.',
  'ra.notification.item_doesnt_exist': 'That is not there any more. Somebody may have removed it.',
  'ra.notification.logged_out': 'Your session ended. Sign in again to go on.',
  'ra.notification.not_authorized': 'Your role does not allow this.',
  'ra.message.invalid_form': 'Some fields need another look: they say what is wrong.',
  'ra.auth.auth_check_error': 'Sign in to go on.',
  'ra.auth.sign_in_error': 'Signing in did not work. Check what you typed and try again.',
  'ra.page.empty': 'Nothing yet',
}

/** One language so far. */
export const i18nProvider: I18nProvider = {
  translate(key: string, options?: { _?: string }) {
    return TEXTS[key] ?? options?._ ?? key
  },
  changeLocale: async () => {},
  getLocale: () => 'en',
}
