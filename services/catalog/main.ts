import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { setting } from '@souk/kit/runtime'
import { imagePlaceFrom } from './providers/image-place.ts'
import { catalog } from './service.ts'

const settings = {
  currency: setting('SOUK_CURRENCY', 'The shop’s own currency, as in ISO 4217.', String, 'EUR'),
  images: setting(
    'SOUK_IMAGES',
    'Where uploaded images are kept: a folder, or `s3://key:secret@host/bucket?region=…`.',
    imagePlaceFrom,
  ),
}

await runService({
  settings,
  compose: ({ currency, images }) => catalog({ currency, images }),
  shown: shownToOperators,
})
