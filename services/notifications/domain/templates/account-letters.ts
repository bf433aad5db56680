import { button, type Letter, type Letterhead, paragraph } from '../letter.ts'
import { links } from '../links.ts'

interface Asked {
  readonly name: string
  readonly token: string
}

export const emailVerificationRequested = (
  { name, token }: Asked,
  { shopName, publicUrl }: Letterhead,
): Letter => ({
  subject: `Confirm your e-mail address for ${shopName}`,
  preview: 'One tap, and your account is ready.',
  heading: `Welcome, ${name}`,
  blocks: [
    paragraph('Please confirm that this e-mail address is yours.'),
    button('Confirm my address', links(publicUrl).verifyEmail(token)),
    paragraph('If you did not make an account, you need not do anything: without your yes nothing happens.'),
  ],
})

export const passwordResetRequested = (
  { name, token }: Asked,
  { shopName, publicUrl }: Letterhead,
): Letter => ({
  subject: `Choose a new password for ${shopName}`,
  preview: 'The link works once and for a short time.',
  heading: 'Choose a new password',
  blocks: [
    paragraph(
      `Hello ${name}, somebody asked for a new password for your account. If it was you, go on here.`,
    ),
    button('Choose a new password', links(publicUrl).resetPassword(token)),
    paragraph(
      'The link works once and for a short time. If it was not you, ignore this: your password stays.',
    ),
  ],
})

export const passwordChanged = ({ name }: { name: string }, { shopName, publicUrl }: Letterhead): Letter => ({
  subject: `Your password for ${shopName} was changed`,
  preview: 'If it was not you, act now.',
  heading: 'Your password was changed',
  blocks: [
    paragraph(`Hello ${name}, your account has a new password, and every other device was signed out.`),
    paragraph(
      'If it was not you, somebody else can read your mail or knew your old password: choose a new one.',
    ),
    button('Go to the shop', publicUrl),
  ],
})

export const staffInvited = ({ name, token }: Asked, { shopName, publicUrl }: Letterhead): Letter => ({
  subject: `Your invitation to ${shopName}`,
  preview: 'Choose a password and come in.',
  heading: `Welcome to the staff, ${name}`,
  blocks: [
    paragraph(`Somebody at ${shopName} would like to work with you. Choose a password to sign in.`),
    button('Choose a password', links(publicUrl).acceptInvitation(token)),
    paragraph('The link works once and for three days.'),
  ],
})
