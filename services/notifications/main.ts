import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { crashPointsAround, port, setting } from '@souk/kit/runtime'
import { notifications, smtpMailer } from './service.ts'

const settings = {
  smtpHost: setting('SOUK_SMTP_HOST', 'Who sends the mail.', String, '127.0.0.1'),
  smtpPort: setting('SOUK_SMTP_PORT', 'The port it takes mail on.', port),
  shopName: setting('SOUK_SHOP_NAME', 'How the shop calls itself in its mail.', String, 'Souk'),
  from: setting('SOUK_MAIL_FROM', 'Whom its mail is from.', String, 'Souk <shop@example.com>'),
  staffEmail: setting('SOUK_STAFF_EMAIL', 'Who hears what runs low.', String, 'admin@example.com'),
  publicUrl: setting('SOUK_PUBLIC_URL', 'Where shoppers find the shop.', String),
}

await runService({
  settings,
  compose: ({ smtpHost: host, smtpPort, shopName, from, publicUrl, staffEmail }) => {
    const mailer = smtpMailer({ host, port: smtpPort })
    return notifications({
      mailer: crashPointsAround(mailer, { service: 'notifications', as: 'mailer', calls: ['send'] }),
      shopName,
      from,
      publicUrl,
      staffEmail,
    })
  },
  shown: shownToOperators,
})
